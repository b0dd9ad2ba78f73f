import { expect, type Page, test } from '@playwright/test'
import { expectNoAxeViolation, expectNoSidewaysScroll, picture, settled } from '../support/look.ts'
import { fill, press } from '../support/office.ts'
import { lastMail, signInAs } from '../support/people.ts'

const NAME = 'Coumba Sarr'
const EMAIL = 'coumba@exemple.test'

test('a person from contact to ready for a CAPE, half of it on a phone that was put down', async ({
  page: office,
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000)
  await signInAs(office, 'direction')
  await noteContact(office)
  await interview(office)
  await admit(office)
  await openFile(office)
  const welcomePath = new URL(office.url()).pathname
  await picture(office, 'welcome-01-tasks')
  await expectNoAxeViolation(office, 'welcome, staff')

  const pocket = await browser.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    locale: 'fr-FR',
    viewport: { width: 360, height: 640 },
  })
  const phone = await pocket.newPage()
  await enter(phone, office)
  await answerUntilProject(phone)
  // The phone is put down in the middle of a word; the link of a mail opens it again.
  await phone.getByLabel('Projet').fill('Des bijoux en bron')
  await phone.waitForTimeout(1_200)
  await phone.close()
  const later = await pocket.newPage()
  await later.goto('/moi/bienvenue')
  await later.waitForURL('**/moi/bienvenue/project')
  await expect(later.getByLabel('Projet')).toHaveValue('Des bijoux en bron')
  await picture(later, 'welcome-03-resumed-360')
  await later.getByLabel('Projet').fill('Des bijoux en bronze')
  await press(later, 'Continuer')
  await finishQuestions(later)
  await sendPapers(later)
  await expect(later.getByRole('heading', { name: 'Merci, c’est complet' })).toBeVisible()
  await picture(later, 'welcome-05-done-360')
  await expectNoAxeViolation(later, 'welcome, phone')
  await expectNoSidewaysScroll(later, 'welcome, phone')
  await pocket.close()

  await office.goto(welcomePath)
  await acceptPapers(office)
  await expect(office.getByText('Tout est prêt pour un CAPE.')).toBeVisible()
  await picture(office, 'welcome-06-ready')
})

async function noteContact(office: Page): Promise<void> {
  await office.goto('/gestion/contacts/nouveau')
  await settled(office)
  await fill(office, 'Prénom', 'Coumba')
  await fill(office, 'Nom de famille', 'Sarr')
  await fill(office, /Adresse e-mail/, EMAIL)
  await fill(office, /Nom du prescripteur/, 'Mission locale')
  await fill(office, /d’accord pour être recontactée/, '2026-10-20')
  await press(office, 'Noter le contact')
  await expect(office.getByRole('heading', { name: NAME })).toBeVisible()
}

async function interview(office: Page): Promise<void> {
  await office.getByRole('link', { name: 'Noter un entretien' }).click()
  await settled(office)
  await fill(office, 'Jour de l’entretien', '2026-10-27')
  await fill(office, 'Note de diagnostic', 'Quatre clientes attendent. Un atelier est trouvé.')
  await office.getByLabel('Prêt pour un CAPE').check()
  await press(office, 'Enregistrer l’entretien')
  await expect(office.getByText('Entretien fait')).toBeVisible()
}

async function admit(office: Page): Promise<void> {
  await office.getByRole('link', { name: 'Noter une étape ou décider' }).click()
  await settled(office)
  await office.getByLabel('Nous l’admettons').check()
  await fill(office, 'Quel jour ?', '2026-10-29')
  await press(office, 'Enregistrer')
  await expect(office.getByText('Admis ou admise').first()).toBeVisible()
}

async function openFile(office: Page): Promise<void> {
  await office.getByRole('link', { name: 'Ouvrir le dossier' }).click()
  await settled(office)
  await fill(office, 'Nom de l’activité', 'Bijoux')
  await press(office, 'Ouvrir le dossier et demander les pièces')
  await office.waitForURL('**/gestion/accueil/**')
  await settled(office)
}

async function enter(phone: Page, office: Page): Promise<void> {
  await phone.goto('/connexion?retour=%2Fmoi%2Fbienvenue')
  await phone.getByLabel('Votre adresse e-mail').fill(EMAIL)
  await press(phone, 'Recevoir un code')
  await phone.waitForURL('**/connexion/code**')
  const body = await lastMail(office.request, /Bonjour Coumba[\s\S]*Votre code est : (\d{6})/)
  const code = /Votre code est : (\d{6})/.exec(body)?.[1] ?? ''
  await phone.getByLabel('Code à 6 chiffres').fill(code)
  await press(phone, 'Entrer')
  await phone.waitForURL('**/moi/bienvenue/born_on')
}

async function answerUntilProject(phone: Page): Promise<void> {
  await settled(phone)
  await picture(phone, 'welcome-02-question-360')
  await phone.getByLabel('Date de naissance').fill('12 03 1990')
  await press(phone, 'Continuer')
  await phone.waitForURL('**/address')
  await phone.getByLabel('Adresse').fill('3 rue des Lilas\n93100 Montreuil')
  await press(phone, 'Continuer')
  await phone.waitForURL('**/phone')
  await phone.getByLabel('Téléphone').fill('07 55 44 33 22')
  await press(phone, 'Continuer')
  await phone.waitForURL('**/languages')
  await phone.getByLabel('Français', { exact: true }).check()
  await press(phone, 'Continuer')
  await phone.waitForURL('**/channel')
  await phone.getByLabel('E-mail', { exact: true }).check()
  await press(phone, 'Continuer')
  await phone.waitForURL('**/project')
  await settled(phone)
}

async function finishQuestions(phone: Page): Promise<void> {
  await phone.waitForURL('**/project_country')
  await settled(phone)
  await press(phone, 'Je ne sais pas')
  await phone.waitForURL('**/social_status')
  await phone.getByLabel('Je n’ai pas de revenu').check()
  await press(phone, 'Continuer')
  await phone.waitForURL('**/other_job')
  await phone.getByLabel('Non', { exact: true }).check()
  await press(phone, 'Continuer')
  await phone.waitForURL('**/piece-**')
}

async function sendPapers(phone: Page): Promise<void> {
  await settled(phone)
  await picture(phone, 'welcome-04-piece-360')
  const buffer = await phone.screenshot({ type: 'jpeg' })
  while (/piece-/.test(phone.url())) {
    const before = phone.url()
    const file = { name: 'papier.jpg', mimeType: 'image/jpeg', buffer }
    await phone.locator('input[type=file]').first().setInputFiles(file)
    await phone.waitForURL((url) => url.href !== before)
    await settled(phone)
  }
}

async function acceptPapers(office: Page): Promise<void> {
  await settled(office)
  for (;;) {
    const accept = office.getByRole('button', { name: /^Accepter/ })
    const left = await accept.count()
    if (left === 0) return
    const card = office.locator('article.panel', { has: accept.first() }).first()
    const until = card.getByLabel('Valable jusqu’au')
    if (await until.isVisible()) await until.fill('2027-06-30')
    await card.getByRole('button', { name: /^Accepter/ }).click()
    await expect(accept).toHaveCount(left - 1)
  }
}
