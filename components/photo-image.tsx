import { getImageProps } from 'next/image'

type Props = { src: string; alt: string; width: number; height: number; sizes: string; isFirst?: boolean }

/** A picture in the widths a screen may ask for, with its place kept while it loads. */
export function PhotoImage({ src, alt, width, height, sizes, isFirst }: Props) {
  const { props } = getImageProps({
    src,
    alt,
    width,
    height,
    sizes,
    ...(isFirst ? { loading: 'eager', fetchPriority: 'high' } : {}),
  })
  // biome-ignore lint/performance/noImgElement: next/image itself is a client component
  return <img {...props} alt={alt} className="h-auto w-full bg-tint outline-1 -outline-offset-1 outline-rule" />
}
