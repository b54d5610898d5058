/** When this process started to serve, whether it is shutting down, and how many requests are open. */
export const serverState = { begunAt: new Date(), isDraining: false, underway: 0 }
