/** When this process began to serve, whether it is on its way out, and how many requests are under way. */
export const serverState = { begunAt: new Date(), isDraining: false, underway: 0 }
