import type { Page } from '@playwright/test'

/** The layout shift of a page, from its first paint until it is scrolled to the end and all pictures are loaded. */
export const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))
    let total = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) total += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y)
      await pause(50)
    }
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))
    await pause(500)
    return total
  })
