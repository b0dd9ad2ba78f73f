import { expect, type Page, test } from '@playwright/test'
import { expectNoAxeViolation, picture, settled } from '../support/look.ts'
import { press } from '../support/office.ts'
import { signInAs } from '../support/people.ts'

/** A month of the demonstration about which a question waits. */
const MONTH = '2026-09'
const PLACE = `/moi/declarations/${MONTH}`

test.use({ viewport: { width: 360, height: 640 } })

interface Seen {
  id: string
  state: string
  questions: { id: string; answer: string | null; voice: string }[]
}

async function seen(page: Page): Promise<Seen> {
  return (await page.request.get(`/api/me/declarations/${MONTH}`)).json()
}

/** How many answers the server took for a declaration, whichever page sent them: each is in its journal once. */
async function answersTaken(desk: Page, id: string): Promise<number> {
  const query = new URLSearchParams({ action: 'question.answered', entityId: id })
  const journal = await (await desk.request.get(`/api/audit?${query}`)).json()
  return journal.entries.length
}

/** Answers with a voice that the phone itself keeps: what is removed goes a moment after the button. */
function voicesKept(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        const opening = indexedDB.open('keyval-store')
        opening.onsuccess = () => {
          const all = opening.result.transaction('keyval').objectStore('keyval').getAll()
          all.onsuccess = () => {
            opening.result.close()
            done(all.result.filter((kept: { voice?: unknown }) => kept.voice).length)
          }
        }
      }),
  )
}

/** Bytes of sound that a player of the page really has, and how long they last. */
async function heard(page: Page, label: string | RegExp): Promise<number> {
  const player = page.getByLabel(label)
  await expect(player).toBeVisible()
  return player.evaluate(async (audio: HTMLAudioElement) => {
    audio.muted = true
    await audio.play()
    await new Promise((done) => setTimeout(done, 500))
    audio.pause()
    return audio.currentTime
  })
}

async function speak(page: Page, door = 'Répondre avec la voix'): Promise<void> {
  await press(page, door)
  await expect(page.getByText('0:01 sur 1:00')).toBeVisible()
  await press(page, 'J’ai fini de parler')
  await expect(
    page.getByText(/pas encore envoyée\. Elle est gardée sur ce téléphone/),
  ).toBeVisible()
}

test('a refused microphone is said clearly, and words are still possible', async ({ page }) => {
  await signInAs(page, 'tester')
  await page.goto(PLACE)
  // Nobody grants it here: the browser says no, as a person does who touches "Block".
  await press(page, 'Répondre avec la voix')
  await expect(page.getByText(/^Le micro est bloqué\..*Ou écrivez\.$/)).toBeVisible()
  await picture(page, 'voice-refused-360')
  await press(page, 'Fermer')
  const other = await page.context().newPage()
  await other.goto(PLACE)
  await other.getByLabel('Votre réponse').fill('C’est une avance.')
  await page.getByLabel('Votre réponse').fill('C’est un acompte.')
  await press(page, 'Envoyer ma réponse')
  await expect(page.getByText('Vous avez répondu')).toBeVisible()
  // The tab that was forgotten shows what was answered, and keeps nothing that can never leave.
  await press(other, 'Envoyer ma réponse')
  await expect(other.getByText('Vous avez déjà répondu : voyez au-dessus.')).toBeVisible()
  await expect(other.getByText('C’est un acompte.')).toBeVisible()
  await press(other, 'Effacer cette réponse')
  await expect(other.getByText('C’est une avance.')).toBeHidden()
  await other.close()
  expect((await seen(page)).questions).toMatchObject([
    { answer: 'C’est un acompte.', voice: 'none' },
  ])
})

