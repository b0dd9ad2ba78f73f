import { expect, type Page, test } from '@playwright/test'
import { expectNoAxeViolation, picture, settled } from '../support/look.ts'
import { fill, press } from '../support/office.ts'
import { lastMail, signInAs } from '../support/people.ts'

const REPORT = [
  ['Bilan de l’activité', 'Deux missions par mois, un client fidèle.'],
  ['Évolution prévisible', 'Une formation en ligne au printemps.'],
  ['Actions individuelles et collectives nécessaires', 'Atelier « trouver des clients ».'],
] as const

test('an interview is recorded, signed on a phone, countersigned, and the clock counts it', async ({
  page: office,
  browser,
}) => {
  test.setTimeout(240_000)
  await signInAs(office, 'adviser')
  const people = await (await office.request.get('/api/people?search=moussa')).json()
  const personId: string = people.people[0].id
  await office.goto(`/gestion/personnes/${personId}?onglet=interviews`)
  await settled(office)
  const running = office.getByRole('row', { name: /En cours/ })
  const before = Number(/(\d) sur 2/.exec((await running.textContent()) ?? '')?.[1])
  await expectNoAxeViolation(office, 'the interviews of a person')
  await picture(office, 'interviews-1-file')

  await office.getByRole('link', { name: 'Planifier ou noter un entretien' }).click()
  await settled(office)
  await press(office, 'Planifier l’entretien')
  await expect(office.getByText('Écrivez le jour prévu.').first()).toBeVisible()
  await office.getByLabel('a eu lieu').check()
  await fill(office, 'Jour de l’entretien', await today(office))
  for (const [part, text] of REPORT) await fill(office, part, text)
  await expectNoAxeViolation(office, 'the record of an interview')
  await picture(office, 'interviews-2-record')
  await press(office, 'Enregistrer l’entretien')
  await office.waitForURL(/\/gestion\/entretiens\/[\w-]{36}$/)
  await settled(office)
  await expect(office.getByText('Ce qui manque au compte rendu')).toBeVisible()
  await picture(office, 'interviews-3-missing')
  await office.getByRole('link', { name: 'Besoins d’accompagnement' }).click()
  await settled(office)
  await fill(office, 'Besoins d’accompagnement', 'Lire le compte d’activité.')
  await press(office, 'Enregistrer l’entretien')
  await expect(office.getByText('Rien ne manque : le compte rendu peut partir.')).toBeVisible()
  await press(office, 'Envoyer à la signature')
  await expect(office.getByText(/Compte rendu envoyé/)).toBeVisible()
  const interview = new URL(office.url()).pathname

  await signOnPhone(await phoneOf(browser), browser)

  await office.goto(interview)
  await office.getByRole('link', { name: 'Voir la signature' }).click()
  await settled(office)
  await office.getByRole('link', { name: 'Signer pour la coopérative' }).click()
  await settled(office)
  await press(office, 'Signer pour la coopérative')
  await office.waitForURL(/\/gestion\/signatures\/[\w-]{36}$/)
  await office.goto(interview)
  await expect(office.getByText('Signé par les deux')).toBeVisible()
  await picture(office, 'interviews-6-signed')
  const link = office.getByRole('link', { name: /Ouvrir le compte rendu signé/ })
  const file = await office.request.get((await link.getAttribute('href')) ?? '')
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-')
  await office.goto(`/gestion/personnes/${personId}?onglet=interviews`)
  await settled(office)
  const after = office.getByRole('row', { name: before === 0 ? /En cours/ : /2 sur 2/ }).first()
  await expect(after).toContainText(`${before + 1} sur 2`)
  await picture(office, 'interviews-7-counted')
})

type Browser = Parameters<Parameters<typeof test>[2]>[0]['browser']

async function phoneOf(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    viewport: { width: 360, height: 640 },
  })
  const phone = await context.newPage()
  await signInAs(phone, 'tutor')
  return phone
}

/** Moussa, the tutor of the demonstration, has a CESA: he finds the report and signs it. */
async function signOnPhone(phone: Page, browser: Browser): Promise<void> {
  await phone.goto('/moi/papiers')
  await settled(phone)
  await phone.getByRole('link', { name: 'Voir mes entretiens' }).click()
  await settled(phone)
  await expectNoAxeViolation(phone, 'the own interviews')
  await picture(phone, 'interviews-4-own')
  await phone
    .getByRole('link', { name: /Lire et signer/ })
    .first()
    .click()
  await phone.waitForURL('**/signer')
  await settled(phone)
  await picture(phone, 'interviews-5-to-sign')
  await phone.getByRole('link', { name: 'Continuer pour signer' }).click()
  await press(phone, 'Recevoir mon code')
  const head = await (await browser.newContext({ locale: 'fr-FR' })).newPage()
  await signInAs(head, 'direction')
  const pattern = /Pour signer « Compte rendu d’entretien [^\n]* », écrivez ce code : (\d{6})/
  const code = pattern.exec(await lastMail(head.request, pattern))?.[1] ?? ''
  await head.context().close()
  await fill(phone, 'Écrivez le code reçu par e-mail', code)
  await fill(phone, 'Écrivez votre nom', 'Moussa Traoré')
  await press(phone, 'Je signe')
  await expect(phone.getByRole('heading', { name: 'C’est signé' })).toBeVisible()
  await phone.goto('/moi/entretiens')
  await settled(phone)
  await expect(phone.getByText('Vous avez signé. La coopérative signe après vous.')).toBeVisible()
  await phone.context().close()
}

/** The day of the installation, which a demonstration may hold still. */
async function today(page: Page): Promise<string> {
  const answer = await page.request.get('/api/home/queue')
  const { today: day }: { today: string } = await answer.json()
  return day
}
