import { expect, type Page, test } from '@playwright/test'
import {
  expectNoAxeViolation,
  expectNoMessageKey,
  expectNoSidewaysScroll,
  picture,
  settled,
} from '../support/look.ts'
import { signInAs } from '../support/people.ts'
import { TODAY } from '../support/product.ts'

test('one asks for the pay export, another agrees, and the rule ends by two', async ({ page }) => {
  await signInAs(page, 'direction')
  await enterRule(page, 'oui')
  await signInAs(page, 'accountant')
  await page.goto('/gestion/paie?mois=2026-09')
  await page.getByRole('button', { name: /Demander l’accord/ }).click()
  await page.getByRole('link', { name: /accord attendu/ }).click()
  await expect(page.getByText('C’est votre demande')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Je suis d’accord' })).toHaveCount(0)
  await looksRight(page, 'two-persons-mine')

  await signInAs(page, 'direction')
  await page.goto('/gestion')
  await expect(page.getByText('Demande qui attend un second accord')).toBeVisible()
  await page.goto('/gestion/accords')
  await page.getByRole('link', { name: 'Variables de paie de septembre 2026' }).click()
  await looksRight(page, 'two-persons-answer')
  await page.getByRole('button', { name: 'Refuser' }).click()
  await expect(page.getByText('Écrivez un motif.').first()).toBeVisible()
  await page.getByRole('button', { name: 'Je suis d’accord' }).click()
  await expect(page.getByText('C’est fait.')).toBeVisible()

  await enterRule(page, 'non')
  await page.getByRole('link', { name: 'Voir la demande' }).click()
  const asked = page.url()
  await signInAs(page, 'accountant')
  await page.goto(asked)
  await page.getByRole('button', { name: 'Je suis d’accord' }).click()
  await expect(page.getByText('C’est fait.')).toBeVisible()
  await page.setViewportSize({ width: 320, height: 568 })
  await page.goto('/gestion/accords?vue=answered')
  await expect(page.getByRole('link', { name: 'Une seule personne suffit' }).first()).toBeVisible()
  await looksRight(page, 'two-persons-320')
})

/** A new value of the rule: yes from the day before, no from today, so that later journeys act alone. */
async function enterRule(page: Page, value: 'oui' | 'non'): Promise<void> {
  await page.goto('/gestion/reglages/valeurs')
  await page.getByRole('button', { name: /Nouvelle valeur : Deux personnes/ }).click()
  await page.getByLabel('Oui ou non').fill(value)
  await page.getByLabel('À partir du').fill(value === 'oui' ? '2026-11-01' : TODAY)
  await page.getByLabel('Décidé par').fill('Conseil du 2 novembre 2026')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  if (value === 'oui') await expect(page.getByLabel('Oui ou non')).toHaveCount(0)
}

async function looksRight(page: Page, name: string): Promise<void> {
  await settled(page)
  await expectNoAxeViolation(page, name)
  await expectNoMessageKey(page, name)
  await expectNoSidewaysScroll(page, name)
  await picture(page, name)
}
