import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectNoAxeViolation, picture, settled } from '../support/look.ts'
import { press, recordPaper } from '../support/office.ts'
import { CLAUSES, type Followed, Office } from '../support/path.ts'
import { signInAs } from '../support/people.ts'

const CAPE_STARTS = '2026-11-01'

test('a second renewal of a CAPE leaves to be signed, a third is refused with its article', async ({
  page,
  browser,
}) => {
  const office = await openOffice(page, browser)
  const esi = await office.openFile('Esi', 'Owusu')
  await office.recordFrench(esi)
  await office.signedCape(esi, CAPE_STARTS, '2027-01-31')
  const first = await office.signedCape(esi, '2027-02-01', '2027-04-30')
  await open(page, `/gestion/contrats/${first}`)
  await page.getByRole('link', { name: 'Renouveler' }).click()
  await settled(page)
  const compared = page.getByRole('region', { name: 'Le contrat précédent et le nouveau' })
  await page.getByLabel('Étendue ou montant').fill('Trois jours par semaine')
  await expect(compared.getByRole('row', { name: /Moyens mis à disposition/ })).toContainText(
    'Changé',
  )
  await expect(compared.getByRole('row', { name: /Contribution/ })).toContainText('Inchangé')
  await expectNoAxeViolation(page, 'old and new terms')
  await picture(page, 'path-1-renewal')
  await page.getByLabel('Non, elle l’a déclaré').check()
  await press(page, 'Enregistrer le brouillon')
  await page.waitForURL(/\/gestion\/contrats\/[\w-]{36}$/)
  await expect(page.getByText('Rien ne manque. Le contrat peut partir.')).toBeVisible()
  await press(page, 'Envoyer pour signature')
  await expect(page.getByText(/Contrat envoyé/)).toBeVisible()
  const second = idOf(page)
  const text = await office.pdfText(`/api/contracts/${second}/document`)
  expect(text).toMatch(/renouvellement/i)
  expect(text).toContain('Trois jours par semaine')
  await open(page, `/gestion/contrats/nouveau?personne=${esi.personId}`)
  await expect(
    page.getByText(/Un troisième renouvellement est interdit \(article L127-2\)/),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Enregistrer le brouillon' })).toHaveCount(0)
})

test('CAPE to CESA: the right to work is asked again, the préfet answers, and the CESA signed ends the CAPE', async ({
  page,
  browser,
}) => {
  const office = await openOffice(page, browser)
  const adjoa = await office.openFile('Adjoa', 'Boateng')
  await open(page, `/gestion/personnes/${adjoa.personId}/sejour`)
  await page.getByLabel('Valable jusqu’au').fill('2029-06-30')
  await page.getByLabel('Original vu le').fill('2026-11-01')
  await page.getByLabel('Titre ou situation').selectOption({ label: 'Carte de résident (10 ans)' })
  const form = page.getByRole('region', { name: 'Enregistrer un papier' })
  await form
    .locator('input[type="file"]')
    .first()
    .setInputFiles(await photo(page))
  await recordPaper(page, 'Carte de résident (10 ans)')
  await expect(page.getByText(/c’est le papier actuel/)).toBeVisible()
  const cape = await office.signedCape(adjoa, CAPE_STARTS, '2027-10-31')
  const cesa = await draftCesa(office, adjoa)
  await open(page, `/gestion/contrats/${cesa}`)
  const missing = page.getByRole('link', {
    name: /droit au travail pour ce CESA : personne n’a décidé/,
  })
  await expect(page.getByRole('button', { name: 'Envoyer pour signature' })).toHaveCount(0)
  await expectNoAxeViolation(page, 'what a CESA still lacks')
  await picture(page, 'path-2-cesa-missing')
  await missing.click()
  await page.waitForURL(/sejour\?jour=2026-12-01&contrat=CESA$/)
  await settled(page)
  const salaried = page.getByRole('region', { name: 'CESA : travail salarié' })
  await expect(salaried).toContainText('C. trav. R5221-41')
  await page.getByLabel('Motif').fill('Préfet du siège interrogé ce jour, réponse attendue')
  await page.getByLabel('Décision', { exact: true }).selectOption('may_work')
  await press(page, 'Enregistrer la décision')
  await expect(page.getByText(/Une décision ne remplace pas le préfet/).first()).toBeVisible()
  const steps = page.getByRole('region', { name: 'Démarches avant l’embauche' })
  await steps.getByLabel('Jour écrit sur le papier').fill('2026-11-02')
  await press(page, 'Enregistrer la démarche')
  await steps.getByLabel('Réponse du préfet').selectOption({ label: 'Titre confirmé' })
  await steps.getByLabel('Jour de la réponse, ou du constat').fill('2026-11-02')
  await press(page, 'Enregistrer la réponse')
  await expect(salaried).toContainText('Le préfet a confirmé le titre')
  await expectNoAxeViolation(page, 'the préfet was asked before the hire')
  await picture(page, 'path-3-decision')
  await open(page, `/gestion/contrats/${cesa}`)
  await press(page, 'Envoyer pour signature')
  await expect(page.getByText(/Contrat envoyé/)).toBeVisible()
  await office.signByBoth(adjoa, await office.signatureOf(cesa))
  const text = await office.pdfText(`/api/contracts/${cesa}/document?stage=signed`)
  expect(text).toContain('600,00')
  expect(text).toMatch(/L7331-2/)
  await open(page, `/gestion/contrats/${cape}`)
  await expect(page.getByText('Fin le 30 novembre 2026 : Passage en CESA')).toBeVisible()
})

test('an amendment to its end, then an exit: reason, what is left to do, the documents due', async ({
  page,
  browser,
}) => {
  const office = await openOffice(page, browser)
  const kwame = await office.openFile('Kwame', 'Asante')
  await office.recordFrench(kwame)
  const cape = await office.signedCape(kwame, CAPE_STARTS, '2027-10-31')
  await amend(page, office, kwame, cape)

  await open(page, `/gestion/contrats/${cape}/fin`)
  await page.getByLabel('Motif').selectOption({ label: 'Création de son entreprise' })
  await page.getByLabel('Dernier jour du contrat').fill('2026-11-02')
  await expectNoAxeViolation(page, 'the end of a contract')
  await picture(page, 'path-6-exit')
  await press(page, 'Terminer le contrat')
  await expect(page.getByText('Fin le 2 novembre 2026 : Création de son entreprise')).toBeVisible()
  for (const recipient of ['urssaf', 'france_travail']) {
    const letter = `/api/contracts/${cape}/notices/early_end/${recipient}/letter`
    expect(await office.pdfText(letter)).toMatch(/Asante[\s\S]*(02\/11\/2026|2 novembre 2026)/)
  }
  const contractPage = page.url()
  await page.getByRole('link', { name: 'Délivrer une attestation' }).click()
  await settled(page)
  await page.getByLabel('Entrée en CAPE').check()
  await press(page, 'Émettre l’attestation d’entrée en CAPE')
  await page.waitForURL(/\/gestion\/attestations\/[\w-]{36}$/)
  const certificate = `/api/attestations/${idOf(page)}/document`
  expect(await office.pdfText(certificate)).toMatch(/Kwame Asante[\s\S]*L127-1/)
  await open(page, contractPage)
  await page.getByText('Garder le document fait ailleurs : Attestation de CAPE remise').click()
  await page.locator('details[open] input[type="file"]').setInputFiles({
    name: 'attestation.pdf',
    mimeType: 'application/pdf',
    buffer: await (await page.request.get(certificate)).body(),
  })
  await press(page, 'Garder le document fait ailleurs')
  await expect(
    page.getByRole('link', { name: /Voir le document Attestation de CAPE remise/ }),
  ).toBeVisible()
  await expectNoAxeViolation(page, 'what an exit leaves to do')
  await picture(page, 'path-7-exit-steps')
})

test('a CESA that ends: its clauses, its reason, the certificat de travail and what is left to do', async ({
  page,
  browser,
}) => {
  const office = await openOffice(page, browser)
  const yaa = await office.openFile('Yaa', 'Mensah')
  await office.recordFrench(yaa)
  const cesa = await draftCesa(office, yaa, '2026-11-02')
  await open(page, `/gestion/contrats/${cesa}`)
  const clauses = page.getByRole('region', { name: 'Mentions obligatoires' })
  await expect(clauses.getByText('Écrite')).toHaveCount(12)
  await expect(clauses.getByRole('link', { name: 'Propriété intellectuelle' })).toBeVisible()
  await expectNoAxeViolation(page, 'the clauses of a CESA')
  await picture(page, 'path-8-clauses')
  await office.post(`/api/contracts/${cesa}/sending`, undefined, 1)
  await office.signByBoth(yaa, await office.signatureOf(cesa))

  await open(page, `/gestion/contrats/${cesa}/fin`)
  await page.getByLabel('Motif').selectOption({ label: 'Démission' })
  await page.getByLabel('Dernier jour du contrat').fill('2026-11-02')
  await press(page, 'Terminer le contrat')
  await expect(page.getByText('Fin le 2 novembre 2026 : Démission')).toBeVisible()
  for (const step of [/Certificat de travail remis/, /Reçu pour solde/, /Attestation employeur/])
    await expect(page.getByText(step).first()).toBeVisible()
  await expect(page.getByText(/Part variable régularisée/).first()).toBeVisible()
  await expect(page.getByText(/URSSAF et France Travail informés/)).toHaveCount(0)
  await expectNoAxeViolation(page, 'what the exit of a CESA leaves to do')
  await picture(page, 'path-9-cesa-exit')
  await page.getByRole('link', { name: 'Délivrer une attestation : Certificat de travail' }).click()
  await settled(page)
  await press(page, 'Émettre le certificat de travail')
  await page.waitForURL(/\/gestion\/attestations\/[\w-]{36}$/)
  const text = await office.pdfText(`/api/attestations/${idOf(page)}/document`)
  expect(text).toMatch(/Yaa Mensah/)
  expect(text).toMatch(/certificat de travail/i)
  expect(text).not.toMatch(/démission/i)
  await open(page, `/gestion/contrats/${cesa}`)
  await expect(page.getByRole('link', { name: /Voir l’attestation émise/ })).toBeVisible()
})

/** From the form to what holds: drafted, written anew, sent, signed by both. */
async function amend(page: Page, office: Office, of: Followed, cape: string): Promise<void> {
  await open(page, `/gestion/contrats/${cape}`)
  await page.getByRole('link', { name: 'Préparer un avenant' }).click()
  await settled(page)
  await page.getByLabel('Prend effet le').fill('2026-11-02')
  await page.getByLabel('Motif').fill('Plus de place')
  await page.getByLabel('Moyens mis en œuvre').fill('Atelier partagé, trois jours par semaine')
  await press(page, 'Préparer l’avenant')
  await page.waitForURL(/\/avenants\/[\w-]{36}$/)
  await page.getByRole('link', { name: 'Modifier' }).click()
  await settled(page)
  await expectNoAxeViolation(page, 'an amendment written anew')
  await page.getByLabel('Moyens mis en œuvre').fill('Atelier partagé, quatre jours par semaine')
  await press(page, 'Enregistrer l’avenant')
  await page.waitForURL(/\/avenants\/[\w-]{36}$/)
  await expect(page.getByText('Atelier partagé, quatre jours par semaine')).toBeVisible()
  await press(page, 'Envoyer à la signature')
  await expect(page.getByText(/L’avenant est envoyé/)).toBeVisible()
  await picture(page, 'path-4-amendment')
  const amendmentId = idOf(page)
  const path = `/api/amendments/${amendmentId}`
  const { signatureId } = await office.get<{ signatureId: string }>(path)
  await office.signByBoth(of, signatureId)
  expect(await office.pdfText(`${path}/document`)).toContain('quatre jours par semaine')
  await open(page, `/gestion/contrats/${cape}`)
  await expect(page.getByText(/Depuis l’avenant 1, le 2 novembre 2026/)).toBeVisible()
  await expect(
    page.getByText(/À l’origine : Atelier partagé, Deux jours par semaine/),
  ).toBeVisible()
  await expectNoAxeViolation(page, 'what holds after an amendment')
  await picture(page, 'path-5-in-force')
}

async function draftCesa(office: Office, of: Followed, startsOn = '2026-12-01'): Promise<string> {
  const { personId, activityId, schemeId } = of
  const body = { activityId, schemeId, startsOn, terms: CLAUSES }
  const { id } = await office.post<{ id: string }>(`/api/people/${personId}/cesa`, body)
  return id
}

async function openOffice(page: Page, browser: Browser): Promise<Office> {
  await signInAs(page, 'adviser')
  await open(page, '/gestion')
  const direction = await (await browser.newContext()).newPage()
  await signInAs(direction, 'direction')
  return new Office(page, direction.request)
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await settled(page)
}

async function photo(page: Page) {
  const buffer = await page.screenshot({ type: 'jpeg' })
  return { name: 'recto.jpg', mimeType: 'image/jpeg', buffer }
}

function idOf(page: Page): string {
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}
