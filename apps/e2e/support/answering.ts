import { expect, type Page } from '@playwright/test'

/**
 * Answers on the page of a link: the server refuses what comes sooner than somebody reads a sentence. The
 * touch is repeated until it is taken, as a person would, each time after what the server said.
 */
export async function untilTaken(page: Page, touch: () => Promise<void>): Promise<void> {
  await expect(async () => {
    const said = page.waitForResponse((response) => response.request().method() === 'POST')
    await touch()
    const isTaken = (await said).ok()
    // A button whose act is under way ignores touches.
    await expect(page.locator('button[aria-disabled]')).toHaveCount(0)
    expect(isTaken).toBe(true)
  }).toPass({ intervals: [100] })
}
