import { makeTurns } from '#lib/runtime/turns'

/** How many pieces of work of one client wait. More come from no reader, nor from an office of them. */
const maxWaiting = 100

/** Rendering and compressing a page take this thread for milliseconds; what is in memory is answered in between. */
export const doInTurn = makeTurns(2, maxWaiting)

/** Making a photo in a form takes a processor for a tenth of a second, and the memory of all its pixels. */
export const makePhotoInTurn = makeTurns(2, maxWaiting)

/** A preview holds all its pictures in memory. */
export const makePreviewInTurn = makeTurns(1, 20)

/** An image for sharing takes longer, and those who ask for many are programs: photos do not wait for it. */
export const makeShareImageInTurn = makeTurns(1, 20)
