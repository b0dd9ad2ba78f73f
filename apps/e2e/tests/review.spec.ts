import { randomUUID } from 'node:crypto'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { expectNoAxeViolation, picture, settled } from '../support/look.ts'
import { signInAs } from '../support/people.ts'

/** A month of a cooperative of this size. */
const FORTY = 40

/** The number of declarations that wait, as the view says it. */
async function waiting(page: Page): Promise<number> {
  const view = page.getByRole('link', { name: /^À revoir/ })
  return Number(/\d+/.exec((await view.textContent()) ?? '')?.[0])
}

/** The list of the queue (the choice of the month has options too). */
function rows(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Déclarations du mois' }).getByRole('option')
}

async function opened(page: Page): Promise<void> {
  await signInAs(page, 'direction')
  await page.goto('/gestion/declarations')
  await settled(page)
}

test('staff read the queue with the letters of the verdicts, and take one back', async ({
  page,
}) => {
  await opened(page)
  const before = await waiting(page)
  await rows(page).first().focus()
  await page.keyboard.press('j')
  const second = rows(page).nth(1)
  await expect(second).toBeFocused()
  await expect(second).toHaveAttribute('aria-selected', 'true')
  await picture(page, 'review-queue')
  await expectNoAxeViolation(page, 'review')
  await page.keyboard.press('k')
  await expect(rows(page).first()).toBeFocused()

  await page.keyboard.press('a')
  await expect.poll(() => waiting(page)).toBe(before - 1)
  await expect(page.getByText(/^Déclaration de .* acceptée\.$/).first()).toBeVisible()
  // The next declaration has the focus: the letters go on without the mouse.
  await expect(rows(page).first()).toBeFocused()
  await picture(page, 'review-accepted')
  await page.keyboard.press('Control+z')
  await expect.poll(() => waiting(page)).toBe(before)

  // Two verdicts one right after the other: taking back means the last one alone.
  const last = await rows(page).nth(1).locator('.queue-name').textContent()
  await rows(page).first().focus()
  await page.keyboard.press('a')
  await page.keyboard.press('a')
  await expect(page.getByText(`Déclaration de ${last} acceptée.`).first()).toBeVisible()
  await expect.poll(() => waiting(page)).toBe(before - 2)
  await page.keyboard.press('Control+z')
  await expect.poll(() => waiting(page)).toBe(before - 1)
})

test('a question is asked about a line from the keyboard', async ({ page }) => {
  await opened(page)
  const before = await waiting(page)
  await rows(page).first().focus()
  await page.keyboard.press('q')
  await expect(page.getByRole('heading', { name: /^Poser une question à/ })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Votre question' })).toBeFocused()
  await page.getByRole('button', { name: 'Pouvez-vous envoyer le reçu ?' }).press('Enter')
  await picture(page, 'review-question')
  await page.getByRole('button', { name: 'Envoyer la question' }).press('Enter')
  await expect(page.getByText(/^Question posée à/).first()).toBeVisible()
  await expect.poll(() => waiting(page)).toBe(before - 1)
})

interface Row {
  id: string
  personId: string
  activityId: string
  flags: unknown[]
}

async function queue(page: Page, month: string, view: string): Promise<Row[]> {
  const answer = await page.request.get(`/api/declarations?month=${month}&view=${view}`)
  const { rows }: { rows: Row[] } = await answer.json()
  return rows
}

const clean = async (page: Page) =>
  (await queue(page, '2026-10', 'to-review')).filter(({ flags }) => flags.length === 0)

/** Declared by staff for somebody on the phone: what a closed month forgot counts in the open one. */
async function declareFor(page: Page, month: string, { personId, activityId }: Row): Promise<void> {
  const answer = await page.request.post(
    `/api/people/${personId}/declarations/${month}?activity=${activityId}`,
    {
      data: {
        clientId: randomUUID(),
        hasSales: false,
        sales: [],
        hasExpenses: false,
        expenses: [],
        trips: [],
      },
      headers: { origin: new URL(page.url()).origin },
    },
  )
  expect(answer.status()).toBe(200)
}

test('forty declarations without an alert are reviewed from the keyboard, at most two keys each', async ({
  page,
}) => {
  await opened(page)
  const closed = await queue(page, '2026-09', 'accepted')
  const lacking = FORTY - (await clean(page)).length
  for (const row of closed.slice(0, Math.max(0, lacking))) await declareFor(page, '2026-09', row)
  const wanted = await clean(page)
  expect(wanted.length).toBeGreaterThanOrEqual(FORTY)
  await page.reload()
  await settled(page)

  const before = await waiting(page)
  const isWanted = new Set(wanted.map(({ id }) => `row-${id}`))
  let keys = 0
  let accepted = 0
  await rows(page).first().focus()
  while (accepted < FORTY && keys < 2 * FORTY) {
    const row = page.locator('.queue-item:focus')
    const isClean = isWanted.has((await row.getAttribute('id')) ?? '')
    // What has an alert is for another look: one key passes it.
    await page.keyboard.press(isClean ? 'a' : 'j')
    keys += 1
    if (isClean) accepted += 1
  }
  expect(accepted, `${keys} keys`).toBe(FORTY)
  await expect.poll(() => waiting(page)).toBe(before - FORTY)
  expect(await clean(page)).toHaveLength(wanted.length - FORTY)
  await picture(page, 'review-forty-accepted')
})
