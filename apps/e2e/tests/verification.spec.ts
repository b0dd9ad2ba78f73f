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
  await paper.locator('#code').fill(detail.shortCode.toLowerCase())
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

test('a device tells the file of a certificate from one with a changed byte', async ({ page }) => {
  await signInAs(page, 'direction')
  const { attestations } = await (await page.request.get('/api/attestations')).json()
  const [{ id }, other] = attestations.filter((a: { state: string }) => a.state === 'issued')
  const otherBytes = await (await page.request.get(`/api/attestations/${other.id}/document`)).body()
  const detail = await (await page.request.get(`/api/attestations/${id}`)).json()
  const bytes = await (await page.request.get(`/api/attestations/${id}/document`)).body()
  const changed = Buffer.from(bytes)
  changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1
  const asFile = (buffer: Buffer) => ({ name: 'a.pdf', mimeType: 'application/pdf', buffer })
  await page.context().clearCookies()
  await page.setViewportSize({ width: 360, height: 640 })

  await page.goto(new URL(detail.verifyUrl).pathname)
  const said = page.getByRole('status')
  await page.locator('#file').setInputFiles(asFile(changed))
  await expect(said).toContainText('Non, ce fichier n’est pas ce document')
  const odd: [Buffer, string][] = [
    [Buffer.alloc(0), 'vide'],
    [Buffer.from('ffd8ffe000104a464946', 'hex'), 'n’est pas un PDF'],
    [bytes.subarray(0, 9_000), 'La fin de ce PDF manque'],
  ]
  for (const [contents, sentence] of odd) {
    await page.locator('#file').setInputFiles(asFile(contents))
    await expect(said).toContainText(sentence)
  }
  await page.locator('#file').setInputFiles(asFile(bytes))
  await expect(said).toContainText('exactement ce document')
  await page.locator('#file').setInputFiles(asFile(otherBytes))
  await expect(said).toContainText('c’est une autre attestation, donnée ici aussi')
  await said.getByRole('link', { name: 'Voir ce que vaut ce fichier' }).click()
  await expect(page.locator('h1')).toContainText('Attestation vraie')
  await expect(page.getByText(other.number)).toBeVisible()
  await page.context().setOffline(true)
  await page.locator('#file').setInputFiles(asFile(bytes))
  await expect(said).toContainText('Non, ce fichier n’est pas ce document')
  await page.context().setOffline(false)
  await page.goto(new URL(detail.verifyUrl).pathname)
  await page.locator('#file').setInputFiles(asFile(bytes))
  await expect(said).toContainText('exactement ce document')
  await expectNoAxeViolation(page, 'file checked')
  await picture(page, 'verify-file-360')

  await page.goto('/verifier')
  await page.locator('#file').setInputFiles(asFile(bytes))
  await expect(page.locator('h1')).toContainText('Attestation vraie')
  await page.goto('/verifier')
  await page.locator('#file').setInputFiles(asFile(changed))
  await expect(page.locator('h1')).toContainText('Fichier non reconnu')
})

test('a device says first of all that the facts of a square were changed, or are of another paper', async ({
  page,
}) => {
  await signInAs(page, 'direction')
  const { attestations } = await (await page.request.get('/api/attestations')).json()
  const papers = attestations.filter((a: { state: string }) => a.state === 'issued').slice(0, 2)
  const [own, other] = await Promise.all(
    papers.map(async ({ id }: { id: string }) => {
      const detail = await (await page.request.get(`/api/attestations/${id}`)).json()
      const bytes = await (await page.request.get(`/api/attestations/${id}/document`)).body()
      const facts = /TerreauFacts \(([\w.-]+)\)/.exec(bytes.toString('latin1'))?.[1] ?? ''
      return { path: new URL(detail.verifyUrl).pathname, number: detail.number, facts }
    }),
  )
  if (own === undefined || other === undefined) throw new Error('the demonstration has two papers')
  await page.context().clearCookies()
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto(`${own.path}#${own.facts}`)
  const said = page.getByRole('status')
  await expect(said).toContainText('Le carré est signé par')
  await expect(said).toContainText(own.number)
  const first = page.locator('#main > :first-child')
  // Bits of the last sign belong to no byte: the next one would read as the same signature.
  const spare = String.fromCharCode(own.facts.charCodeAt(own.facts.length - 1) + 1)
  const changes: [string, RegExp][] = [
    [own.facts.slice(0, -1) + spare, /Ce carré a été modifié/],
    [`${own.facts}A`, /incomplet ou modifié/],
    [other.facts, /une autre attestation que cette page/],
    [own.facts.replace('.', 'A'), /incomplet ou modifié/],
  ]
  for (const [facts, sentence] of changes) {
    await page.evaluate((hash) => location.replace(`#${hash}`), facts)
    await expect(first).toContainText(sentence)
  }
  await expectNoAxeViolation(page, 'changed square')
  await picture(page, 'verify-square-changed-360')
  await page.goto(`/verifier/AAAAA-AAAAA#${own.facts}`)
  await expect(said).toContainText('le code qui va avec est inconnu ici')
})

