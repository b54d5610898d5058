import { AsyncLocalStorage } from 'node:async_hooks'
import { makeTurns } from '../turns'
import { toHousehold } from './to-read'

const asking = new AsyncLocalStorage<string>()

/** How many pieces of work of one client wait. More come from no reader, nor from a household or office of them. */
const maxWaiting = 100

/** Making pages and compressing takes this thread for milliseconds; what is in memory is answered in between. */
const onThisThread = makeTurns(2, maxWaiting)

/** Making a picture takes a processor for a tenth of a second, and the memory of all its pixels. */
const onPhotos = makeTurns(2, maxWaiting)

/** An image for sharing takes longer, and those who ask for many are programs: photos do not wait for it. */
const onShareImages = makeTurns(1, 20)

/** Answers a request for a client, whose IP address it is: costly work below goes by whom it is for. */
export const answerFor = <T>(client: string, answer: () => T): T => asking.run(client, answer)

/** Who is asking; the same name for all where there is no server of ours. */
const toName = () => {
  const client = asking.getStore()
  return client === undefined ? '' : toHousehold(client)
}

/** Does work that keeps this thread busy when it is the client's turn. Rejects with `TooManyWait`. */
export const doInTurn = <T>(work: () => Promise<T>): Promise<T> => onThisThread(toName(), work)

/** Makes a photo in a form when it is the client's turn. Rejects with `TooManyWait`. */
export const makePhotoInTurn = <T>(work: () => Promise<T>): Promise<T> => onPhotos(toName(), work)

/** Makes an image for sharing when it is the client's turn. Rejects with `TooManyWait`. */
export const makeShareImageInTurn = <T>(work: () => Promise<T>): Promise<T> => onShareImages(toName(), work)
