import { expect, type Page } from '@playwright/test'
import { generateSync } from 'otplib'
import { picture, settled } from './look.ts'

/** Types into the field that has this label. */
export async function fill(page: Page, label: string | RegExp, text: string): Promise<void> {
  await page.getByLabel(label).first().fill(text)
}

export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click()
}

export const DIRECTION = { name: 'Fatou Ndiaye', email: 'fatou@baobab.test' }
export const TESTER = { givenName: 'Awa', familyName: 'Traoré', email: 'awa@baobab.test' }

/** The set-up page, then the application of codes that the direction must have. */
export async function installCooperative(page: Page, setupCode: string): Promise<void> {
  await page.goto('/')
  await page.waitForURL('**/installation')
  await settled(page)
  await fill(page, 'Code d’installation', setupCode)
  await fill(page, /^Nom$/, 'Coopérative Baobab')
  await fill(page, 'Forme juridique', 'SCOP SA à capital variable')
  await fill(page, 'Numéro SIREN', '123 456 782')
  await fill(page, 'Adresse du siège', '1 rue des Ateliers\n93100 Montreuil')
  await fill(page, 'Ville où vous signez', 'Montreuil')
  await fill(page, 'E-mail de la coopérative', 'contact@baobab.test')
  await fill(page, 'Qui signe les contrats', DIRECTION.name)
  await fill(page, 'En quelle qualité', 'directrice générale')
  await expect(page.getByLabel('Heure de la coopérative')).toHaveValue('Europe/Paris')
  await page.getByLabel('Premier mois à déclarer').selectOption('2026-10')
  await fill(page, 'Votre nom', DIRECTION.name)
  await fill(page, 'Votre adresse e-mail', DIRECTION.email)
  await fill(page, /^Mot de passe/, 'cheval correct agrafe pile')
  await picture(page, 'month-01-installation')
  await press(page, 'Créer la coopérative')
  await page.waitForURL('**/gestion**')
  await page.goto('/gestion/reglages/securite')
  await press(page, 'Ajouter une application de codes')
  const secret = ((await page.locator('code').textContent()) ?? '').replaceAll(' ', '')
  await fill(page, 'Code à 6 chiffres affiché par l’application', generateSync({ secret }))
  await press(page, 'Confirmer')
  await expect(page.getByText('L’application de codes est en place.')).toBeVisible()
}

/** What the general assembly decided: 10 % of sales. */
export async function addScheme(page: Page): Promise<void> {
  await page.goto('/gestion/reglages/contribution/nouvelle')
  await settled(page)
  await fill(page, 'Nom court', 'AG-2026')
  await fill(page, 'Date de l’assemblée générale', '2026-05-29')
  await fill(page, /^Décision/, 'AG du 29 mai 2026, résolution 4')
  await fill(page, 'Tranche 1 : taux (en %)', '10')
  await press(page, 'Enregistrer')
  await expect(page.getByRole('rowheader', { name: 'AG-2026' })).toBeVisible()
  await picture(page, 'month-02-scheme')
}

