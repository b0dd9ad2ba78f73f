import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, type Request } from '@playwright/test'

const ARTIFACTS = join(import.meta.dirname, '../artifacts')
const CATALOGUES = join(import.meta.dirname, '../../../packages/i18n/src')
const MESSAGE_KEY = messageKeyPattern()
/** Between the end of one request and the start of the one that its answer calls for. */
const QUIET_MS = 120

type Traffic = { underWay: Set<Request>; changedAt: number }

const traffic = new WeakMap<Page, Traffic>()

/** Keeps a picture of the page as an artefact of the run. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(ARTIFACTS, { recursive: true })
  await page.screenshot({ path: join(ARTIFACTS, `${name}.png`), fullPage: true })
}

/** WCAG 2.2 AA and best practices: no violation at all. */
export async function expectNoAxeViolation(page: Page, where: string): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  await expectNone((await axe(page)).withTags(tags), where)
  await expectNoSharedId(page, where)
}

/** A label, an error or a link leads to the first element of that id: axe no longer looks for two of them. */
async function expectNoSharedId(page: Page, where: string): Promise<void> {
  const shared = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
    return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]
  })
  expect.soft(shared, `${where} has several elements of one id`).toEqual([])
}

/**
 * Without frames of other sites, axe need not open a second page to gather its results; it need not name
 * every element that passed, nor be read again by a page that has it already.
 */
async function axe(page: Page): Promise<AxeBuilder> {
  const isThere = await page.evaluate(() => 'axe' in globalThis)
  const builder = new AxeBuilder(isThere ? { page, axeSource: 'true' } : { page })
  return builder.setLegacyMode().options({ resultTypes: ['violations'] })
}

async function expectNone(builder: AxeBuilder, where: string): Promise<void> {
  const { violations } = await builder.analyze()
  const found = violations.map((v) => `${where}: ${v.id} ${v.nodes[0]?.target.join(' ')}`)
  // Soft: one run names every page at fault.
  expect.soft(found).toEqual([])
}

/** A page that lacks words shows their keys: 'declarationsReceipt.question'. */
export async function expectNoMessageKey(page: Page, where: string): Promise<void> {
  const text = (await page.locator('body').allInnerTexts()).join(' ')
  const keys = text.match(MESSAGE_KEY) ?? []
  expect.soft(keys, `${where} shows keys`).toEqual([])
}

/** Nothing to scroll sideways, except a table that scrolls on its own. */
export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
  expect.soft(width[0], `${where} scrolls sideways`).toBeLessThanOrEqual(width[1] ?? 0)
}

/** On a phone a table scrolls on its own only where its figures are compared down the columns. */
export async function expectTablesRead(page: Page, where: string): Promise<void> {
  const scrolling = await page.evaluate(() =>
    [...document.querySelectorAll('.table-scroll')]
      .filter((section) => section.scrollWidth > section.clientWidth)
      .filter((section) => section.querySelectorAll('thead th').length > 2)
      .filter((section) => section.querySelector('table.compared') === null)
      .map((section) => section.getAttribute('aria-label')),
  )
  expect.soft(scrolling, `${where}: tables that scroll on their own`).toEqual([])
}

/** Waits until the page shows its title and nothing is loading. */
export async function settled(page: Page): Promise<void> {
  await loaded(page)
  // A declaration that was begun leads from its first page to the step that is next: there it begins again.
  await loaded(page)
}

async function loaded(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page
    .locator('[aria-busy="true"]')
    .waitFor({ state: 'detached' })
    .catch(() => undefined)
  await nothingUnderWay(page)
}

/**
 * What the page has asked for and not yet received. Playwright waits half a second of silence each time,
 * without knowing what is under way: that is the first look only, from there on we know.
 */
async function nothingUnderWay(page: Page): Promise<void> {
  const known = traffic.get(page)
  if (known === undefined) {
    follow(page)
    return page.waitForLoadState('networkidle')
  }
  const isQuiet = () => known.underWay.size === 0 && Date.now() - known.changedAt >= QUIET_MS
  await expect.poll(isQuiet, { intervals: [25], timeout: 30_000 }).toBe(true)
}

function follow(page: Page): void {
  const known: Traffic = { underWay: new Set(), changedAt: Date.now() }
  const ended = (request: Request) => {
    known.underWay.delete(request)
    known.changedAt = Date.now()
  }
  page.on('request', (request) => {
    // A stream of events stays open as long as its page.
    if (request.resourceType() === 'eventsource') return
    known.underWay.add(request)
    known.changedAt = Date.now()
  })
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
  traffic.set(page, known)
}

/** Waits until the page is drawn again after a change of width or colours. */
export async function redrawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))),
  )
}

function messageKeyPattern(): RegExp {
  const parts = ['phone', 'staff'].flatMap((shell) => {
    const text = readFileSync(join(CATALOGUES, `catalogue-${shell}.ts`), 'utf8')
    return [...text.matchAll(/^ {2}(\w+),$/gm)].map((match) => match[1])
  })
  return new RegExp(`\\b(${parts.join('|')})\\.[a-z][\\w.-]*[a-z]`, 'gi')
}
