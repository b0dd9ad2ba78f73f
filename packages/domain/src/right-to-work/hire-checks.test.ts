import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import { checksThatCount, type RecordedCheck } from './hire-checks.ts'

const days = { on: localDate('2026-12-07'), since: localDate('2026-10-08') }
const check = (
  kind: RecordedCheck['kind'],
  doneOn: string,
  more: Partial<RecordedCheck> = {},
): RecordedCheck => ({
  kind,
  doneOn: localDate(doneOn),
  answer: null,
  isProved: true,
  proofUntil: null,
  isOfTitle: true,
  ...more,
})
const of = (...checks: RecordedCheck[]) => checksThatCount(checks, days)

describe('the steps that count before a hire', () => {
  it.each([
    ['2026-10-07', null],
    ['2026-10-08', '2026-10-08'],
    ['2026-12-07', '2026-12-07'],
    ['2026-12-08', null],
  ])('bear a day that is neither too old nor after it: %s', (doneOn, counts) => {
    expect(of(check('prefecture', doneOn)).prefecture?.askedOn ?? null).toBe(counts)
    expect(of(check('job_seeker', doneOn)).jobSeekerProofOn).toBe(counts)
    expect(of(check('student', doneOn)).studentDeclaredOn).toBe(counts)
  })

  it('spare the request by a paper that holds on the first day', () => {
    const registered = (more: Partial<RecordedCheck>) =>
      of(check('job_seeker', '2026-11-30', more)).jobSeekerProofOn
    expect(registered({ isProved: false })).toBeNull()
    expect(registered({ proofUntil: localDate('2026-12-06') })).toBeNull()
    expect(registered({ proofUntil: localDate('2026-12-07') })).toBe('2026-11-30')
  })

  it('are about the title that is shown: an answer about another one says nothing', () => {
    const answer = { answer: 'authentic', isOfTitle: false } as const
    expect(of(check('prefecture', '2026-12-01', answer)).prefecture).toBeNull()
    const refusal = { answer: 'refused', isOfTitle: false } as const
    expect(of(check('prefecture', '2026-12-01', refusal)).prefecture).toBeNull()
  })

  it('keep a refusal, however old, until the préfet confirms the title; silence lifts none', () => {
    const refusal = check('prefecture', '2026-09-01', { answer: 'refused' })
    const silence = check('prefecture', '2026-12-01', { answer: 'no_answer' })
    expect(of(silence, refusal).prefecture).toEqual({ askedOn: '2026-09-01', answer: 'refused' })
    const confirmed = check('prefecture', '2026-12-02', { answer: 'authentic' })
    expect(of(confirmed, silence, refusal).prefecture?.answer).toBe('authentic')
  })
})
