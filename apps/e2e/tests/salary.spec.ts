import { expect, type Page, test } from '@playwright/test'
import {
  expectNoAxeViolation,
  expectNoMessageKey,
  expectNoSidewaysScroll,
  picture,
  settled,
} from '../support/look.ts'
import { signInAs } from '../support/people.ts'

test('a tester simulates a pay on the phone, by both doors', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 })
  await signInAs(page, 'tester')
  await page.goto('/moi/argent')
  await settled(page)
  await page.getByRole('link', { name: 'Simuler mon salaire' }).click()
  await settled(page)
  await expect(page.getByRole('radio', { name: 'J’ai de l’argent sur mon compte' })).toBeChecked()

  // An amount that reads in two ways is asked, never guessed.
  await page.getByLabel('Combien voulez-vous utiliser ?').fill('3.419')
  await page.getByRole('button', { name: 'Calculer' }).click()
  await expect(page.locator('#main')).toContainText('3 419,00')
  await looksRight(page, 'simulator-error-360')

  await page.getByLabel('Combien voulez-vous utiliser ?').fill('2000')
  await page.getByRole('button', { name: 'Ajouter 10 €' }).click()
  await page.getByRole('button', { name: 'Calculer' }).click()
  await expect(page.getByText('Vous pouvez recevoir environ')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Ce n’est pas une promesse de paie.').last()).toBeVisible()
  await looksRight(page, 'simulator-budget-360')

  await page.getByLabel('Combien voulez-vous utiliser ?').fill('20')
  await page.getByRole('button', { name: 'Calculer' }).click()
  await expect(page.getByText('Tout reste sur votre compte')).toBeVisible({ timeout: 60_000 })

  await page.getByRole('radio', { name: 'Je veux recevoir un montant' }).check()
  await page.getByLabel('Combien voulez-vous recevoir par mois ?').fill('1200')
  await page.getByRole('button', { name: 'Calculer' }).click()
  await expect(page.getByText('Il faut sur votre compte environ')).toBeVisible({ timeout: 60_000 })
  await page.setViewportSize({ width: 320, height: 568 })
  await looksRight(page, 'simulator-net-320')
})

test('staff simulate a pay, from the page of a person too', async ({ page }) => {
  await signInAs(page, 'accountant')
  await page.goto('/gestion/simulateur?budget=341955')
  await settled(page)
  await expect(page.getByLabel('Montant')).toHaveValue(/3\s419,55/)
  await page.getByLabel('Mois de paie').fill('2026-07')
  await page.getByRole('button', { name: 'Estimer' }).click()
  await expect(page.getByRole('cell', { name: /2\s072,67/ }).first()).toBeVisible({
    timeout: 60_000,
  })
  await looksRight(page, 'simulator-staff')
  // What is being changed leaves no answer of another month below it; a refusal stands at its field.
  await page.getByLabel('Mois de paie').fill('2025-12')
  await expect(page.getByRole('cell', { name: /2\s072,67/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Estimer' }).click()
  await expect(page.getByLabel('Mois de paie')).toHaveAccessibleDescription(
    /le modèle officiel donnerait des montants faux/,
  )
})

test('the pay of a month lists every CESA, and gives the file of the payroll service', async ({
  page,
}) => {
  await signInAs(page, 'accountant')
  await page.goto('/gestion/paie?mois=2026-10')
  await settled(page)
  await expect(page.getByRole('table', { name: 'Parts fixes dues' })).toBeVisible()
  await looksRight(page, 'pay-month')
  const saved = page.waitForEvent('download')
  // A double click is one gesture, and one file in the list.
  await page.getByRole('button', { name: 'Variables de paie (CSV)' }).dblclick()
  expect((await saved).suggestedFilename()).toBe('paie-2026-10.csv')
  const workbook = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Variables de paie (XLSX)' }).click()
  expect((await workbook).suggestedFilename()).toBe('paie-2026-10.xlsx')
  const files = page.getByRole('region', { name: 'Fichiers sortis' }).getByRole('listitem')
  await expect(files).toHaveText([/paie-2026-10\.xlsx/, /paie-2026-10\.csv/])
  await page.goto('/gestion/paie?mois=2020-01')
  await expect(page.getByText('Aucun CESA ne couvre ce mois.')).toBeVisible()
})

async function looksRight(page: Page, name: string): Promise<void> {
  await expectNoAxeViolation(page, name)
  await expectNoMessageKey(page, name)
  await expectNoSidewaysScroll(page, name)
  await picture(page, name)
}
