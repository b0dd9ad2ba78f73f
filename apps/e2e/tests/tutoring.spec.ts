import { expect, type Locator, test } from '@playwright/test'
import { untilTaken } from '../support/answering.ts'
import { expectNoAxeViolation, picture, settled } from '../support/look.ts'
import { signInAs } from '../support/people.ts'
import { TODAY } from '../support/product.ts'

test.use({ viewport: { width: 360, height: 640 } })

test('a tutor logs an hour in three taps, the person helped confirms by link, staff see it', async ({
  page,
  browser,
}) => {
  // The phone lives the same day as the product: "today" is its own word.
  await page.clock.setFixedTime(`${TODAY}T10:00:00+01:00`)
  await signInAs(page, 'tutor')
  await page.goto('/tutorat')
  await settled(page)
  await picture(page, 'tutor-home-360')
  // Tap 1: the button. The screen is filled in as last time. Tap 2: save. Three at most.
  let taps = 0
  const tap = async (target: Locator) => {
    taps += 1
    await target.click()
  }
  await tap(page.getByRole('link', { name: 'Noter une séance' }))
  await settled(page)
  await picture(page, 'tutor-log-360')
  const logged = page.waitForResponse(
    (r) => r.url().endsWith('/api/me/tutoring/sessions') && r.request().method() === 'POST',
  )
  await tap(page.getByRole('button', { name: 'Enregistrer', exact: true }))
  const answer = await logged
  if (answer.status() === 422) {
    await tap(page.getByRole('button', { name: 'Oui, c’est juste. Enregistrer' }))
  }
  await expect(page.getByRole('heading', { name: 'C’est noté' })).toBeVisible()
  expect(taps).toBeLessThanOrEqual(3)
  const share = await page.getByRole('link', { name: /WhatsApp/ }).getAttribute('href')
  const link = decodeURIComponent(share ?? '').match(/https?:\/\/[^\s]+\/c\/[\w-]+/)?.[0] ?? ''
  const path = new URL(link).pathname

  const tutee = await browser.newContext({ viewport: { width: 360, height: 640 } })
  const phone = await tutee.newPage()
  for (let n = 0; n < 5; n += 1) await phone.request.get(`/api/confirmations${path.slice(2)}`)
  const blind = await phone.request.post(`/api/confirmations${path.slice(2)}`, {
    data: { answer: 'yes', what: null, gesture: '' },
    headers: { origin: new URL(answer.url()).origin },
  })
  expect(blind.status()).toBe(403)
  await phone.goto(path)
  await settled(phone)
  await expectNoAxeViolation(phone, path)
  await picture(phone, 'tutee-confirm-360')
  await untilTaken(phone, () => phone.getByRole('button', { name: 'Oui, c’est vrai' }).click())
  await expect(phone.getByText('Vous avez dit : oui, c’est vrai.')).toBeVisible()
  await picture(phone, 'tutee-confirmed-360')
  await tutee.close()

  await page.goto('/tutorat')
  await settled(page)
  await expect(page.getByText('Confirmée').first()).toBeVisible()
})

test('a tutor notes a group by its hours, one of them does not agree, staff set it aside', async ({
  page,
  browser,
}) => {
  await page.clock.setFixedTime(`${TODAY}T10:00:00+01:00`)
  await signInAs(page, 'tutor')
  await page.goto('/tutorat/noter')
  await settled(page)
  await page.getByRole('radio', { name: 'Plusieurs personnes' }).check()
  await page.getByRole('checkbox', { name: /Mensah/ }).check()
  await page.getByRole('radio', { name: 'De… à…' }).check()
  await page.getByLabel('Début').fill('08:00')
  await page.getByLabel('Fin', { exact: true }).fill('08:35')
  await expect(page.getByText('35 min', { exact: true })).toBeVisible()
  await expectNoAxeViolation(page, '/tutorat/noter')
  await picture(page, 'tutor-log-group-360')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  const share = page.getByRole('link', { name: /Envoyer le lien à .*Mensah/ })
  const text = decodeURIComponent((await share.getAttribute('href')) ?? '')
  const path = new URL(text.match(/https?:\/\/[^\s]+\/c\/[\w-]+/)?.[0] ?? '').pathname

  const tutee = await browser.newContext({ viewport: { width: 360, height: 640 } })
  const phone = await tutee.newPage()
  await phone.goto(path)
  await expect(phone.getByText('Vous étiez plusieurs.')).toBeVisible()
  await untilTaken(phone, async () => {
    await phone.getByRole('button', { name: 'Non, ce n’est pas exact' }).click()
    await phone.getByRole('button', { name: 'La durée' }).click()
  })
  await expect(phone.getByText('Vous avez dit : ce n’est pas exact.')).toBeVisible()
  await tutee.close()

  await page.goto('/tutorat')
  await page.getByRole('link', { name: /Mensah.*35 min/ }).click()
  await expect(page.getByText('À revoir avec la coopérative.')).toBeVisible()
  await settled(page)
  await picture(page, 'tutor-session-disputed-360')

  const office = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const staff = await office.newPage()
  await signInAs(staff, 'adviser')
  await staff.goto('/gestion/tutorat?vue=disputed')
  await staff
    .getByRole('row', { name: /Mensah.*35 min/ })
    .getByRole('link')
    .click()
  await settled(staff)
  await picture(staff, 'staff-session-disputed-1280')
  await staff.getByRole('radio', { name: /Mettre la séance de côté/ }).check()
  await staff.getByRole('button', { name: 'Enregistrer l’issue' }).click()
  await expect(staff.getByText('Mise de côté', { exact: true })).toBeVisible()
  await office.close()
})

test('staff approve every confirmed session in one go', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await signInAs(page, 'adviser')
  await page.goto('/gestion/tutorat?vue=to_approve')
  await settled(page)
  await expectNoAxeViolation(page, '/gestion/tutorat')
  await picture(page, 'staff-approve-1280')
  await page.getByRole('button', { name: /^Valider \d+ séances/ }).click()
  await expect(page.getByText(/^Séances validées : \d+/)).toBeVisible()
})

test('the tutor makes and downloads a certificate of confirmed hours', async ({ page }) => {
  await signInAs(page, 'tutor')
  await page.goto('/tutorat/bilan')
  await settled(page)
  await page.getByRole('button', { name: 'Faire mon attestation' }).click()
  const link = page.getByRole('link', { name: /Télécharger l’attestation/ })
  await expect(link).toBeVisible()
  const file = await page.request.get((await link.getAttribute('href')) ?? '')
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-')
})