test('an answer is spoken: it outlives the page, leaves once when the network returns, and staff hear it', async ({
  page,
  browser,
}) => {
  await signInAs(page, 'tester')
  await page.goto(PLACE)
  await page.context().grantPermissions(['microphone'])
  const { id, questions } = await seen(page)
  const origin = new URL(page.url()).origin
  // Only the question below waits, whether or not the one of the demonstration was answered before.
  for (const open of questions.filter(({ answer, voice }) => answer === null && voice === 'none')) {
    const body = { data: { text: 'Un acompte.' }, headers: { origin } }
    const answer = await page.request.post(`/api/me/questions/${open.id}/answer`, body)
    expect(answer.ok()).toBe(true)
  }
  const desk = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const staff = await desk.newPage()
  await signInAs(staff, 'direction')
  const asked = await staff.request.post(`/api/declarations/${id}/questions`, {
    data: { lineId: null, text: 'Qui a payé ?' },
    headers: { origin },
  })
  expect(asked.ok()).toBe(true)

  await page.reload()
  await speak(page)
  await settled(page)
  await expectNoAxeViolation(page, 'a voice that was recorded')
  await picture(page, 'voice-recorded-360')
  const context = page.context()
  // The page dies before anything was sent.
  await page.close()
  let phone = await context.newPage()
  await phone.goto(PLACE)
  expect(await heard(phone, 'Votre voix')).toBeGreaterThan(0)
  // A second thought: removed for good, then spoken again.
  expect(await voicesKept(phone)).toBe(1)
  await press(phone, 'Enlever la voix')
  await expect.poll(() => voicesKept(phone)).toBe(0)
  await phone.reload()
  await speak(phone)

  await context.setOffline(true)
  await press(phone, 'Envoyer ma réponse')
  await expect(phone.getByText(/^Votre réponse n’est pas encore partie\./)).toBeVisible()
  expect(await heard(phone, 'Votre voix, gardée sur ce téléphone')).toBeGreaterThan(0)
  await picture(phone, 'voice-waiting-360')
  expect((await seen(phone)).questions.at(-1)?.voice).toBe('none')
  const before = await answersTaken(staff, id)
  // Its page is left before it is closed: the network comes back for a page in its last instant, which would send it.
  await phone.goto('about:blank')
  await phone.close()
  await context.setOffline(false)
  phone = await context.newPage()
  // The home page sends it; nobody has to find the question again.
  await phone.goto('/moi')
  await expect.poll(async () => (await seen(phone)).questions.at(-1)?.voice).toBe('ready')
  await expect(phone.getByText('Votre réponse sur septembre attend sur ce téléphone.')).toBeHidden()
  await expect(phone.getByText('Une question vous attend')).toBeHidden()
  expect(await answersTaken(staff, id)).toBe(before + 1)
  await phone.goto(PLACE)
  expect(await heard(phone, 'Écouter votre réponse')).toBeGreaterThan(0)
  await settled(phone)
  await picture(phone, 'voice-received-360')

  await staff.goto(`/gestion/declarations/${id}`)
  expect(await heard(staff, 'Réponse dite avec la voix')).toBeGreaterThan(0)
  await picture(staff, 'voice-review')
  await desk.close()
})

test('a tutor says the note of a session without a network; the person helped hears it from the link', async ({
  page,
  browser,
}) => {
  await signInAs(page, 'tutor')
  await page.goto('/tutorat/noter')
  await page.context().grantPermissions(['microphone'])
  await page.getByLabel('Autre jour').check()
  await page.getByLabel('Jour de la séance').fill('21/10/2026')
  await speak(page, 'Dire la note avec la voix')
  await settled(page)
  await expectNoAxeViolation(page, 'a spoken note')
  await picture(page, 'voice-note-360')
  // The page dies before the session was saved: the voice is there again.
  const context = page.context()
  await page.close()
  const phone = await context.newPage()
  await phone.goto('/tutorat/noter')
  expect(await heard(phone, 'Votre voix')).toBeGreaterThan(0)
  await phone.getByLabel('Autre jour').check()
  await phone.getByLabel('Jour de la séance').fill('21/10/2026')
  await context.setOffline(true)
  await phone.getByRole('button', { name: 'Enregistrer' }).last().click()
  await expect(phone.getByText('Gardé ici, pas encore envoyé')).toBeVisible()
  expect(await heard(phone, 'Votre note parlée')).toBeGreaterThan(0)
  await picture(phone, 'voice-note-kept-360')
  await context.setOffline(false)
  const share = phone.getByRole('link', { name: /WhatsApp/ }).first()
  await expect(share).toBeVisible({ timeout: 30_000 })
  await expect(phone.getByText('Gardé ici, pas encore envoyé')).toBeHidden()
  const text = decodeURIComponent((await share.getAttribute('href')) ?? '')
  const path = new URL(text.match(/https?:\/\/[^\s]+\/c\/[\w-]+/)?.[0] ?? '').pathname

  const pocket = await browser.newContext({ viewport: { width: 360, height: 640 } })
  const tutee = await pocket.newPage()
  await tutee.goto(path)
  expect(await heard(tutee, /^Écouter /)).toBeGreaterThan(0)
  await settled(tutee)
  await expectNoAxeViolation(tutee, 'a note that is heard')
  await picture(tutee, 'voice-note-heard-360')
  await pocket.close()
})
