import { beforeEach, expect, it, vi } from 'vitest'
import {
  forgetSession,
  type KeptSession,
  keepSession,
  keptSessions,
  sendKept,
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
let answer: 'ok' | 'offline' | 'answer-lost' | 'refused' | 'resting' = 'ok'

beforeEach(() => {
  store.clear()
  onServer.clear()
  requests.length = 0
  answer = 'ok'
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
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
