import { describe, expect, it } from 'vitest'
import { type LocalDate, localDate } from '../time/local-date.ts'
import type { PermitKind } from './permit-kinds.ts'
import {
  type Asked,
  type HireChecks,
  type PermitFacts,
  prefectureDeadline,
  rightToWork,
  silenceMeansDoneOn,
} from './right-to-work.ts'

const on = localDate('2026-12-07')
const none: HireChecks = { prefecture: null, jobSeekerProofOn: null, studentDeclaredOn: null }
const verified: HireChecks = {
  ...none,
  prefecture: { askedOn: localDate('2026-12-01'), answer: 'authentic' },
  studentDeclaredOn: localDate('2026-12-01'),
}

function permit(kind: PermitKind, more: Partial<PermitFacts> = {}): PermitFacts {
  return {
    kind,
    validFrom: localDate('2026-01-10'),
    validUntil: localDate('2027-01-09'),
    hasSeenOriginal: true,
    authorisation: null,
    ...more,
  }
}

function ask(contract: 'CAPE' | 'CESA', facts: PermitFacts | null, more: Partial<Asked> = {}) {
  return rightToWork({ contract, on, permit: facts, checks: verified, department: '93', ...more })
}
const codes = (answer: ReturnType<typeof ask>) => answer.points.map((point) => point.code)

describe('the table of permits', () => {
  it.each([
    ['french', 'yes', 'yes'],
    ['eu', 'yes', 'yes'],
    ['resident_card', 'yes', 'yes'],
    ['private_family_life', 'yes', 'yes'],
    ['family_of_eu_resident', 'check', 'check'],
    ['talent', 'yes', 'check'],
    ['talent_family', 'yes', 'check'],
    ['student', 'check', 'check'],
    ['job_search_creation', 'yes', 'yes'],
    ['subsidiary_protection', 'yes', 'check'],
    ['stateless', 'yes', 'check'],
    ['provisional_may_work', 'yes', 'check'],
    ['employee', 'no', 'check'],
    ['temporary_worker', 'no', 'check'],
    ['renewal_receipt', 'no', 'check'],
    ['entrepreneur', 'no', 'check'],
    ['asylum_seeker', 'no', 'check'],
    ['algerian', 'check', 'check'],
    ['visitor', 'no', 'no'],
    ['other', 'check', 'check'],
  ] as const)('%s: CESA %s, CAPE %s, when everything else is in order', (kind, cesa, cape) => {
    expect(ask('CESA', permit(kind)).verdict).toBe(cesa)
    expect(ask('CAPE', permit(kind)).verdict).toBe(cape)
  })
})

describe('the right to work', () => {
  it('changes when CAPE becomes CESA: another nature of work, another question', () => {
    const entrepreneur = permit('employee')
    expect(codes(ask('CAPE', entrepreneur))).toEqual(['kind-to-check'])
    const cesa = ask('CESA', entrepreneur)
    expect(cesa.verdict).toBe('no')
    expect(cesa.points[0]).toMatchObject({
      code: 'authorisation-missing',
      article: 'C. trav. R5221-3, I',
    })
  })

  it('sends nobody to the préfet about a title that does not allow the work', () => {
    expect(codes(ask('CESA', permit('entrepreneur'), { checks: none }))).toEqual(['kind-refuses'])
  })

  it('holds with the authorisation for this employer, on its days only', () => {
    const from = localDate('2026-12-01')
    const held = (until: LocalDate | null) => permit('employee', { authorisation: { from, until } })
    expect(ask('CESA', held(null)).verdict).toBe('yes')
    expect(ask('CESA', held(on)).verdict).toBe('yes')
    expect(ask('CESA', held(localDate('2026-12-06'))).verdict).toBe('no')
  })

  it('is never a silent yes without a paper or without the original', () => {
    expect(ask('CAPE', null).verdict).toBe('check')
    expect(ask('CESA', permit('resident_card', { hasSeenOriginal: false })).verdict).toBe('check')
  })

  it('ends the day after the last one of the paper, and only then', () => {
    expect(ask('CESA', permit('talent', { validUntil: on })).verdict).toBe('yes')
    expect(codes(ask('CESA', permit('talent', { validUntil: localDate('2026-12-06') })))).toContain(
      'expired',
    )
    expect(codes(ask('CESA', permit('talent', { validFrom: localDate('2026-12-08') })))).toContain(
      'not-yet-valid',
    )
  })

  it('asks a student for the declaration and says the hours', () => {
    const missing = ask('CESA', permit('student'), { checks: none })
    expect(codes(missing)).toEqual(['kind-allows', 'hours-cap', 'student-declaration-missing'])
    expect(missing.points[1]?.params).toEqual({ hours: 964 })
    const late = { ...none, studentDeclaredOn: localDate('2026-12-05') }
    expect(codes(ask('CESA', permit('student'), { checks: late }))).toContain(
      'student-declared-late',
    )
  })

  it.each([
    [null, 'prefecture-not-asked', 'check'],
    [{ askedOn: localDate('2026-12-01'), answer: null }, 'prefecture-waiting', 'check'],
    [{ askedOn: localDate('2026-12-04'), answer: 'authentic' }, 'prefecture-authentic', 'yes'],
    [{ askedOn: localDate('2026-12-04'), answer: 'no_answer' }, 'prefecture-silent', 'yes'],
    [{ askedOn: localDate('2026-12-05'), answer: 'no_answer' }, 'prefecture-asked-late', 'check'],
    [{ askedOn: localDate('2026-12-01'), answer: 'refused' }, 'prefecture-refused', 'no'],
  ] as const)('asks the préfet of the seat: %j', (prefecture, code, verdict) => {
    const answer = ask('CESA', permit('talent'), { checks: { ...none, prefecture } })
    expect(codes(answer)).toContain(code)
    expect(answer.verdict).toBe(verdict)
  })

  it('spares the request for a job seeker, with the proof and its day', () => {
    const checks = { ...none, jobSeekerProofOn: localDate('2026-11-30') }
    expect(ask('CESA', permit('talent'), { checks })).toMatchObject({ verdict: 'yes' })
    // A refusal of the préfet is known, spared or not.
    const prefecture = { askedOn: localDate('2026-12-01'), answer: 'refused' } as const
    const refused = ask('CESA', permit('talent'), { checks: { ...checks, prefecture } })
    expect(codes(refused)).toEqual(['kind-allows', 'prefecture-refused'])
  })

  it('asks nothing of the préfet for a citizen, nor for a CAPE', () => {
    expect(codes(ask('CESA', permit('eu'), { checks: none }))).toEqual(['kind-allows'])
    expect(codes(ask('CAPE', permit('job_search_creation'), { checks: none }))).toEqual([
      'kind-allows',
    ])
  })
})

describe('the two working days', () => {
  it.each([
    ['2026-12-07', '93', '2026-12-04'],
    ['2026-12-28', '93', '2026-12-24'],
    ['2026-12-28', '67', '2026-12-23'],
    ['2027-05-07', '93', '2027-05-04'],
    ['2027-03-30', '93', '2027-03-26'],
    ['2027-03-30', '67', '2027-03-25'],
    ['2027-05-18', '93', '2027-05-14'],
    ['2027-12-22', '974', '2027-12-18'],
  ])('before %s in %s end on %s', (hire, department, last) => {
    expect(prefectureDeadline(localDate(hire), department)).toBe(last)
  })

  it('after a request go over Sundays and holidays', () => {
    expect(silenceMeansDoneOn(localDate('2026-12-24'), '93')).toBe('2026-12-28')
  })
})
