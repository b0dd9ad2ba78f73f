import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type LateReceipt, lateReceipts } from './late-receipts.ts'
import { addReceipt, sendReceipts } from './send-receipts.ts'

const { store, phone } = vi.hoisted(() => ({
  store: new Map<string, unknown>(),
  phone: { isFull: false },
}))
vi.mock('idb-keyval', () => ({
  get: async (key: string) => store.get(key),
  set: async (key: string, value: unknown) => {
    if (phone.isFull) throw new DOMException('full', 'QuotaExceededError')
    store.set(key, value)
  },
  del: async (key: string) => void store.delete(key),
  keys: async () => [...store.keys()],
}))
vi.mock('../../../../lib/locale.ts', () => ({ currentLocale: () => 'fr' }))

type Answer = 'ok' | 'offline' | 'answer-lost' | 'accepted' | 'signed-out'
let answers: Answer[] = []
const onServer = new Set<string>()

beforeEach(() => {
  store.clear()
  onServer.clear()
  answers = []
  phone.isFull = false
  vi.stubGlobal('fetch', async (url: string) => {
    const id = new URL(url, 'http://x').searchParams.get('receiptId') ?? ''
    const answer = answers.shift() ?? 'ok'
    if (answer === 'offline') throw new TypeError('Failed to fetch')
    if (answer === 'accepted') return problem(409, 'declaration-act-not-allowed')
    if (answer === 'signed-out') return problem(401, 'signed-out')
    onServer.add(id)
    if (answer === 'answer-lost') throw new TypeError('Failed to fetch')
    return Response.json({})
  })
})
afterEach(() => vi.unstubAllGlobals())

function problem(status: number, code: string): Response {
  return Response.json(
    { code, params: {}, instance: 'urn:uuid:1' },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  )
}

const photo = (receiptId: string, over: Partial<LateReceipt> = {}): LateReceipt => ({
  personId: 'p1',
  month: '2026-10',
  activity: null,
  lineId: 'l1',
  receiptId,
  fileName: 'a.jpg',
  blob: new Blob(['x']),
  refusal: null,
  ...over,
})

it('stays on the phone without network, and leaves once when it returns', async () => {
  answers = ['offline', 'offline']
  expect(await addReceipt(photo('a'))).toMatchObject({ state: 'waiting' })
  expect(await addReceipt(photo('b'))).toMatchObject({ state: 'waiting' })
  answers = ['answer-lost']
  await sendReceipts('p1')
  expect(await lateReceipts('p1')).toHaveLength(2)
  await Promise.all([sendReceipts('p1'), sendReceipts('p1')])
  expect([...onServer]).toEqual(['a', 'b'])
  expect(await lateReceipts('p1')).toEqual([])
})

it('never sends the photo of somebody else who used this phone', async () => {
  answers = ['offline']
  await addReceipt(photo('a', { personId: 'p2' }))
  await sendReceipts('p1')
  expect(onServer.size).toBe(0)
  expect(await lateReceipts('p1')).toEqual([])
})

it('says what was refused at once, or later on the phone, and holds nothing else back', async () => {
  answers = ['accepted']
  expect(await addReceipt(photo('a'))).toMatchObject({
    state: 'refused',
    problem: { code: 'declaration-act-not-allowed' },
  })
  answers = ['offline', 'signed-out']
  await addReceipt(photo('b'))
  await addReceipt(photo('c'))
  answers = ['accepted', 'ok']
  await sendReceipts('p1')
  expect([...onServer]).toEqual(['c'])
  expect((await lateReceipts('p1')).map((one) => one.refusal)).toEqual([
    'declaration-act-not-allowed',
  ])
})

it('does not pretend to keep what the phone cannot hold', async () => {
  phone.isFull = true
  answers = ['offline']
  expect(await addReceipt(photo('a'))).toMatchObject({
    state: 'refused',
    problem: { code: 'network' },
  })
})
