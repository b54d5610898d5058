import { photoPath, photoWidths } from '#lib/rules/links'

type Props = { src: string; alt: string; width: number; height: number; sizes: string; isFirst?: boolean }

const screenWidths = photoWidths.filter((width) => width >= 320)

/** A picture in several widths for different screens. It reserves its space while it loads. */
export const PhotoImage = ({ src, alt, width, height, sizes, isFirst }: Props) => (
  // biome-ignore lint/performance/noImgElement: next/image is a client component, and pages have none
  <img
    {...(isFirst ? { loading: 'eager', fetchPriority: 'high' } : { loading: 'lazy' })}
    {...(src.startsWith('data:') ? { src } : toSources(src, sizes))}
    alt={alt}
    width={width}
    height={height}
    decoding="async"
    className="h-auto w-full bg-tint outline-1 -outline-offset-1 outline-rule"
  />
)

const toSources = (src: string, sizes: string) => ({
  src: photoPath(src, screenWidths.at(-1)),
  srcSet: screenWidths.map((width) => `${photoPath(src, width)} ${width}w`).join(', '),
  sizes,
})
