import { beforeEach, expect, it, vi } from 'vitest'
import {
  forgetSession,
  type KeptSession,
  keepSession,
  keptSessions,
  sendKept,
  sendWithVoice,
} from './kept-sessions.ts'

const store = vi.hoisted(() => new Map<string, unknown>())
vi.mock('idb-keyval', () => ({
  set: async (key: string, value: unknown) => void store.set(key, structuredClone(value)),
  get: async (key: string) => store.get(key),
  del: async (key: string) => void store.delete(key),
  keys: async () => [...store.keys()],
}))
vi.mock('../../../lib/locale.ts', () => ({ currentLocale: () => 'fr' }))

const PERSON = 'p1'
const requests: { id: string; key: string | null }[] = []
/** What the server has, by id: as the real one, it answers a repeated key with the first answer. */
const onServer = new Map<string, object>()
let voices: 'ok' | 'offline' | 'answer-lost' | 'refused' = 'ok'
let answer: 'ok' | 'offline' | 'answer-lost' | 'refused' | 'resting' = 'ok'

beforeEach(() => {
  store.clear()
  onServer.clear()
  requests.length = 0
  answer = 'ok'
  voices = 'ok'
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (url.endsWith('/voice')) {
      const key = new Headers(init.headers).get('Idempotency-Key')
      requests.push({ id: url.split('/').at(-2) ?? '', key })
      if (voices === 'offline') throw new TypeError('Failed to fetch')
      if (voices === 'refused') return problem('voice-unreadable')
      onServer.set(`voice ${key}`, {})
      if (voices === 'answer-lost') throw new TypeError('Failed to fetch')
      return new Response(null, { status: 204 })
    }
    const body: { id: string } = JSON.parse(String(init.body))
    requests.push({ id: body.id, key: new Headers(init.headers).get('Idempotency-Key') })
    if (answer === 'offline') throw new TypeError('Failed to fetch')
    if (answer === 'resting') return new Response('', { status: 503 })
    if (answer === 'refused') return problem('tutoring-please-check')
    onServer.set(body.id, { id: body.id, links: [] })
    if (answer === 'answer-lost') throw new TypeError('Failed to fetch')
    return Response.json(onServer.get(body.id))
  })
})

function problem(code: string): Response {
  const errors = [{ pointer: '/body', code: 'tutoring-guard-same-slot' }]
  return Response.json(
    { code, instance: 'urn:uuid:1', errors },
    { status: 422, headers: { 'Content-Type': 'application/problem+json' } },
  )
}

const session = (id: string, heldOn = '2026-11-02'): KeptSession => ({
  body: {
    id,
    tuteeIds: ['t1'],
    heldOn,
    minutes: 60,
    startsAt: null,
    endsAt: null,
    travelMinutes: 0,
    mode: 'phone',
    place: '',
    subjects: [],
    note: '',
    checked: [],
  },
  names: 'Awa',
  refusal: null,
})

it('keeps a session as long as there is no network, then sends it once and forgets it', async () => {
  await keepSession(PERSON, session('s1'))
  answer = 'offline'
  expect(await sendKept(PERSON)).toEqual([])
  answer = 'resting'
  expect(await sendKept(PERSON)).toEqual([])
  expect((await keptSessions(PERSON)).map((one) => one.refusal)).toEqual([null])
  answer = 'ok'
  const sent = (await Promise.all([sendKept(PERSON), sendKept(PERSON)])).flat()
  expect(sent.map((one) => one.logged.id)).toEqual(['s1'])
  expect(await keptSessions(PERSON)).toEqual([])
  expect(requests).toHaveLength(3)
})

it('says "sent" only once the server said so: an answer that was lost is asked for with the same key', async () => {
  await keepSession(PERSON, session('s1'))
  answer = 'answer-lost'
  expect(await sendKept(PERSON)).toEqual([])
  expect(await keptSessions(PERSON)).toHaveLength(1)
  answer = 'ok'
  expect(await sendKept(PERSON)).toHaveLength(1)
  expect(requests).toEqual([
    { id: 's1', key: 's1' },
    { id: 's1', key: 's1' },
  ])
  expect(onServer.size).toBe(1)
})

it('keeps what was refused with its reason, sends the others, and never sends it again by itself', async () => {
  await keepSession(PERSON, session('s1', '2026-11-01'))
  answer = 'refused'
  await sendKept(PERSON)
  answer = 'ok'
  await keepSession(PERSON, session('s2'))
  expect((await sendKept(PERSON)).map((one) => one.logged.id)).toEqual(['s2'])
  const [refused] = await keptSessions(PERSON)
  expect(refused?.refusal).toMatchObject({
    code: 'tutoring-please-check',
    status: 422,
    errors: [{ code: 'tutoring-guard-same-slot' }],
  })
  await forgetSession(PERSON, 's1')
  expect(await keptSessions(PERSON)).toEqual([])
})

it('shows and sends nothing of somebody else on a shared phone', async () => {
  await keepSession('p2', session('s1'))
  expect(await keptSessions(PERSON)).toEqual([])
  expect(await sendKept(PERSON)).toEqual([])
  expect(requests).toEqual([])
})

const spoken = (id: string) => ({
  ...session(id),
  voice: { blob: new Blob(['sound'], { type: 'audio/webm' }), key: `voice-of-${id}` },
})

it('keeps the spoken note with its session, and sends each once', async () => {
  await keepSession(PERSON, spoken('s1'))
  answer = 'offline'
  expect(await sendKept(PERSON)).toEqual([])
  answer = 'ok'
  voices = 'offline'
  expect(await sendKept(PERSON)).toEqual([])
  // The session is on the server: what is here is the voice alone, and the card says so.
  expect(await keptSessions(PERSON)).toMatchObject([{ logged: { id: 's1' }, refusal: null }])
  voices = 'answer-lost'
  await sendKept(PERSON)
  voices = 'ok'
  expect((await sendKept(PERSON)).map(({ logged }) => logged.id)).toEqual(['s1'])
  expect(await keptSessions(PERSON)).toEqual([])
  expect([...onServer.keys()]).toEqual(['s1', 'voice voice-of-s1'])
  expect(requests.filter(({ key }) => key === 's1')).toHaveLength(2)
})

it('a voice that the server refuses is told about, and its session was sent', async () => {
  voices = 'refused'
  expect(await sendWithVoice(PERSON, spoken('s1'))).toBe('kept')
  expect(await keptSessions(PERSON)).toMatchObject([
    { logged: { id: 's1' }, refusal: { code: 'voice-unreadable' } },
  ])
})

it('throws what the server asks about the session, which is then no longer kept: its page shows it', async () => {
  answer = 'refused'
  await expect(sendWithVoice(PERSON, spoken('s1'))).rejects.toMatchObject({
    code: 'tutoring-please-check',
  })
  expect(await keptSessions(PERSON)).toEqual([])
  answer = 'ok'
  expect(await sendWithVoice(PERSON, spoken('s1'))).toMatchObject({ id: 's1' })
})
