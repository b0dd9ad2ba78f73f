import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readAnswer, sentAnswers } from './answer-copy.ts'
import { AnswerKeeper } from './answer-keeper.ts'

const { store, phone } = vi.hoisted(() => ({
  store: new Map<string, unknown>(),
  phone: { isFull: false },
}))
vi.mock('idb-keyval', () => ({
  get: async (key: string) => store.get(key),
  update: async (key: string, change: (before: unknown) => unknown) => {
    if (phone.isFull) throw new DOMException('full', 'QuotaExceededError')
    store.set(key, structuredClone(change(store.get(key))))
  },
  del: async (key: string) => void store.delete(key),
  keys: async () => [...store.keys()],
}))
vi.mock('../../../../lib/locale.ts', () => ({ currentLocale: () => 'fr' }))

const PLACE = { personId: 'p1', questionId: 'q1' }
const VOICE = { blob: new Blob(['sound'], { type: 'audio/webm' }), key: 'voice-key' }

type Answer = 'ok' | 'offline' | 'answer-lost' | 'closed' | 'signed-out'
let answers: Answer[] = []
/** What the server has, by route and key: as the real one, it answers a repeated key with the first answer. */
const onServer = new Map<string, unknown>()
const asked: string[] = []

beforeEach(() => {
  store.clear()
  onServer.clear()
  asked.length = 0
  answers = []
  phone.isFull = false
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const name = `${url.split('/').at(-1)} ${new Headers(init.headers).get('Idempotency-Key')}`
    asked.push(name)
    const answer = answers.shift() ?? 'ok'
    if (answer === 'offline') throw new TypeError('Failed to fetch')
    if (answer === 'closed') return problem(409, 'question-closed')
    if (answer === 'signed-out') return problem(401, 'signed-out')
    onServer.set(name, init.body)
    if (answer === 'answer-lost') throw new TypeError('Failed to fetch')
    return Response.json({ state: 'submitted' })
  })
})
afterEach(() => vi.unstubAllGlobals())

function problem(status: number, code: string): Response {
  return Response.json(
    { code, params: {}, instance: 'urn:uuid:1' },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  )
}

/** The page as it is opened again: it knows only what the phone kept. */
async function opened(): Promise<AnswerKeeper> {
  return new AnswerKeeper(PLACE, '2026-10', await readAnswer(PLACE))
}

it('keeps the voice and the words of a page that was closed before they were sent', async () => {
  const page = await opened()
  page.change({ text: 'Ma cousine.' })
  page.change({ voice: VOICE })
  await vi.waitFor(() => expect(store.size).toBe(1))
  const again = await opened()
  expect(again.read()).toMatchObject({ text: 'Ma cousine.', isSendWaiting: false })
  expect(again.read().voice?.key).toBe('voice-key')
  expect(await again.read().voice?.blob.text()).toBe('sound')
  await again.flush()
  expect(asked).toEqual([])
  await again.drop()
  expect(store.size).toBe(0)
})

it('sends once when the network returns, in another visit, and forgets it then', async () => {
  const page = await opened()
  page.change({ voice: VOICE })
  answers = ['offline']
  await page.send()
  expect(page.read()).toMatchObject({ isSendWaiting: true, hasArrived: false, problem: null })
  expect(await sentAnswers('p1')).toMatchObject([{ questionId: 'q1', month: '2026-10' }])
  expect(await sentAnswers('p2')).toEqual([])
  const again = await opened()
  await Promise.all([again.flush(), again.flush()])
  expect(again.read()).toMatchObject({ isSendWaiting: false, hasArrived: true })
  expect([...onServer.keys()]).toEqual(['voice voice-key'])
  expect(store.size).toBe(0)
})

it('is one answer when the server had it and its word was lost, for the voice as for the words', async () => {
  const page = await opened()
  page.change({ voice: VOICE })
  page.change({ text: 'Ma cousine.' })
  answers = ['answer-lost']
  await page.send()
  expect(page.read()).toMatchObject({ hasVoiceArrived: false, isSendWaiting: true })
  answers = ['ok', 'answer-lost']
  const again = await opened()
  await again.flush()
  expect(again.read()).toMatchObject({ hasVoiceArrived: true, hasArrived: false, voice: null })
  await (await opened()).flush()
  expect(onServer.size).toBe(2)
  expect(asked.filter((name) => name.startsWith('voice'))).toEqual(Array(2).fill('voice voice-key'))
  const words = asked.filter((name) => name.startsWith('answer'))
  expect(words).toHaveLength(2)
  expect(new Set(words).size).toBe(1)
  expect(store.size).toBe(0)
})

it('says that a question was closed, keeps what was said, and does not send it again by itself', async () => {
  const page = await opened()
  page.change({ voice: VOICE })
  answers = ['closed']
  await page.send()
  const again = await opened()
  await again.flush()
  expect(asked).toHaveLength(1)
  expect(again.read()).toMatchObject({ isSendWaiting: false, problem: { code: 'question-closed' } })
  expect(again.read().voice).not.toBeNull()
})

it('goes on waiting when the session ended, and says it', async () => {
  const page = await opened()
  page.change({ text: 'Ma cousine.' })
  answers = ['signed-out']
  await page.send()
  expect(page.read()).toMatchObject({ isSendWaiting: true, problem: { code: 'signed-out' } })
})

it('sends nothing that was taken back or changed before it left', async () => {
  const page = await opened()
  page.change({ text: 'Ma cousine.' })
  answers = ['offline', 'offline']
  await page.send()
  page.hold()
  await page.flush()
  await page.send()
  page.change({ text: 'Mon frère.' })
  await page.flush()
  expect(asked).toHaveLength(2)
  await page.send()
  expect([...onServer.values()]).toEqual([JSON.stringify({ text: 'Mon frère.' })])
})

it('does not say that it keeps what it cannot keep, and still sends it', async () => {
  phone.isFull = true
  const page = await opened()
  page.change({ voice: VOICE })
  await vi.waitFor(() => expect(page.read().isKept).toBe(false))
  await page.send()
  expect(page.read().hasArrived).toBe(true)
  expect(onServer.size).toBe(1)
})

it('loses nothing of a voice when another tab types words meanwhile', async () => {
  const [one, other] = [await opened(), await opened()]
  one.change({ voice: VOICE })
  other.change({ text: 'Ma cousine.' })
  const again = await opened()
  expect(again.read()).toMatchObject({ text: 'Ma cousine.', voice: { key: 'voice-key' } })
})
