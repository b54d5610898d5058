/** A picture may have at most so many pixels: to open one takes four bytes of memory for each. */
export const maxPhotoPixels = 100_000_000

/**
 * An AVIF, a progressive or interlaced picture, or one of 16 bits a colour may have fewer: to open one takes up to 19 bytes
 * of memory and 130 ns of a processor for each pixel, however small its file is.
 */
export const maxCostlyPixels = 25_000_000

/** A picture's file may have at most so many bytes. */
export const maxPhotoBytes = 30_000_000
