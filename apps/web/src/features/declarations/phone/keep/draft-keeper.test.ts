import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Draft, SentDeclaration } from '../queries.ts'
import { DraftKeeper, type DraftState } from './draft-keeper.ts'

// The store of a browser, which Node has not got.
const phone = vi.hoisted(() => ({ isFull: false }))
vi.mock('idb-keyval', () => ({
  get: async () => undefined,
  set: async () => {
    if (phone.isFull) throw new DOMException('no room', 'QuotaExceededError')
  },
  del: async () => undefined,
  keys: async () => [],
}))

const SENT = { number: 'D-2026-10-0042', month: '2026-10', bookMonth: '2026-11' } as SentDeclaration
const answers: Response[] = []
const asked: string[] = []

beforeEach(() => {
  answers.length = 0
  asked.length = 0
  vi.stubGlobal('fetch', async (url: string, init: { method?: string }) => {
    asked.push(`${init.method} ${url}`)
    return answers.shift()
  })
})
afterEach(() => vi.unstubAllGlobals())

const problem = (status: number, code: string) =>
  Response.json(
    { status, code, params: {}, instance: 'request:1' },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  )

function keeper(): DraftKeeper {
  const state: DraftState = {
    draft: {
      clientId: 'c',
      hasSales: false,
      sales: [],
      expenses: [],
      trips: [],
      hasExpenses: false,
    } as Draft,
    version: 3,
    sync: 'saved',
    isKept: true,
    savedAt: null,
    movementCents: null,
    isSendWaiting: false,
    photos: [],
    receipts: [],
    sent: null,
    problem: null,
  }
  return new DraftKeeper({ personId: 'p', month: '2026-10', activityId: 'a' }, state, false)
}

it('sends again by itself when the month closes in that very instant: only "received" is seen', async () => {
  answers.push(problem(409, 'month-is-closed'), Response.json(SENT))
  const one = keeper()
  const seen: unknown[] = []
  one.subscribe(() => seen.push(one.read().problem))
  await one.send()
  expect(one.read()).toMatchObject({ sent: SENT, problem: null, isSendWaiting: false })
  expect(seen.every((shown) => shown === null)).toBe(true)
  expect(asked).toHaveLength(2)
})

it('says it when the books refuse twice, and keeps what was typed', async () => {
  answers.push(problem(409, 'month-is-closed'), problem(409, 'month-is-closed'))
  const one = keeper()
  await one.send()
  expect(one.read()).toMatchObject({ sent: null, isSendWaiting: false, draft: { clientId: 'c' } })
  expect(one.read().problem).not.toBeNull()
  expect(asked).toHaveLength(2)
})

it('does not repeat any other refusal', async () => {
  answers.push(problem(422, 'declaration-lines-invalid'))
  const one = keeper()
  await one.send()
  expect(asked).toHaveLength(1)
  expect(one.read().problem).not.toBeNull()
})

it('knows that a full phone keeps nothing: it must not say that it does', async () => {
  phone.isFull = true
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')))
  const one = keeper()
  await one.send()
  await vi.waitFor(() => expect(one.read()).toMatchObject({ isKept: false, isSendWaiting: true }))
  phone.isFull = false
  one.change(one.read().draft)
  await vi.waitFor(() => expect(one.read().isKept).toBe(true))
})

it('goes on waiting when the server rests, as when there is no network', async () => {
  answers.push(problem(503, 'unavailable'), Response.json(SENT))
  const one = keeper()
  await one.send()
  expect(one.read()).toMatchObject({ sent: null, isSendWaiting: true, problem: null })
  await one.flush()
  expect(one.read()).toMatchObject({ sent: SENT, isSendWaiting: false })
})
