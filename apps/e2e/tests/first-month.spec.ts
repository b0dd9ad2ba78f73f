import { expect, type Page, test } from '@playwright/test'
import { fullName } from '@terreau/domain/names/full-name'
import { declareMonth, declareNothing, takeBack } from '../support/declaring.ts'
import { expectNoAxeViolation, picture, settled } from '../support/look.ts'
import {
  acceptDeclaration,
  addPerson,
  addScheme,
  closeMonth,
  countersign,
  installCooperative,
  issueCertificate,
  press,
  revoke,
  sendContract,
  TESTER,
} from '../support/office.ts'
import { lastMail } from '../support/people.ts'

const URL_OF_EMPTY = process.env.E2E_EMPTY_URL ?? ''
test.use({ baseURL: URL_OF_EMPTY })

test('a cooperative lives its first month, from the empty installation to a revoked certificate', async ({
  page: office,
  browser,
}) => {
  test.setTimeout(300_000)
  await installCooperative(office, process.env.E2E_EMPTY_SETUP_CODE ?? '')
  await addScheme(office)
  const personId = await addPerson(office)
  const contractPath = await sendContract(office, personId)

  const pocket = await browser.newContext({
    baseURL: URL_OF_EMPTY,
    locale: 'fr-FR',
    viewport: { width: 360, height: 640 },
  })
  let phone = await pocket.newPage()
  await enterByMail(phone, office)
  await sign(phone, office)
  await countersign(office, contractPath)

  await declareNothing(phone)
  await takeBack(phone)
  phone = await declareMonth(phone)
  await acceptDeclaration(office)
  await closeMonth(office)
  await seeMoney(phone)

  const certificatePath = await issueCertificate(office, personId)
  const verifyUrl = await office
    .getByRole('link', { name: /\/verifier\// })
    .first()
    .getAttribute('href')
  const reader = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' })
  const paper = await reader.newPage()
  await paper.goto(verifyUrl ?? '')
  await expect(paper.locator('h1')).toContainText('Attestation vraie')
  await expectNoAxeViolation(office, 'certificate')
  await picture(paper, 'month-22-verified')
  await revoke(office, certificatePath)
  await paper.reload()
  await expect(paper.locator('h1')).toContainText('Attestation annulée')
  await picture(paper, 'month-23-revoked')
  await reader.close()
  await pocket.close()
})

/** The code that a mail carries, read by the direction on the list of messages. */
async function mailedCode(office: Page, pattern: RegExp): Promise<string> {
  const body = await lastMail(office.request, pattern)
  return pattern.exec(body)?.[1] ?? ''
}

async function enterByMail(phone: Page, office: Page): Promise<void> {
  await phone.goto('/connexion')
  await phone.getByLabel('Votre adresse e-mail').fill(TESTER.email)
  await press(phone, 'Recevoir un code')
  await phone.waitForURL('**/connexion/code**')
  const code = await mailedCode(office, /Votre code est : (\d{6})/)
  await phone.getByLabel('Code à 6 chiffres').fill(code)
  await press(phone, 'Entrer')
  await phone.waitForURL('**/moi')
}

async function sign(phone: Page, office: Page): Promise<void> {
  await phone.getByRole('link', { name: 'Voir le document' }).click()
  await phone.waitForURL('**/signer')
  await settled(phone)
  await picture(phone, 'month-06-six-sentences-360')
  await phone.getByText('Lire le document entier ici').click()
  await expect(phone.getByRole('heading', { name: /^Article 1\./ })).toBeVisible()
  await expectNoAxeViolation(phone, 'the whole document on a phone')
  await phone.getByRole('link', { name: 'Continuer pour signer' }).click()
  await press(phone, 'Recevoir mon code')
  const code = await mailedCode(office, /Pour signer « [^\n]* », écrivez ce code : (\d{6})/)
  await phone.getByLabel('Écrivez le code reçu par e-mail').fill(code)
  await phone.getByLabel('Écrivez votre nom').fill(fullName(TESTER))
  await press(phone, 'Je signe')
  await expect(phone.getByRole('heading', { name: 'C’est signé' })).toBeVisible()
  await picture(phone, 'month-07-signed-360')
}

/** The money of the closed month in words, and its statement. */
async function seeMoney(phone: Page): Promise<void> {
  await phone.goto('/moi/argent/2026-10')
  await expect(phone.getByText('Ce mois est clos.')).toBeVisible()
  await settled(phone)
  await expect(
    phone.getByRole('heading', { name: 'Contribution à la coopérative : 10 %' }),
  ).toBeVisible()
  // (1 200 € + 65 595 F CFA at 655.957) without VAT, less 60 €, 100 km at 5 CV and 10 % of sales.
  for (const amount of ['1 083,33 €', '−60,00 €', '−63,60 €', '−108,33 €', '851,40 €']) {
    await expect(phone.getByText(new RegExp(amount.replaceAll(' ', '\\s'))).first()).toBeVisible()
  }
  await picture(phone, 'month-18-money-360')
  await expectNoAxeViolation(phone, 'money of a closed month')
  const link = phone.getByRole('link', { name: /Ouvrir le relevé/ })
  const file = await phone.request.get((await link.getAttribute('href')) ?? '')
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-')
}
