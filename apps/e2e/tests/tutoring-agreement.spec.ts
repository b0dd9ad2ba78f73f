import { expect, type Page, test } from '@playwright/test'
import { untilTaken } from '../support/answering.ts'
import { expectNoAxeViolation, expectNoSidewaysScroll, picture, settled } from '../support/look.ts'
import { signInAs } from '../support/people.ts'
import { TODAY } from '../support/product.ts'

test.use({ viewport: { width: 360, height: 640 } })

interface Pair {
  id: string
  tutorName: string
  tuteeName: string
  agreement: string | null
  endedOn: string | null
}

/** The links that staff were just given, the tutor's and that of the person helped. */
async function linksOf(page: Page, pair: Pair): Promise<[string, string]> {
  const given = page.getByRole('listitem')
  const pathOf = async (name: string) => {
    const link = given.filter({ hasText: `Pour ${name}` }).getByRole('link')
    return new URL((await link.getAttribute('href')) ?? '').pathname
  }
  return [await pathOf(pair.tutorName), await pathOf(pair.tuteeName)]
}

async function open(phone: Page, path: string): Promise<void> {
  await phone.goto(path)
  await settled(phone)
  await expectNoSidewaysScroll(phone, path)
}

const choose = (phone: Page, question: string, answer: string) =>
  phone.getByRole('group', { name: question }).getByRole('radio', { name: answer }).check()

test('both accept by their link, staff countersign, later both look back, without an account', async ({
  page,
  browser,
}) => {
  await page.clock.setFixedTime(`${TODAY}T10:00:00+01:00`)
  await signInAs(page, 'adviser')
  const { relations }: { relations: Pair[] } = await (
    await page.request.get('/api/tutoring/relations')
  ).json()
  // Other journeys use the first pair, and those of the tutor who signs in, who comes last.
  const pair = relations.slice(1).find((one) => one.agreement === null && one.endedOn === null)
  if (pair === undefined) throw new Error('every pair has an agreement')
  await page.goto(`/gestion/tutorat/duos/${pair.id}`)
  await page.getByLabel('Le but, en une phrase').fill('Tenir un carnet de commandes.')
  await page.getByRole('button', { name: 'Envoyer aux deux personnes' }).click()
  await expect(page.getByRole('heading', { name: 'Liens à transmettre' })).toBeVisible()
  const [ofTutor, ofTutee] = await linksOf(page, pair)

  const nobody = await browser.newContext({ viewport: { width: 360, height: 640 } })
  const tutor = await nobody.newPage()
  const tutee = await nobody.newPage()
  await open(tutor, ofTutor)
  await open(tutee, ofTutee)
  await expect(tutee.getByText('Tenir un carnet de commandes.')).toBeVisible()
  await expectNoAxeViolation(tutee, ofTutee)
  await picture(tutee, 'accord-asked-360')
  for (const phone of [tutor, tutee]) {
    const yes = phone.getByRole('button', { name: 'Oui, je suis d’accord' })
    await untilTaken(phone, () => yes.click())
    await expect(phone.getByText('Merci. Vous avez dit oui.')).toBeVisible()
  }

  await page.reload()
  await page.getByRole('button', { name: 'Contresigner la convention' }).click()
  await expect(page.getByText(/^Contresignée par/)).toBeVisible()
  const paper = page.getByRole('link', { name: 'Ouvrir la convention (PDF)' })
  const file = await page.request.get((await paper.getAttribute('href')) ?? '')
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-')
  await tutee.reload()
  await expect(tutee.getByText(/^L’accord est signé par/)).toBeVisible()
  await expect(tutee.getByRole('button', { name: /d’accord/ })).toHaveCount(0)

  await expectNoAxeViolation(page, 'a pair whose agreement stands')
  await page
    .getByRole('combobox', { name: 'Pourquoi' })
    .selectOption({ label: 'le but est atteint' })
  await page.getByRole('button', { name: 'Terminer la convention' }).click()
  await expect(page.getByText(/^Terminée le 2 novembre 2026/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Liens à transmettre' })).toBeVisible()
  const [backOfTutor, backOfTutee] = await linksOf(page, pair)
  await open(tutor, backOfTutor)
  await open(tutee, backOfTutee)
  await tutee.getByRole('button', { name: 'Envoyer' }).click()
  const missing = tutee.getByRole('link', {
    name: 'Voulez-vous encore un tuteur ? Touchez une réponse.',
  })
  await expect(missing).toBeVisible()
  await expectNoAxeViolation(tutee, backOfTutee)
  await picture(tutee, 'accord-review-360')
  await choose(tutor, 'Le but est-il atteint ?', 'Oui')
  await choose(tutor, 'Avez-vous pu bien aider ?', 'Un peu')
  await choose(tutor, 'Voulez-vous aider quelqu’un d’autre ?', 'Plus tard')
  await choose(tutee, 'Le but est-il atteint ?', 'Oui')
  await choose(tutee, 'L’aide a-t-elle été utile ?', 'Oui')
  await choose(tutee, 'Voulez-vous encore un tuteur ?', 'Non')
  await tutee.getByLabel('Voulez-vous ajouter un mot ?').fill('Merci, je tiens mon carnet.')
  for (const phone of [tutor, tutee]) {
    const send = phone.getByRole('button', { name: 'Envoyer' })
    await untilTaken(phone, () => send.click())
    await expect(phone.getByText('Merci. Vos réponses sont parties.')).toBeVisible()
  }
  await tutor.reload()
  await expect(tutor.getByText('Merci. Vos réponses sont parties.')).toBeVisible()
  await expect(tutor.getByText('Merci, je tiens mon carnet.')).toHaveCount(0)
  await nobody.close()

  await page.reload()
  const reviews = page.getByRole('listitem').filter({ hasText: 'But atteint' })
  await expect(reviews).toHaveCount(2)
  await expect(reviews.filter({ hasText: 'Personne aidée' })).toHaveText(
    /But atteint : oui\. Aide utile : oui\. Veut continuer : non\. Merci, je tiens mon carnet\./,
  )
  await expect(reviews.filter({ hasText: 'Tuteur' })).toHaveText(
    /But atteint : oui\. Aide utile : un peu\. Veut continuer : plus tard\./,
  )
  await expectNoSidewaysScroll(page, 'duos')
  await expectNoAxeViolation(page, 'duos')
  await picture(page, 'pair-ended-360')
})