/** Opens the file of the tester; the id of the person. */
export async function addPerson(page: Page): Promise<string> {
  await page.goto('/gestion/personnes/nouvelle')
  await settled(page)
  await fill(page, 'Prénom', TESTER.givenName)
  await fill(page, 'Nom de famille', TESTER.familyName)
  await fill(page, 'Date de naissance', '1994-03-08')
  await fill(page, 'Adresse e-mail', TESTER.email)
  await fill(page, 'Adresse postale', '12 rue des Lilas\n93100 Montreuil')
  await fill(page, 'Nom de l’activité', 'Couture et retouches')
  await fill(page, 'Puissance fiscale de la voiture', '5')
  await press(page, 'Ouvrir le dossier')
  await page.waitForURL(/\/gestion\/personnes\/[\w-]{36}$/)
  await settled(page)
  await picture(page, 'month-03-person')
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** A CAPE with every content of article R127-1, sent to sign; the path of its page. */
export async function sendContract(page: Page, personId: string): Promise<string> {
  await page.goto(`/gestion/contrats/nouveau?personne=${personId}`)
  await settled(page)
  await fill(page, 'Premier jour', '2026-10-01')
  await page.getByLabel('Non, elle l’a déclaré').check()
  await fill(page, 'Objectifs', 'Trouver dix clientes\nFixer ses prix')
  await fill(page, 'Étapes et rendez-vous', 'Un rendez-vous par mois')
  await page.getByRole('textbox', { name: 'Moyen', exact: true }).fill('Atelier partagé')
  await fill(page, 'Étendue ou montant', 'Deux jours par semaine')
  await fill(page, 'Conditions d’utilisation', 'Sur réservation')
  await fill(page, 'Ce que la personne peut commander ou promettre', 'Achats de tissus')
  await fill(page, 'Montant total maximum', '1 500')
  await fill(page, 'Préavis pour arrêter avant la fin', '15')
  await picture(page, 'month-04-contract-form')
  await press(page, 'Enregistrer le brouillon')
  await page.waitForURL(/\/gestion\/contrats\/[\w-]{36}$/)
  const contractPath = new URL(page.url()).pathname
  await page
    .getByRole('link', { name: /droit au travail pour ce CAPE : personne n’a décidé/ })
    .click()
  await recordPaper(page, 'Nationalité française')
  await page.goto(contractPath)
  await expect(page.getByText('Rien ne manque. Le contrat peut partir.')).toBeVisible()
  await press(page, 'Envoyer pour signature')
  await expect(page.getByText(/Contrat envoyé/)).toBeVisible()
  await picture(page, 'month-05-contract-sent')
  return contractPath
}

/** Records what a person showed, on their page of the right to work. */
export async function recordPaper(page: Page, kind: string): Promise<void> {
  await page.waitForURL('**/sejour**')
  await settled(page)
  await page.getByLabel('Titre ou situation').selectOption({ label: kind })
  await press(page, 'Enregistrer le papier')
  await expect(page.getByRole('region', { name: 'Papier actuel' })).toContainText(kind)
}

/** The cooperative signs the document that the person signed. */
export async function countersign(page: Page, contractPath: string): Promise<void> {
  await page.goto(contractPath)
  await page.getByRole('link', { name: 'Signer pour la coopérative' }).click()
  await settled(page)
  await press(page, 'Signer pour la coopérative')
  await page.waitForURL(/\/gestion\/signatures\/[\w-]{36}$/)
  await page.goto(contractPath)
  await expect(page.getByText('Preuves de signature')).toBeVisible()
  await picture(page, 'month-08-countersigned')
}

/** Accepts the only declaration of the month with the letter of the verdict. */
export async function acceptDeclaration(page: Page): Promise<void> {
  await page.goto('/gestion/declarations?mois=2026-10')
  await settled(page)
  await page.getByRole('option', { name: /Traoré/ }).focus()
  await picture(page, 'month-12-review')
  await page.keyboard.press('a')
  await expect(page.getByText('Tout est revu pour octobre 2026.')).toBeVisible()
}

/** Checks, preview, closing, and the statements as they are drawn. */
export async function closeMonth(page: Page): Promise<void> {
  await page.goto('/gestion/cloture/2026-10')
  await settled(page)
  await picture(page, 'month-13-checks')
  await press(page, 'Continuer vers l’aperçu')
  await page.waitForURL('**/apercu')
  await settled(page)
  await picture(page, 'month-14-preview')
  await page.getByRole('link', { name: 'Continuer vers la clôture' }).click()
  await settled(page)
  const checked = page.getByLabel(/J’ai vérifié/)
  if (await checked.isVisible()) await checked.check()
  await picture(page, 'month-15-close')
  await press(page, 'Clôturer octobre 2026')
  await expect(page.getByText('Tous les relevés sont prêts.')).toBeVisible()
  await expect(page.getByText('1 sur 1 prêts')).toBeVisible()
  await picture(page, 'month-16-progress')
  await page.getByRole('link', { name: 'Voir le mois clos' }).click()
  await expect(page.getByText('Sceau du mois', { exact: true })).toBeVisible()
  await picture(page, 'month-17-closed')
}

/** An income certificate of the closed month; its page. */
export async function issueCertificate(page: Page, personId: string): Promise<string> {
  await page.goto(`/gestion/attestations/emettre?personne=${personId}`)
  await settled(page)
  const october = page.getByLabel('octobre 2026')
  if (!(await october.isChecked())) await october.check()
  await picture(page, 'month-20-issue')
  await press(page, 'Émettre l’attestation de revenus')
  await page.waitForURL(/\/gestion\/attestations\/[\w-]{36}$/)
  await settled(page)
  await picture(page, 'month-21-issued')
  return new URL(page.url()).pathname
}

/** Revokes for good, with a reason. */
export async function revoke(page: Page, certificatePath: string): Promise<void> {
  await page.goto(`${certificatePath}/revoquer`)
  await settled(page)
  await page.getByLabel('Une erreur dans les chiffres').check()
  await press(page, /^Révoquer/)
  await expect(page.getByText(/Révoquée le/).first()).toBeVisible()
}
