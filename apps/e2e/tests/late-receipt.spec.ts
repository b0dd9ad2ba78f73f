import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { RECEIPT } from '../support/declaring.ts'
import { picture, settled } from '../support/look.ts'
import { signInAs } from '../support/people.ts'

/** The open month of the demonstration, of which a draft was begun. */
const MONTH = '2026-10'
const PLACE = `/moi/declarations/${MONTH}`
const MONTH_READ = `**/api/me/declarations/${MONTH}`
const WAITING = 'La photo d’un reçu pour octobre attend sur ce téléphone.'

test.use({ viewport: { width: 360, height: 640 } })

/** Two sales without a receipt, sent; the declaration of the month. */
async function sent(page: Page): Promise<{ id: string }> {
  const origin = new URL(page.url()).origin
  const month = await (await page.request.get(`/api/me/declarations/${MONTH}`)).json()
  const sale = (customer: string) => ({
    id: randomUUID(),
    amountText: '120',
    currency: 'EUR',
    soldOn: '2026-10-12',
    customer,
    customerCountry: 'FR',
    customerKind: 'business',
    paymentMeans: 'transfer',
    moneyPlace: 'cooperative',
    noReceiptReason: 'lost',
  })
  const none = { hasExpenses: false, expenses: [], trips: [] }
  const { clientId } = month.draft
  const answer = await page.request.post(`/api/me/declarations/${MONTH}/submission`, {
    data: { clientId, hasSales: true, sales: [sale('Épicerie Sahel'), sale('Kora')], ...none },
    headers: { origin, 'if-match': `"${month.version}"` },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
  return answer.json()
}

/** Takes the photo of the receipt of the first line that still misses one, as a phone without network does. */
async function addReceipt(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /^Ajouter un reçu pour/ })
    .first()
    .click()
  const file = { name: 'recu.pdf', mimeType: 'application/pdf', buffer: RECEIPT }
  await page.getByLabel('Choisir une image ou un PDF').setInputFiles(file)
  await expect(page.getByText(WAITING)).toBeVisible()
}

/** How many receipts the server has, as staff read them. */
async function received(desk: Page, id: string): Promise<number> {
  const view = await (await desk.request.get(`/api/declarations/${id}`)).json()
  return view.receipts.length
}

test('a receipt that was added without a network leaves once when it returns, from a page that was opened without it too', async ({
  page,
  browser,
}) => {
  await signInAs(page, 'tester')
  await page.goto('/moi')
  const { id } = await sent(page)
  const office = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const desk = await office.newPage()
  await signInAs(desk, 'direction')
  // Those of the draft that the demonstration began.
  const before = await received(desk, id)
  const context = page.context()
  // The phone keeps its pages a moment after the first one is drawn.
  await expect
    .poll(() => page.evaluate(async () => (await caches.match('/')) !== undefined))
    .toBe(true)

  await page.goto(PLACE)
  await settled(page)
  await page
    .getByRole('link', { name: /^Ajouter un reçu pour/ })
    .first()
    .waitFor()
  const toAdd = page.getByRole('link', { name: /^Ajouter un reçu pour/ })
  await expect(toAdd).toHaveCount(2)
  await context.setOffline(true)
  await addReceipt(page)
  await expect(toAdd).toHaveCount(1)
  expect(await received(desk, id)).toBe(before)
  // Whoever has just sent a receipt is not asked for it again, also while the month cannot be read.
  await page.route(MONTH_READ, (route) => route.abort())
  await context.setOffline(false)
  await expect(page.getByText(WAITING)).toBeHidden()
  await expect(toAdd).toHaveCount(1)
  expect(await received(desk, id)).toBe(before + 1)
  await page.unroute(MONTH_READ)
  await page.reload()
  await expect(toAdd).toHaveCount(1)

  await context.setOffline(true)
  await addReceipt(page)
  await picture(page, 'late-receipt-waiting-360')
  await page.close()
  // Opened without a network, it is never told that the network is back.
  const phone = await context.newPage()
  await phone.goto(PLACE)
  await expect(phone.getByText(WAITING)).toBeVisible()
  await expect(phone.getByText(/^Pas de réseau/)).toBeVisible()
  await picture(phone, 'late-receipt-reopened-360')
  await context.setOffline(false)
  await expect(phone.getByText(WAITING)).toBeHidden()
  await expect(phone.getByText(/^Pas de réseau/)).toBeHidden()
  expect(await received(desk, id)).toBe(before + 2)
  await phone.reload()
  await settled(phone)
  await expect(phone.getByRole('link', { name: /^Ajouter un reçu pour/ })).toHaveCount(0)

  await desk.goto(`/gestion/declarations/${id}`)
  await settled(desk)
  await picture(desk, 'late-receipt-review')
  await office.close()
})
