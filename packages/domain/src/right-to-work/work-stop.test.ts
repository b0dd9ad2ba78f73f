import { describe, expect, it } from 'vitest'
import { type LocalDate, localDate } from '../time/local-date.ts'
import type { PermitKind } from './permit-kinds.ts'
import { type ContractKind, type HireChecks, rightToWork } from './right-to-work.ts'
import {
  type DecisionTaken,
  forbidden,
  openArticles,
  openPoints,
  prefectureFirst,
  workStop,
} from './work-stop.ts'

const december = localDate('2026-12-07')
const until = localDate('2027-01-31')

/** The préfet was asked in time and has confirmed the title. */
const asked: HireChecks = {
  prefecture: { askedOn: localDate('2026-12-01'), answer: 'authentic' },
  jobSeekerProofOn: null,
  studentDeclaredOn: null,
}

function ask(
  contract: ContractKind,
  kind: PermitKind | null,
  on: LocalDate,
  checks: Partial<HireChecks> = {},
) {
  return rightToWork({
    contract,
    on,
    department: '93',
    checks: { ...asked, ...checks },
    permit: kind && {
      kind,
      validFrom: null,
      validUntil: until,
      hasSeenOriginal: true,
      authorisation: null,
    },
  })
}

const taken = (more: Partial<DecisionTaken> = {}): DecisionTaken => ({
  decision: 'may_work',
  openPoints: openPoints(ask('CESA', 'employee', december)).map(({ code }) => code),
  askedOn: december,
  paper: { until },
  ...more,
})
const stopOf = (
  contract: ContractKind,
  kind: PermitKind | null,
  decision: DecisionTaken | null,
  on = december,
) => workStop(ask(contract, kind, on), { on, decision, isHired: false })

describe('what stops a contract before its signature', () => {
  it('is nothing for French people, citizens of the EEA, and a paper that allows it', () => {
    expect(stopOf('CAPE', 'french', null)).toBeNull()
    expect(stopOf('CESA', 'eu', null)).toBeNull()
    expect(stopOf('CAPE', 'resident_card', null)).toBeNull()
  })

  it('is that nobody decided, when the texts leave it open or say no', () => {
    expect(stopOf('CAPE', null, null)).toBe('right-to-work-undecided')
    expect(stopOf('CAPE', 'visitor', null)).toBe('right-to-work-forbidden')
    expect(stopOf('CESA', 'employee', null)).toBe('right-to-work-undecided')
    expect(openArticles(ask('CESA', 'employee', december))).toBe('C. trav. R5221-3, I')
  })

  it('is lifted by a decision for the days of the paper and no later', () => {
    expect(stopOf('CESA', 'employee', taken())).toBeNull()
    expect(stopOf('CESA', 'employee', taken(), until)).toBeNull()
    const after = localDate('2027-02-01')
    expect(stopOf('CESA', 'employee', taken(), after)).toBe('right-to-work-outdated')
  })

  it('holds until the day it was asked for, when no paper is recorded', () => {
    const decision = taken({ openPoints: ['nothing-recorded'], paper: null })
    expect(stopOf('CAPE', null, decision)).toBeNull()
    expect(stopOf('CAPE', null, decision, localDate('2026-12-08'))).toBe('right-to-work-outdated')
  })

  it('comes back with a reason that was not open when it was decided', () => {
    const decision = taken({ openPoints: ['kind-to-check'] })
    expect(stopOf('CESA', 'employee', decision)).toBe('right-to-work-outdated')
  })

  it('is a request that the préfet never got, which no decision replaces before a hire', () => {
    const waiting = { askedOn: localDate('2026-12-01'), answer: null }
    for (const prefecture of [null, waiting]) {
      const answer = ask('CESA', 'employee', december, { prefecture })
      const decision = taken({ openPoints: openPoints(answer).map(({ code }) => code) })
      const of = { on: december, decision }
      expect(workStop(answer, { ...of, isHired: false })).toBe('right-to-work-outdated')
      expect(workStop(answer, { ...of, isHired: true })).toBeNull()
    }
    const code = (kind: PermitKind, contract: ContractKind = 'CESA') =>
      prefectureFirst(ask(contract, kind, december, { prefecture: null }), { isHired: false })?.code
    expect(code('employee')).toBe('prefecture-not-asked')
    expect(code('student')).toBe('student-declaration-missing')
    expect(code('employee', 'CAPE')).toBeUndefined()
    const silence = ask('CESA', 'employee', december, {
      prefecture: { ...waiting, answer: 'no_answer' },
    })
    expect(prefectureFirst(silence, { isHired: false })).toBeNull()
  })

  it('is a plain no, of the table or of the préfet on this title, which no decision lifts', () => {
    expect(stopOf('CESA', 'entrepreneur', null)).toBe('right-to-work-forbidden')
    expect(stopOf('CAPE', 'entrepreneur', null)).toBe('right-to-work-undecided')
    const prefecture = { askedOn: localDate('2026-12-01'), answer: 'refused' } as const
    const answer = ask('CESA', 'talent', december, { prefecture })
    const decision = taken({ openPoints: ['prefecture-refused'] })
    const of = { on: december, decision }
    expect(workStop(answer, { ...of, isHired: false })).toBe('right-to-work-forbidden')
    expect(workStop(answer, { ...of, isHired: true })).toBeNull()
    expect(forbidden(answer, { isHired: false })?.article).toBe('C. trav. L5221-8')
  })

  it('is a refusal, even where the table says yes', () => {
    expect(stopOf('CAPE', 'french', taken({ decision: 'may_not_work' }))).toBe(
      'right-to-work-refused',
    )
    expect(openArticles(ask('CAPE', 'french', december))).toBe('C. trav. L8251-1')
  })
})