test('the verification page has no axe violation in either language', async ({ page }) => {
  for (const path of ['/verifier', '/verifier?lang=en', '/verifier/AAAAA-AAAAA']) {
    await page.goto(path)
    await expectNoAxeViolation(page, path)
  }
})

test('a certificate is replaced, and the page of the old one says so at once', async ({ page }) => {
  await signInAs(page, 'direction')
  const { attestations } = await (await page.request.get('/api/attestations')).json()
  const old = attestations.find(
    (a: { state: string; kind: string }) => a.state === 'issued' && a.kind === 'cape_entry',
  )
  const detail = await (await page.request.get(`/api/attestations/${old.id}`)).json()
  await page.goto(`/gestion/attestations/${old.id}`)
  await page.getByRole('link', { name: 'Remplacer' }).click()
  await page.getByLabel('Une erreur dans le nom ou les dates').check()
  await settled(page)
  await expectNoAxeViolation(page, 'replace')
  await page.getByRole('button', { name: `Remplacer ${old.number}` }).click()
  await expect(page.getByRole('link', { name: `Remplace ${old.number}` })).toBeVisible()
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto(new URL(detail.verifyUrl).pathname)
  await expect(page.locator('h1')).toContainText('Attestation remplacée')
  await expectNoAxeViolation(page, 'replaced')
  await picture(page, 'verify-replaced-360')
})

test('two people write the text of a certificate at once, and nobody loses theirs', async ({
  page,
  context,
}) => {
  await signInAs(page, 'direction')
  const other = await context.newPage()
  const path = '/gestion/attestations/textes?type=cape_entry'
  const box = (on: typeof page) => on.getByRole('textbox', { name: 'Votre texte' })
  const publish = (on: typeof page) =>
    on.getByRole('button', { name: /^Publier la version/ }).click()
  await page.goto(path)
  await box(page).fill('Texte de la première personne pour {{Nom}}.')
  await other.goto(path)
  await box(other).fill('Texte de la seconde.')
  await publish(other)
  await expect(other.getByText('Version 1 publiée.')).toBeVisible()
  await publish(page)
  await expect(page.getByText(/La version 1 a été publiée entre-temps/)).toBeVisible()
  const newer = page.getByRole('region', { name: /La version 1 a été publiée/ })
  await expect(newer).toBeFocused()
  await expect(newer.getByText('Texte de la seconde.')).toBeVisible()
  await expect(box(page)).toHaveValue('Texte de la première personne pour {{Nom}}.')
  await expectNoAxeViolation(page, 'a newer text')
  await publish(page)
  await expect(page.getByText('Version 2 publiée.')).toBeVisible()
  await box(page).fill('Bravo 😀')
  await page.getByRole('region', { name: 'Voir le résultat' }).getByRole('button').first().click()
  await expect(page.getByText(/La police ne peut pas imprimer/)).toBeVisible()
  await expect(page.getByRole('link', { name: /document d’essai/ })).toHaveCount(0)
  const kind = page.getByLabel('Quel document ?')
  await kind.selectOption('monthly_income')
  await expect(box(page)).not.toHaveValue('Bravo 😀')
  await kind.selectOption('cape_entry')
  await expect(box(page)).toHaveValue('Bravo 😀')
})
