import { expect, test } from '@playwright/test'
import { expectNoAxeViolation, picture, settled } from '../support/look.ts'
import { press } from '../support/office.ts'
import { signInAs } from '../support/people.ts'

test('two among all get their certificates in a batch that is followed live and taken as a ZIP', async ({
  page,
}) => {
  await signInAs(page, 'direction')
  await page.goto('/gestion/attestations/lots')
  await page.getByRole('link', { name: 'Préparer un lot' }).click()
  await settled(page)
  const table = page.getByRole('table')
  const everybody = page.getByRole('checkbox', { name: /^Choisir les \d+ personnes prêtes$/ })
  await expect(everybody).toBeChecked()

  await page.getByRole('link', { name: 'Incomplètes seulement' }).click()
  await expect(table.getByText('Incomplète').first()).toBeVisible()
  await expect(table.getByText('Prête', { exact: true })).toHaveCount(0)
  await expectNoAxeViolation(page, 'what is missing before a batch')
  await page.getByRole('link', { name: 'Toutes', exact: true }).click()

  await everybody.uncheck()
  await press(page, 'Émettre 0 attestation')
  await expect(page.getByText('Cochez au moins une personne.').first()).toBeVisible()
  await expectNoAxeViolation(page, 'a batch for nobody')
  const boxes = table.getByRole('checkbox')
  await boxes.nth(0).check()
  await boxes.nth(2).check()
  await expect(page.getByText('Cochez au moins une personne.')).toHaveCount(0)
  await page.setViewportSize({ width: 360, height: 640 })
  await expectNoAxeViolation(page, 'some of all in a batch')
  await picture(page, 'batch-1-some-360')
  await page.setViewportSize({ width: 1280, height: 800 })
  await press(page, 'Émettre les 2 attestations')

  await page.waitForURL(/\/gestion\/attestations\/lots\/[\w-]{36}$/)
  await expect(page.getByText('Le lot est terminé.')).toBeVisible()
  await expect(page.getByText('2 émises et 0 non émises, sur 2')).toBeVisible()
  await expectNoAxeViolation(page, 'a batch that is over')
  await picture(page, 'batch-2-over')
  const numbers = await page.getByRole('link', { name: /^ATT-/ }).allTextContents()
  expect(numbers).toHaveLength(2)
  const zip = page.getByRole('link', { name: 'Télécharger 2 documents (ZIP)' })
  const answer = await page.request.get((await zip.getAttribute('href')) ?? '')
  const bytes = await answer.body()
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  for (const number of numbers) expect(bytes.includes(`${number.trim()}.pdf`)).toBe(true)
})
