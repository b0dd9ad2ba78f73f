import { expect, type Page } from '@playwright/test'
import { picture, settled } from './look.ts'
import { press } from './office.ts'

/** The smallest file that reads as a PDF. */
const RECEIPT = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)

interface Sale {
  amount: string
  currency: string
  customer: string
  country: string
  kind: 'C’est une personne' | 'C’est une entreprise ou une association'
  means: string
}

/** Moves focus with the keyboard alone until it is on what is named, then presses it. */
export async function pressByKeyboard(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    const focused = await page.evaluate(() => {
      const { tagName = '', textContent = '' } = document.activeElement ?? {}
      return { tagName, text: textContent ?? '' }
    })
    if (name.test(focused.text) && ['A', 'BUTTON'].includes(focused.tagName)) {
      await page.keyboard.press('Enter')
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`${name} cannot be reached with the keyboard`)
}

/** Nothing to declare: three presses from the home page, without a finger on the screen. */
export async function declareNothing(page: Page): Promise<void> {
  await page.goto('/moi')
  await settled(page)
  await picture(page, 'tester-home-360')
  await pressByKeyboard(page, /^Déclarer octobre/)
  await settled(page)
  await picture(page, 'tester-question-360')
  await pressByKeyboard(page, /Non, je n’ai rien reçu/)
  await settled(page)
  await picture(page, 'tester-check-nil-360')
  await pressByKeyboard(page, /^Envoyer ma déclaration/)
  await expect(page.getByText(/D-2026-10-\d+/)).toBeVisible()
  await picture(page, 'tester-done-nil-360')
}

/** What was sent becomes a draft again, as long as nobody has read it. */
export async function takeBack(page: Page): Promise<void> {
  await page.goto('/moi/declarations/2026-10')
  await press(page, 'Changer ma déclaration')
  await page.waitForURL('**/moi/declarer/2026-10**')
}

/** Touches so far: a field that is typed in, a button, a choice, the camera. */
let taps = 0
async function tap(page: Page, name: string | RegExp): Promise<void> {
  taps += 1
  await press(page, name)
}

/** Touches that end a month of one sale: "C'est tout", "Non, rien" and the sending. */
const TAPS_TO_END = 3

/**
 * A sale in euros with its receipt, one in CFA francs, an expense and kilometres; sent without network, and
 * the phone put away meanwhile. Gives back the page that was opened again.
 */
export async function declareMonth(page: Page): Promise<Page> {
  // The card of the home page is the first touch; this month was taken back, and would go on at its end.
  await page.goto('/moi/declarer/2026-10')
  taps = 1
  await tap(page, 'Oui, j’ai reçu de l’argent')
  await addSale(page, {
    amount: '1 200,00',
    currency: 'EUR',
    customer: 'Atelier Lumière',
    country: 'FR',
    kind: 'C’est une entreprise ou une association',
    means: 'Virement',
  })
  await addReceipt(page)
  // One sale with its photo takes at most 14 touches from the home page to the end.
  expect(taps + TAPS_TO_END).toBeLessThanOrEqual(14)
  await page.getByRole('link', { name: 'J’ai une autre vente' }).click()
  await addSale(page, {
    amount: '65 595',
    currency: 'XOF',
    customer: 'Mariama Sow',
    country: 'SN',
    kind: 'C’est une personne',
    means: 'Wave',
  })
  await page.getByRole('link', { name: 'Je n’ai pas de reçu' }).click()
  await press(page, 'Je n’en ai pas eu')
  await picture(page, 'month-09-sales-360')
  await page.getByRole('link', { name: 'C’est tout' }).click()
  await addExpenses(page)
  await expect(page.getByRole('heading', { name: /Vérifiez votre déclaration/ })).toBeVisible()
  await settled(page)
  await picture(page, 'month-10-check-360')
  return sendWithoutNetwork(page)
}

/** Airplane mode, sent, the page closed; with network again it leaves by itself, once. */
async function sendWithoutNetwork(page: Page): Promise<Page> {
  const context = page.context()
  await context.setOffline(true)
  await press(page, 'Envoyer ma déclaration d’octobre')
  await expect(page.getByText('C’est enregistré sur votre téléphone.')).toBeVisible()
  await picture(page, 'month-11-waiting-360')
  await page.close()
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto('/moi')
  await expect.poll(() => stateOfOctober(again)).toBe('submitted')
  return again
}

async function stateOfOctober(page: Page): Promise<string | undefined> {
  const answer = await page.request.get('/api/me/months')
  const { months }: { months: { month: string; state: string }[] } = await answer.json()
  const found = months.filter(({ month }) => month === '2026-10')
  expect(found).toHaveLength(1)
  return found[0]?.state
}

async function addSale(page: Page, sale: Sale): Promise<void> {
  taps += 2
  await page.getByLabel('Montant').fill(sale.amount)
  await choose(page, 'Monnaie', sale.currency)
  await tap(page, 'Continuer')
  await page.getByLabel(/Nom du client/).fill(sale.customer)
  await choose(page, 'Pays du client', sale.country)
  await tap(page, sale.kind)
  await tap(page, /^vendredi 30$/)
  await tap(page, sale.means)
  await tap(page, 'Sur le compte de la coopérative')
}

/** What is proposed already is not touched. */
async function choose(page: Page, label: string, value: string): Promise<void> {
  const field = page.getByLabel(label)
  if ((await field.inputValue()) === value) return
  taps += 1
  await field.selectOption(value)
}

async function addReceipt(page: Page): Promise<void> {
  taps += 1
  const file = { name: 'recu.pdf', mimeType: 'application/pdf', buffer: RECEIPT }
  await page.getByLabel('Choisir une image ou un PDF').setInputFiles(file)
  await expect(page.getByText('1 reçu ajouté')).toBeVisible()
}

async function addExpenses(page: Page): Promise<void> {
  await press(page, 'Oui, j’ai payé quelque chose')
  await press(page, 'Matériel, fournitures')
  await page.getByLabel('Prix payé, en euros').fill('72,00')
  await page.getByLabel(/TVA écrite sur le reçu/).fill('12,00')
  await press(page, 'Continuer')
  await press(page, /^jeudi 29$/)
  await addReceipt(page)
  await page.getByRole('link', { name: 'J’ai une autre dépense' }).click()
  await press(page, 'Kilomètres en voiture')
  await page.getByLabel('Kilomètres').fill('100')
  await page.getByLabel('Pour aller où ?').fill('Marché de Montreuil')
  await press(page, 'Continuer')
  await page.getByRole('link', { name: 'C’est tout' }).click()
}
