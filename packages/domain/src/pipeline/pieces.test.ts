import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import {
  isPieceDue,
  isPieceState,
  isPieceWanted,
  isWritten,
  nextReminderOn,
  pieceTransition,
  standingOf,
  stateOf,
  USUAL_PACE,
} from './pieces.ts'

const on = localDate

describe('the life of a piece', () => {
  it('is received, then accepted or refused, and may come again', () => {
    expect(pieceTransition('asked', 'receive')).toEqual({ ok: true, value: 'received' })
    expect(pieceTransition('received', 'refuse')).toEqual({ ok: true, value: 'refused' })
    expect(pieceTransition('refused', 'receive')).toEqual({ ok: true, value: 'received' })
    expect(pieceTransition('accepted', 'ask')).toEqual({ ok: true, value: 'asked' })
  })

  it('is never accepted before it came, nor changed once accepted', () => {
    expect(pieceTransition('asked', 'accept').ok).toBe(false)
    expect(pieceTransition('accepted', 'receive')).toEqual({
      ok: false,
      refusal: { code: 'piece-act-not-allowed', params: { state: 'accepted', act: 'receive' } },
    })
    expect(isPieceState('lost')).toBe(false)
  })

  it('that ends may come again beside the accepted one, which counts until the newer is accepted', () => {
    const accepted = { state: 'accepted', refusal: null, renewalReceivedAt: null } as const
    const piece = { ...accepted, expiresOn: on('2026-12-31') }
    expect(standingOf({ ...piece, expiresOn: null })).toBe('accepted')
    expect(standingOf(piece)).toBe('ending')
    expect(pieceTransition('ending', 'receive')).toEqual({ ok: true, value: 'renewed' })
    expect(standingOf({ ...piece, renewalReceivedAt: 'now' })).toBe('renewed')
    expect(stateOf('renewed')).toBe('accepted')
    for (const act of ['accept', 'refuse'] as const)
      expect(pieceTransition('renewed', act)).toEqual({ ok: true, value: 'accepted' })
    expect(pieceTransition('renewed', 'ask').ok).toBe(false)
    const wanted = (more: object, today = '2026-12-31') =>
      isPieceWanted({ ...piece, ...more }, on(today))
    expect([wanted({}), wanted({}, '2027-01-01')]).toEqual([false, true])
    expect(wanted({ renewalReceivedAt: 'now' }, '2027-01-01')).toBe(false)
    expect(wanted({ refusal: 'cut_off' })).toBe(true)
  })
})

describe('who is asked for a piece', () => {
  const person = { stage: 'cape_active', socialStatus: 'job_seeker' } as const
  it('everybody of the stage and after, or those of a situation', () => {
    expect(isPieceDue({ stage: 'admitted', forWhom: 'everyone' }, person)).toBe(true)
    expect(isPieceDue({ stage: 'cesa_active', forWhom: 'everyone' }, person)).toBe(false)
    expect(isPieceDue({ stage: 'admitted', forWhom: 'job_seeker' }, person)).toBe(true)
    expect(isPieceDue({ stage: 'admitted', forWhom: 'employee' }, person)).toBe(false)
  })

  it('nobody who left', () => {
    const gone = { stage: 'exited', socialStatus: null } as const
    expect(isPieceDue({ stage: 'admitted', forWhom: 'everyone' }, gone)).toBe(false)
  })
})

describe('reminders', () => {
  const asked = {
    state: 'asked',
    askedOn: on('2026-10-01'),
    spokenOn: null,
    remindedOn: [],
  } as const
  it('come after some days, then again, and stop after the last one', () => {
    expect(nextReminderOn(asked, USUAL_PACE)).toBe('2026-10-08')
    expect(nextReminderOn({ ...asked, remindedOn: [on('2026-10-09')] }, USUAL_PACE)).toBe(
      '2026-10-16',
    )
    const thrice = [on('2026-10-08'), on('2026-10-15'), on('2026-10-22')]
    expect(nextReminderOn({ ...asked, remindedOn: thrice }, USUAL_PACE)).toBeNull()
  })

  it('stop when the piece came', () => {
    for (const state of ['received', 'accepted', 'waived'] as const)
      expect(nextReminderOn({ ...asked, state }, USUAL_PACE)).toBeNull()
    expect(nextReminderOn({ ...asked, state: 'refused' }, USUAL_PACE)).toBe('2026-10-08')
  })

  it('wait when staff spoke with the person', () => {
    expect(nextReminderOn({ ...asked, spokenOn: on('2026-10-07') }, USUAL_PACE)).toBe('2026-10-14')
    expect(nextReminderOn({ ...asked, spokenOn: on('2026-09-01') }, USUAL_PACE)).toBe('2026-10-08')
  })

  it('are written by mail only to who wants mail', () => {
    expect(isWritten(null, 'awa@exemple.test')).toBe(true)
    expect(isWritten('email', 'awa@exemple.test')).toBe(true)
    expect(isWritten('phone', 'awa@exemple.test')).toBe(false)
    expect(isWritten(null, '')).toBe(false)
  })
})
