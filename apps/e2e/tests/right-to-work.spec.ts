import { expect, type Page, test } from '@playwright/test'
import { expectNoAxeViolation, picture, settled } from '../support/look.ts'
import { signInAs } from '../support/people.ts'

const REASON = 'Demande à la préfecture avant le CESA'

test('CAPE to CESA: another question for the same paper; a person decides, the tester sees who looked', async ({
  page: office,
  browser,
}) => {
  await signInAs(office, 'adviser')
  await openPanel(office, 'Ibrahima')
  const cesa = office.getByRole('region', { name: 'CESA : travail salarié' })
  const cape = office.getByRole('region', { name: 'CAPE : activité à son compte' })
  await expect(cape).toContainText('À vérifier')
  await expect(cesa).toContainText('Il faut une autorisation de travail pour cette coopérative.')
  await expect(cesa).toContainText('C. trav. R5221-3, I')
  await expectNoAxeViolation(office, 'right to work')
  await picture(office, 'right-to-work-office')
  const decision = office.getByLabel('Décision', { exact: true })
  await decision.selectOption('may_work')
  await office.getByLabel('Motif').fill('Autorisation obtenue, au dossier')
  await office.getByRole('button', { name: 'Enregistrer la décision' }).click()
  // Nobody decides in the place of the préfet; for the own account a person does.
  await expect(office.getByText(/Une décision ne remplace pas le préfet/).first()).toBeVisible()
  await office.getByLabel('Contrat', { exact: true }).selectOption('CAPE')
  await office.getByRole('button', { name: 'Enregistrer la décision' }).click()
  await expect(cape).toContainText('peut travailler')

  await openPanel(office, 'Awa')
  await expect(office.getByText('INVENTE0001')).toHaveCount(0)
  await office.getByLabel('Pourquoi l’ouvrir ?').fill(REASON)
  await office.getByRole('button', { name: 'Afficher 20 secondes' }).click()
  await expect(office.getByText('INVENTE0001')).toBeVisible()

  const pocket = await browser.newContext({ viewport: { width: 360, height: 640 } })
  const phone = await pocket.newPage()
  await signInAs(phone, 'tester')
  await phone.goto('/moi/titre')
  await settled(phone)
  await expect(phone.getByText(REASON)).toBeVisible()
  await expectNoAxeViolation(phone, 'own permit')
  await picture(phone, 'right-to-work-phone-360')
  await phone.getByLabel(/Valable jusqu’au/).fill('31/10/2029')
  await phone.locator('#paper').setInputFiles({
    name: 'carte.jpg',
    mimeType: 'image/jpeg',
    buffer: await phone.screenshot({ type: 'jpeg' }),
  })
  await expect(phone.getByText('Votre papier est bien arrivé.')).toBeVisible()
  await pocket.close()
})

async function openPanel(page: Page, givenName: string): Promise<void> {
  const answer = await page.request.get(`/api/people?search=${givenName}`)
  const { people }: { people: { id: string }[] } = await answer.json()
  await page.goto(`/gestion/personnes/${people[0]?.id}/sejour`)
  await settled(page)
}
