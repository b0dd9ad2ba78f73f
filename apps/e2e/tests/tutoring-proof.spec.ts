import { expect, type Page, test } from '@playwright/test'
import { expectNoAxeViolation, picture, settled } from '../support/look.ts'
import { signInAs } from '../support/people.ts'
import { TODAY } from '../support/product.ts'

/** Tabs until a control has the focus; fails after as many tabs as no page needs. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let n = 0; n < 60; n += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
    if (focused === name) return
  }
  throw new Error(`no tab reaches ${name}`)
}

test('a tutor logs the usual session without a mouse', async ({ page }) => {
  await page.clock.setFixedTime(`${TODAY}T10:00:00+01:00`)
  await page.setViewportSize({ width: 360, height: 640 })
  await signInAs(page, 'tutor')
  await page.goto('/tutorat')
  await settled(page)
  await tabTo(page, 'Noter une séance')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/tutorat\/noter/)
  await settled(page)
  const logged = page.waitForResponse(
    (r) => r.url().endsWith('/api/me/tutoring/sessions') && r.request().method() === 'POST',
  )
  await tabTo(page, 'Enregistrer')
  await page.keyboard.press('Enter')
  if ((await logged).status() === 422) {
    await settled(page)
    await tabTo(page, 'Oui, c’est juste. Enregistrer')
    await page.keyboard.press('Enter')
  }
  await expect(page.getByRole('heading', { name: 'C’est noté' })).toBeVisible()
})

test('a badge is given, opened by whoever has its address, and seen revoked once it is taken back', async ({
  page,
  browser,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await signInAs(page, 'adviser')
  await page.goto('/gestion/tutorat')
  await settled(page)
  const waiting = page.getByRole('region', { name: 'Personnes qui ont atteint un seuil' })
  const name = ((await waiting.getByRole('rowheader').first().textContent()) ?? '').trim()
  await waiting.getByRole('button').first().click()
  const given = page.getByRole('region', { name: /^Badges donnés/ })
  const row = given.getByRole('row', { name: new RegExp(name) }).first()
  await expect(row).toContainText('Valable')
  const address = (await row.getByRole('link').first().getAttribute('href')) ?? ''

  const visitor = await (
    await browser.newContext({ viewport: { width: 360, height: 640 } })
  ).newPage()
  await visitor.goto(address)
  await expect(visitor.locator('body')).toContainText(name)
  await expectNoAxeViolation(visitor, address)
  await picture(visitor, 'badge-valid-360')
  const path = new URL(address, page.url()).pathname
  const jwt = (await (await visitor.request.get(`${path}/badge.jwt`)).text()).trim()
  expect(jwt.split('.')).toHaveLength(3)
  for (const file of ['svg', 'png']) {
    const baked = await (await visitor.request.get(`${path}/badge.${file}`)).body()
    expect(baked.includes(jwt), file).toBe(true)
  }

  await row.getByRole('button').click()
  await page.getByLabel('Motif').fill('Donné par erreur')
  await page.getByRole('button', { name: 'Annuler ce badge' }).click()
  await expect(row).not.toContainText('Valable')
  await visitor.reload()
  await expect(visitor.locator('body')).toContainText(/annulé/)
  await picture(visitor, 'badge-revoked-360')
  await visitor.context().close()
})

test('a time-sheet is printed, signed, recorded, and says when the paper is no longer equal to it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 640 })
  await signInAs(page, 'adviser')
  const { relations } = await (await page.request.get('/api/tutoring/relations')).json()
  const operations = await (await page.request.get('/api/tutoring/operations')).json()
  const operation = operations.find((one: { isClosed: boolean }) => !one.isClosed)
  const { tutorId } = relations[0]
  await page.goto(
    `/gestion/tutorat/feuilles?tuteur=${tutorId}&mois=2026-09&financee=${operation.id}`,
  )
  await settled(page)
  await expect(page.getByText('à signer', { exact: true })).toBeVisible()
  const hours = page.getByRole('region', { name: 'Temps par demi-journée' })
  expect(await hours.evaluate((table) => table.scrollWidth - table.clientWidth)).toBe(0)
  await expect(hours.getByRole('cell').first()).toBeVisible()
  const paper = await page.request.get(
    (await page.getByRole('link', { name: 'PDF à signer' }).getAttribute('href')) ?? '',
  )
  const code = (await page.locator('dl.facts dd').last().textContent()) ?? ''
  await page.getByLabel('Date écrite sur le papier').fill('2026-10-02')
  await page.getByLabel('Code écrit sur le papier').fill('0000-0000')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'feuille.pdf', mimeType: 'application/pdf', buffer: await paper.body() })
  const record = page.getByRole('button', { name: 'Enregistrer le papier signé' })
  await record.click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await page.getByLabel('Code écrit sur le papier').fill(code.toLowerCase())
  await record.click()
  await expect(page.getByText('signé', { exact: true })).toBeVisible()

  await page.goto('/gestion/tutorat/operations')
  await settled(page)
  await page.getByRole('button', { name: `Changer : ${operation.name}` }).click()
  await page.getByLabel('Nom de l’opération').fill('Tutorat, deuxième année')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(page.getByText('C’est enregistré.')).toBeVisible()
  await page.getByRole('button', { name: /versions de Tutorat, deuxième année/ }).click()
  await expect(page.getByText(`${operation.name}, puis Tutorat, deuxième année`)).toBeVisible()
  await expectNoAxeViolation(page, '/gestion/tutorat/operations')
  await page.goBack()
  await settled(page)
  await expect(page.getByText('signé, mais la feuille a changé')).toBeVisible()
  await picture(page, 'time-sheet-differs-360')

  // What is chosen in a field of a table is read whole on a phone.
  await page.goto('/gestion/tutorat/valorisation')
  await settled(page)
  const role = page.getByRole('combobox', { name: /^Rôle de/ }).first()
  const missing = await role.evaluate((select: HTMLSelectElement) => {
    const { font, paddingLeft, paddingRight } = getComputedStyle(select)
    const pen = document.createElement('canvas').getContext('2d')
    if (pen === null) throw new Error('no canvas')
    pen.font = font
    const words = pen.measureText(select.selectedOptions[0]?.text ?? '').width
    return (
      words + Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight) - select.clientWidth
    )
  })
  expect(missing).toBeLessThanOrEqual(0)
})

test('a pair that was written down as volunteering is paid from a day on, and says which hours to correct', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 640 })
  await signInAs(page, 'adviser')
  const { relations } = await (await page.request.get('/api/tutoring/relations')).json()
  const pair = relations.find((one: { approvedMinutes: number }) => one.approvedMinutes > 0)
  await page.goto(`/gestion/tutorat/duos/${pair.id}`)
  await settled(page)
  await page.getByText('Changer à partir d’un jour').click()
  await page.getByLabel('À partir du').fill(pair.startedOn)
  await page.getByRole('radio', { name: 'Payé' }).check()
  await page.getByLabel('Structure d’accueil').selectOption('')
  await page.getByRole('radio', { name: 'c’était mal noté' }).check()
  await page.getByRole('button', { name: 'Enregistrer le changement' }).click()
  await expect(page.getByText(/Raison : c’était mal noté/)).toBeVisible()
  await expectNoAxeViolation(page, 'duos')
  await page.getByRole('note').getByRole('link').first().click()
  await expect(page).toHaveURL(/\/gestion\/tutorat\/seances\//)
  await expect(page.getByText('Validée', { exact: true }).first()).toBeVisible()
})
