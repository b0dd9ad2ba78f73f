import { expect, type Page, test } from '@playwright/test'
import { expectNoAxeViolation, picture, settled } from '../support/look.ts'
import { press } from '../support/office.ts'
import { lastMail, signInAs } from '../support/people.ts'

const AWA = /Awa .diaye/

test('three routes: in the office before a witness, on paper with a second look, all shown with their proof', async ({
  page: office,
  browser,
}) => {
  test.setTimeout(240_000)
  await signInAs(office, 'adviser')
  const head = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 800 } })
  const direction = await head.newPage()
  await signInAs(direction, 'direction')

  const first = await openRequest(office)
  await expectNoAxeViolation(office, 'a request to sign')
  await picture(office, 'signatures-1-request')
  await handIn(office)
  await direction.goto(`${first}/verifier`)
  await settled(direction)
  await expectNoAxeViolation(direction, 'second look')
  await picture(direction, 'signatures-3-second-look')
  await direction.getByLabel(/Ce qui ne va pas/).fill('La dernière page manque')
  await press(direction, 'Ce n’est pas le bon document')
  await expect(direction.getByText('Papier signé écarté')).toBeVisible()

  await office.goto(`${first}/bureau`)
  await settled(office)
  await expectNoAxeViolation(office, 'before the screen is handed over')
  await office.getByLabel('Pourquoi signer au bureau ?').fill('Son téléphone est cassé')
  await office.getByLabel('Code pour reprendre l’écran').fill('2468')
  await press(office, 'Donner l’écran à la personne')
  await expect(office.getByRole('navigation')).toHaveCount(0)
  await office.goto('/gestion/personnes')
  await office.waitForURL(/\/bureau$/)
  expect((await office.request.get('/api/people')).status()).toBe(403)
  await office.getByText('Lire le document entier ici').click()
  await expect(office.getByRole('heading', { name: /^Article.1\./ })).toBeVisible()
  await press(office, 'Recevoir mon code')
  const title =
    (await office
      .getByText(/^Contrat CAPE-/)
      .first()
      .textContent()) ?? ''
  const pattern = new RegExp(`Pour signer « ${title} », écrivez ce code : (\\d{6})`)
  const code = pattern.exec(await lastMail(direction.request, pattern))?.[1] ?? ''
  await office.getByLabel('Le code que vous avez reçu').fill(code)
  await office.getByLabel('Votre nom').fill('Awa Ndiaye')
  await expectNoAxeViolation(office, 'the screen that the person holds')
  await picture(office, 'signatures-4-office')
  await press(office, 'Je signe')
  await expect(office.getByRole('heading', { name: 'C’est signé' })).toBeVisible()
  await takeBack(office)
  await office.goto(first)
  await expect(
    office.getByText('Signature électronique simple, par code, devant témoin'),
  ).toBeVisible()
  await picture(office, 'signatures-5-signed-in-office')

  await direction.goto('/gestion/signatures?vue=us')
  await settled(direction)
  await expectNoAxeViolation(direction, 'signatures that wait for us')
  for (const box of await direction.getByRole('checkbox').all()) await box.check()
  await picture(direction, 'signatures-6-list')
  await direction.getByRole('link', { name: /^Signer \d+ documents?$/ }).click()
  await settled(direction)
  await expectNoAxeViolation(direction, 'many with one confirmation')
  await picture(direction, 'signatures-7-batch')
  await press(direction, 'Signer pour la coopérative')
  await direction.waitForURL('**/gestion/signatures?vue=us')
  await direction.goto(first)
  await expect(direction.getByText('Signé par tous')).toBeVisible()
  const link = direction.getByRole('link', { name: /Voir le fichier signé/ })
  const file = await direction.request.get((await link.getAttribute('href')) ?? '')
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-')
  await picture(direction, 'signatures-8-signed')
  await head.close()
})

/** The staff member takes the screen back with the code they chose. */
async function takeBack(page: Page): Promise<void> {
  await page.getByText(/^Rendre l’écran à/).click()
  await page.getByLabel(/^Code de/).fill('2468')
  await press(page, 'Reprendre l’écran')
  await expect(page.getByRole('navigation').first()).toBeVisible()
}

/** The page of what waits for Awa. */
async function openRequest(page: Page): Promise<string> {
  await page.goto('/gestion/signatures?vue=them')
  await settled(page)
  await page.getByRole('row', { name: AWA }).getByRole('link').first().click()
  await page.waitForURL(/\/gestion\/signatures\/[\w-]{36}$/)
  await settled(page)
  return new URL(page.url()).pathname
}

async function handIn(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Ajouter le papier signé' }).click()
  await settled(page)
  await press(page, 'Ajouter ce papier')
  await expect(page.getByText('Choisissez le fichier.').first()).toBeVisible()
  await expectNoAxeViolation(page, 'a paper without its file')
  await page.getByLabel('Date écrite sur le papier').fill(await today(page))
  await page.locator('input[type="file"]').setInputFiles({
    name: 'feuille.jpg',
    mimeType: 'image/jpeg',
    buffer: await page.screenshot({ type: 'jpeg' }),
  })
  await picture(page, 'signatures-2-paper')
  await press(page, 'Ajouter ce papier')
  await expect(page.getByText('Vous avez reçu ce papier.')).toBeVisible()
}

/** The day of the installation, which a demonstration may hold still. */
async function today(page: Page): Promise<string> {
  const answer = await page.request.get('/api/home/queue')
  const { today: day }: { today: string } = await answer.json()
  return day
}
