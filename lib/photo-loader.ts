import { photoPath } from './links'

/** Where `next/image` finds a picture at a width; with a loader of our own, Next's optimizer is off. */
export default function toPhotoAddress({ src, width }: { src: string; width: number }): string {
  return photoPath(src, width)
}
