import { Words } from '#components/site/words'
import type { SizedPhoto } from '#lib/types'
import { PhotoImage } from './photo-image'

type Props = { photo: SizedPhoto; sizes: string; isFirst?: boolean }

/** A picture with its caption and its credit, which is required. */
export const PhotoFigure = ({ photo, sizes, isFirst = false }: Props) => (
  <figure>
    <PhotoImage
      src={photo.src}
      alt={photo.alt}
      width={photo.width}
      height={photo.height}
      sizes={sizes}
      isFirst={isFirst}
    />
    <figcaption className="label mt-2 text-soft">
      {photo.caption && (
        <>
          <Words text={photo.caption} />{' '}
        </>
      )}
      <span className="whitespace-nowrap">{photo.credit}</span>
    </figcaption>
  </figure>
)
