import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const ARTIFACTS = join(import.meta.dirname, '../artifacts')

/** Keeps a picture of the page as an artefact of the run. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(ARTIFACTS, { recursive: true })
  await page.screenshot({ path: join(ARTIFACTS, `${name}.png`), fullPage: true })
}

/** WCAG 2.2 AA and best practices: no violation at all. */
export async function expectNoAxeViolation(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const found = violations.map((v) => `${where}: ${v.id} ${v.nodes[0]?.target.join(' ')}`)
  // Soft: one run names every page at fault.
  expect.soft(found).toEqual([])
}

/** Nothing to scroll sideways, except a table that scrolls on its own. */
export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
  expect.soft(width[0], `${where} scrolls sideways`).toBeLessThanOrEqual(width[1] ?? 0)
}

/** Waits until the page shows its title and nothing is loading. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page
    .locator('[aria-busy="true"]')
    .waitFor({ state: 'detached' })
    .catch(() => undefined)
  await page.waitForLoadState('networkidle')
}
