import { expect, type Page } from '@playwright/test'
import { picture, settled } from './look.ts'
import { press } from './office.ts'

/** The smallest file that reads as a PDF. */
export const RECEIPT = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)

interface Sale {
  amount: string
  currency: string
  customer: string
  who: string
  means: string
}

type Wanted = 'anything' | 'field'

/** Moves focus with the Tab key alone until it is on what is named: a link, a button or a field. */
async function focusByKeyboard(page: Page, name: RegExp, wanted: Wanted): Promise<void> {
  // The next step of a declaration may still be on its way: whoever tabs in vain tabs again a moment later.
  for (const pause of [0, 250, 1_000, 4_000]) {
    await page.waitForTimeout(pause)
    if (await isReachedByTab(page, name, wanted)) return
  }
  throw new Error(`${name} cannot be reached with the keyboard`)
}

async function isReachedByTab(page: Page, name: RegExp, wanted: Wanted): Promise<boolean> {
  for (let step = 0; step < 60; step += 1) {
    // "Kilomètres en voiture" was a button of the step before: it is not where kilometres are typed.
    const focused = await page.evaluate((what) => {
      const element = document.activeElement
      const isField = element instanceof HTMLInputElement || element instanceof HTMLSelectElement
      if (isField) return [...(element.labels ?? [])].map((label) => label.textContent).join(' ')
      return what === 'anything' && element?.matches('a,button') ? element.textContent : ''
    }, wanted)
    if (name.test(focused.trim())) return true
    await page.keyboard.press('Tab')
  }
  return false
}

/** Presses what is named without a finger on the screen. */
export async function pressByKeyboard(page: Page, name: RegExp): Promise<void> {
  await focusByKeyboard(page, name, 'anything')
  await page.keyboard.press('Enter')
}

async function typeByKeyboard(page: Page, name: RegExp, text: string): Promise<void> {
  await focusByKeyboard(page, name, 'field')
  await page.keyboard.type(text)
}

/** Goes down a list with the arrow until it shows the value. */
async function chooseByKeyboard(page: Page, name: RegExp, value: string): Promise<void> {
  await focusByKeyboard(page, name, 'field')
  const list = page.locator(':focus')
  // From the top: what is proposed first may stand below what is wanted.
  await page.keyboard.press('Home')
  for (let step = 0; step < 300 && (await list.inputValue()) !== value; step += 1) {
    await page.keyboard.press('ArrowDown')
  }
  await expect(list).toHaveValue(value)
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
 * A sale in euros with its receipt by touch, then all the rest from the keyboard; taken back and sent again
 * without network, and the phone put away meanwhile. Gives back the page that was opened again.
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
    who: 'Une entreprise ou une association, en France',
    means: 'Virement',
  })
  await addReceipt(page)
  // One sale with its photo takes at most 14 touches from the home page to the end.
  expect(taps + TAPS_TO_END).toBeLessThanOrEqual(14)
  await finishByKeyboard(page)
  await takeBack(page)
  await page.goto('/moi/declarer/2026-10/verifier')
  return sendWithoutNetwork(page)
}

/**
 * The rest without a finger on the screen: a sale in CFA francs, an expense with its VAT and its receipt,
 * kilometres, the answers checked, sent, and the number read.
 */
async function finishByKeyboard(page: Page): Promise<void> {
  await pressByKeyboard(page, /^J’ai une autre vente/)
  await shown(page, 'Combien avez-vous reçu ?')
  await typeByKeyboard(page, /^Montant/, '65 595')
  await chooseByKeyboard(page, /^Monnaie/, 'XOF')
  await pressByKeyboard(page, /^Continuer/)
  await pressByKeyboard(page, /^Un client d’un autre pays/)
  await shown(page, 'Dans quel pays est ce client ?')
  await chooseByKeyboard(page, /^Pays du client/, 'SN')
  await pressByKeyboard(page, /^Continuer/)
  await pressByKeyboard(page, /^C’est une personne/)
  await shown(page, 'Quel est le nom de ce client ?')
  await typeByKeyboard(page, /^Nom du client/, 'Mariama Sow')
  await pressByKeyboard(page, /^Continuer/)
  for (const answer of [/^vendredi 30$/, /^Wave$/, /^Sur le compte/]) {
    await pressByKeyboard(page, answer)
  }
  await pressByKeyboard(page, /^Je n’ai pas de reçu/)
  await pressByKeyboard(page, /^Je n’en ai pas eu/)
  await shown(page, /^Vos ventes/)
  await picture(page, 'month-09-sales-360')
  await pressByKeyboard(page, /^C’est tout/)
  await addExpensesByKeyboard(page)
  await shown(page, /^Vérifiez votre déclaration/)
  await settled(page)
  await picture(page, 'month-10-check-360')
  await pressByKeyboard(page, /^Envoyer ma déclaration/)
  await expect(page.getByText(/D-2026-10-\d+/)).toBeVisible()
}

/** A screen has come, and its title has the focus: the next Tab begins there. */
async function shown(page: Page, title: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused()
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
  await tap(page, sale.who)
  await page.getByLabel(/Nom du client/).fill(sale.customer)
  await tap(page, 'Continuer')
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

async function addExpensesByKeyboard(page: Page): Promise<void> {
  await pressByKeyboard(page, /^Oui, j’ai payé quelque chose/)
  await pressByKeyboard(page, /^Matériel, fournitures/)
  await typeByKeyboard(page, /^Prix payé, en euros/, '72,00')
  await pressByKeyboard(page, /^Continuer/)
  await typeByKeyboard(page, /^TVA, en euros/, '12,00')
  await pressByKeyboard(page, /^Continuer/)
  await pressByKeyboard(page, /^Je ne sais pas/)
  await pressByKeyboard(page, /^jeudi 29$/)
  const choosing = page.waitForEvent('filechooser')
  await pressByKeyboard(page, /^Choisir une image ou un PDF/)
  await (await choosing).setFiles({
    name: 'recu.pdf',
    mimeType: 'application/pdf',
    buffer: RECEIPT,
  })
  await expect(page.getByText('1 reçu ajouté')).toBeVisible()
  await pressByKeyboard(page, /^J’ai une autre dépense/)
  await pressByKeyboard(page, /^Kilomètres en voiture/)
  await typeByKeyboard(page, /^Kilomètres/, '100')
  await typeByKeyboard(page, /^Pour aller où/, 'Marché de Montreuil')
  await pressByKeyboard(page, /^Continuer/)
  await pressByKeyboard(page, /^C’est tout/)
}
