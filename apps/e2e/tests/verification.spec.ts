import { expect, test } from '@playwright/test'
import { expectNoAxeViolation, picture, settled } from '../support/look.ts'
import { signInAs } from '../support/people.ts'

test('a certificate is issued, anyone verifies it without JavaScript, and a revocation shows at once', async ({
  page,
  browser,
}) => {
  await signInAs(page, 'direction')
  const answer = await page.request.get('/api/attestations')
  const { attestations } = await answer.json()
  const standing = attestations.find(
    (a: { state: string; kind: string }) => a.state === 'issued' && a.kind === 'monthly_income',
  )
  const detail = await (await page.request.get(`/api/attestations/${standing.id}`)).json()
  const longPath = new URL(detail.verifyUrl).pathname

  const reader = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 640 },
  })
  const paper = await reader.newPage()
  await paper.goto(longPath)
  await expect(paper.locator('h1')).toContainText('Attestation vraie')
  await expect(paper.getByText(standing.number)).toBeVisible()
  await picture(paper, 'verify-true-360')

  await paper.goto('/verifier')
  await paper.locator('input').fill(detail.shortCode.toLowerCase())
  await paper.locator('button').click()
  await expect(paper.locator('h1')).toContainText('Attestation vraie')
  await expect(paper.getByText(standing.personName)).toHaveCount(0)

  await paper.goto('/verifier/AAAAA-AAAAA')
  await expect(paper.locator('h1')).toContainText('inconnu')

  await page.goto(`/gestion/attestations/${standing.id}/revoquer`)
  await settled(page)
  await expectNoAxeViolation(page, 'revoke')
  await page.getByLabel('Une erreur dans les chiffres').check()
  await page.getByRole('button', { name: /^Révoquer/ }).click()
  await expect(page.getByText(/Révoquée le/).first()).toBeVisible()
  await paper.goto(longPath)
  await expect(paper.locator('h1')).toContainText('annulée')
  await picture(paper, 'verify-revoked-360')
  await reader.close()
})

test('the verification page has no axe violation in either language', async ({ page }) => {
  for (const path of ['/verifier', '/verifier?lang=en', '/verifier/AAAAA-AAAAA']) {
    await page.goto(path)
    await expectNoAxeViolation(page, path)
  }
})
