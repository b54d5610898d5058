/** A picture may have at most so many pixels: to open one takes four bytes of memory for each. */
export const maxPhotoPixels = 100_000_000

/** An AVIF of a few kilobytes may have as many; to open one takes 19 bytes and 130 ns of a processor for each pixel. */
export const maxAvifPixels = 25_000_000

/** A picture's file may have at most so many bytes. */
export const maxPhotoBytes = 30_000_000
