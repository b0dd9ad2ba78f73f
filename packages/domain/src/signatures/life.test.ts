import { describe, expect, it } from 'vitest'
import {
  actOnSignature,
  openedSignature,
  PARTY_STATES,
  partyInTurn,
  REQUEST_STATES,
  type SignatureAct,
  type SignatureLife,
} from './life.ts'

const PARTY_ACTS = ['sign', 'refuse', 'hand_in', 'confirm', 'send_back'] as const

function after(life: SignatureLife, ...acts: readonly SignatureAct[]): SignatureLife {
  return acts.reduce((current, act) => {
    const next = actOnSignature(current, act)
    if (!next.ok) throw new Error(next.refusal.code)
    return next.value
  }, life)
}

const refusal = (life: SignatureLife, act: SignatureAct) => {
  const next = actOnSignature(life, act)
  return next.ok ? 'ok' : next.refusal.code
}

function everyAct(life: SignatureLife): SignatureAct[] {
  return [
    ...life.parties.flatMap((_, party) => PARTY_ACTS.map((act) => ({ act, party }))),
    { act: 'expire' },
    { act: 'withdraw' },
  ]
}

/** Every life that can be reached from a new request of so many parties. */
function reachable(parties: number): SignatureLife[] {
  const seen = new Map<string, SignatureLife>()
  const open = [openedSignature(parties)]
  for (let life = open.pop(); life !== undefined; life = open.pop()) {
    if (seen.has(JSON.stringify(life))) continue
    seen.set(JSON.stringify(life), life)
    for (const act of everyAct(life)) {
      const next = actOnSignature(life, act)
      if (next.ok) open.push(next.value)
    }
  }
  return [...seen.values()]
}

describe('the life of a signature', () => {
  it('asks the parties one after the other, and ends with the last', () => {
    const opened = openedSignature(3)
    expect(opened).toEqual({ state: 'waiting', parties: ['asked', 'waiting_turn', 'waiting_turn'] })
    const second = after(opened, { act: 'sign', party: 0 })
    expect(second.parties).toEqual(['signed', 'asked', 'waiting_turn'])
    const done = after(second, { act: 'sign', party: 1 }, { act: 'sign', party: 2 })
    expect(done).toEqual({ state: 'signed', parties: ['signed', 'signed', 'signed'] })
  })

  it('lets nobody sign before their turn, twice, or as a party that does not exist', () => {
    const opened = openedSignature(2)
    expect(refusal(opened, { act: 'sign', party: 1 })).toBe('signature-not-your-turn')
    expect(refusal(opened, { act: 'sign', party: 2 })).toBe('signature-not-your-turn')
    const second = after(opened, { act: 'sign', party: 0 })
    expect(refusal(second, { act: 'sign', party: 0 })).toBe('signature-already-given')
    expect(refusal(second, { act: 'refuse', party: 0 })).toBe('signature-already-given')
  })

  it('needs a second look at a sheet of paper before it counts', () => {
    const handed = after(openedSignature(2), { act: 'hand_in', party: 0 })
    expect(handed.parties).toEqual(['to_check', 'waiting_turn'])
    expect(refusal(handed, { act: 'sign', party: 0 })).toBe('signature-already-given')
    expect(after(handed, { act: 'confirm', party: 0 }).parties).toEqual(['signed', 'asked'])
    expect(after(handed, { act: 'send_back', party: 0 })).toEqual(openedSignature(2))
    expect(refusal(openedSignature(2), { act: 'confirm', party: 0 })).toBe(
      'signature-already-given',
    )
  })

  it('stays as it is once it has an end, whichever', () => {
    const opened = openedSignature(2)
    const ends = [
      after(opened, { act: 'refuse', party: 0 }),
      after(opened, { act: 'expire' }),
      after(opened, { act: 'withdraw' }),
      after(opened, { act: 'sign', party: 0 }, { act: 'sign', party: 1 }),
    ]
    expect(ends.map((life) => life.state)).toEqual(['refused', 'expired', 'withdrawn', 'signed'])
    for (const life of ends)
      for (const act of everyAct(life)) expect(refusal(life, act)).toBe('signature-ended')
  })

  it('reaches every state of the request and of its parties', () => {
    const lives = reachable(3)
    expect(new Set(lives.map((life) => life.state))).toEqual(new Set(REQUEST_STATES))
    expect(new Set(lives.flatMap((life) => life.parties))).toEqual(new Set(PARTY_STATES))
  })

  it('has exactly one party in turn while it waits, and none afterwards', () => {
    for (const life of reachable(4)) {
      const inTurn = life.parties.filter((state) => state === 'asked' || state === 'to_check')
      if (life.state === 'waiting') {
        expect(inTurn).toHaveLength(1)
        expect(partyInTurn(life)).toBe(life.parties.indexOf(inTurn[0] ?? 'asked'))
      } else expect(partyInTurn(life)).toBeNull()
      expect(life.state === 'signed').toBe(life.parties.every((state) => state === 'signed'))
    }
  })
})
