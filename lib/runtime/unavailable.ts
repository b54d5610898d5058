/** What is needed for an answer is away just now, and may be back in a moment: the answer is 503, and no cache keeps it. */
export class Unavailable extends Error {}
