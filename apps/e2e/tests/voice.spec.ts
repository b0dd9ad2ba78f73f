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

async function speak(page: Page): Promise<void> {
  await press(page, 'Répondre avec la voix')
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
  await page.getByLabel('Votre réponse').fill('C’est un acompte.')
  await press(page, 'Envoyer ma réponse')
  await expect(page.getByText('Vous avez répondu')).toBeVisible()
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
  const { id } = await seen(page)
  const desk = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const staff = await desk.newPage()
  await signInAs(staff, 'adviser')
  const origin = new URL(page.url()).origin
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
  await press(phone, 'Enlever la voix')
  await phone.reload()
  await speak(phone)

  await context.setOffline(true)
  await press(phone, 'Envoyer ma réponse')
  await expect(phone.getByText(/^Votre réponse n’est pas encore partie\./)).toBeVisible()
  expect(await heard(phone, 'Votre voix, gardée sur ce téléphone')).toBeGreaterThan(0)
  await picture(phone, 'voice-waiting-360')
  await phone.close()
  expect((await seen(phone)).questions.at(-1)?.voice).toBe('none')
  await context.setOffline(false)
  phone = await context.newPage()
  const sent: string[] = []
  phone.on('request', (request) => {
    if (request.method() === 'POST') sent.push(new URL(request.url()).pathname)
  })
  // The home page sends it; nobody has to find the question again.
  await phone.goto('/moi')
  await expect.poll(async () => (await seen(phone)).questions.at(-1)?.voice).toBe('ready')
  await expect(phone.getByText('Votre réponse sur septembre attend sur ce téléphone.')).toBeHidden()
  await expect(phone.getByText('Une question vous attend')).toBeHidden()
  expect(sent).toHaveLength(1)
  await phone.goto(PLACE)
  expect(await heard(phone, 'Écouter votre réponse')).toBeGreaterThan(0)
  await settled(phone)
  await picture(phone, 'voice-received-360')

  await staff.goto(`/gestion/declarations/${id}`)
  expect(await heard(staff, 'Réponse dite avec la voix')).toBeGreaterThan(0)
  await picture(staff, 'voice-review')
  await desk.close()
})
