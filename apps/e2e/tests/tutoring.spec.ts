import { expect, test } from '@playwright/test'
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
  await page.getByRole('link', { name: 'Noter une séance' }).click()
  await settled(page)
  await picture(page, 'tutor-log-360')
  const logged = page.waitForResponse(
    (r) => r.url().endsWith('/api/me/tutoring/sessions') && r.request().method() === 'POST',
  )
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  const answer = await logged
  if (answer.status() === 422) {
    await page.getByRole('button', { name: 'Oui, c’est juste. Enregistrer' }).click()
  }
  await expect(page.getByRole('heading', { name: 'C’est noté' })).toBeVisible()
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
  await phone.waitForTimeout(900)
  await phone.getByRole('button', { name: 'Oui, c’est vrai' }).click()
  await expect(phone.getByText('Vous avez dit : oui, c’est vrai.')).toBeVisible()
  await picture(phone, 'tutee-confirmed-360')
  await tutee.close()

  await page.goto('/tutorat')
  await settled(page)
  await expect(page.getByText('Confirmée').first()).toBeVisible()
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
