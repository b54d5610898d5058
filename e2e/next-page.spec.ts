import { expect, type Page, test } from '@playwright/test'

/** The link to the first story of a list. */
const firstStory = (page: Page) => page.getByRole('heading', { level: 3 }).getByRole('link').first()

/** The pages of the publication that a page fetches without a click. */
function listenForAhead(page: Page, own: string): string[] {
  const ahead: string[] = []
  page.context().on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (request.headers()['sec-purpose']?.includes('prefetch') && pathname !== own) ahead.push(pathname)
  })
  return ahead
}

test('the next story is prerendered only when a reader is about to follow its link', async ({ page }) => {
  const ahead = listenForAhead(page, '/latest')
  await page.goto('/latest')
  await page.waitForTimeout(1000)
  expect(ahead).toEqual([])
  await firstStory(page).hover()
  await expect(async () => expect(ahead).toEqual([await firstStory(page).getAttribute('href')])).toPass()
})

test('feeds and searches are not prerendered', async ({ page }) => {
  const ahead = listenForAhead(page, '/latest/feeds')
  await page.goto('/latest/feeds')
  for (const address of ['/feed.xml', '/feed.json', '/search']) {
    await page.locator(`a[href="${address}"]`).first().hover()
    await page.waitForTimeout(500)
  }
  expect(ahead).toEqual([])
})

for (const [reducedMotion, isTransition] of [
  ['no-preference', true],
  ['reduce', false],
] as const) {
  test(`navigation between pages with the motion preference "${reducedMotion}"`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion })
    await page.addInitScript(() => {
      addEventListener('pagereveal', (event) => {
        document.documentElement.dataset.transition = String((event as PageRevealEvent).viewTransition !== null)
      })
    })
    await page.goto('/latest')
    await firstStory(page).press('Enter')
    await expect(page).toHaveURL(/\/articles\//)
    await expect(page.locator('html')).toHaveAttribute('data-transition', String(isTransition))
  })
}
