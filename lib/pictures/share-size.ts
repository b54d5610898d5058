import type { PhotoSize } from '#lib/types'

/** Images for sharing, in the ratio and at the width that large cards show. */
export const shareSize: PhotoSize = { width: 1200, height: 630 }
