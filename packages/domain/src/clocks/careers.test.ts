import { describe, expect, it } from 'vitest'
import { cape, careerOf, cesa, contract } from '../../test/given-career.ts'
import { localDate } from '../time/local-date.ts'
import type { Career } from './career.ts'
import type { Clock } from './clock.ts'
import { clocksOf } from './clocks-of.ts'
import { careerRefusals } from './refusals.ts'
import type { ClockKind } from './rules.ts'

// Careers unlike those of the pages of rules. Each day was computed by hand from the article, before the code ran.

const on = localDate

function clock(career: Career, today: string, kind: ClockKind, contractId?: string): Clock {
  const found = clocksOf(career, on(today)).find(
    (each) => each.kind === kind && (contractId === undefined || each.contractId === contractId),
  )
  if (found === undefined) throw new Error(`no ${kind}`)
  return found
}
const codes = (career: Career, today: string) =>
  careerRefusals(career, clocksOf(career, on(today))).map(({ code }) => code)

describe('calendars', () => {
  it('29 February to 27 February is twelve months, and a renewal the day after is one', () => {
    const career = careerOf([
      cape('2024-02-29', '2025-02-27', { id: 'A' }),
      cape('2025-02-28', '2026-02-27', { id: 'B', renewalOf: 'A' }),
    ])
    expect(codes(career, '2026-01-01')).toEqual([])
    // 27/02/2026 + 12 months, one renewal left.
    expect(clock(career, '2026-01-01', 'cape-renewals').endsOn).toBe('2027-02-27')
  })

  it('a CESA of a leap day has its dates on the last day of each February', () => {
    const career = careerOf([cesa('2024-02-29', { id: 'C' })])
    expect(clock(career, '2024-03-01', 'trial').endsOn).toBe('2024-10-28')
    expect(clock(career, '2024-03-01', 'associate-deadline').endsOn).toBe('2027-02-28')
  })

  it('three months from the 31st to the 30th count as three months', () => {
    const career = careerOf([
      cape('2025-05-31', '2025-08-30', { id: 'A' }),
      cesa('2025-08-31', { id: 'C' }),
    ])
    expect(clock(career, '2025-09-01', 'trial').endsOn).toBe('2026-01-30')
    expect(clock(career, '2025-09-01', 'associate-deadline').endsOn).toBe('2028-05-31')
  })
})

describe('pieces', () => {
  it('36 months of CAPE in three pieces leave no trial and no day: associate at once', () => {
    const career = careerOf([
      cape('2024-01-01', '2024-12-31', { id: 'A' }),
      cape('2025-02-01', '2026-01-31', { id: 'B', renewalOf: 'A', gapReason: 'maternité' }),
      cape('2026-03-01', '2027-02-28', { id: 'D', renewalOf: 'B', gapReason: 'maladie' }),
      cesa('2027-04-01', { id: 'C' }),
    ])
    expect(codes(career, '2027-03-01')).toEqual([])
    expect(clock(career, '2027-03-01', 'trial').reason).toBe('none-left')
    const deadline = clock(career, '2027-04-02', 'associate-deadline')
    expect([deadline.endsOn, deadline.state]).toEqual(['2027-04-01', 'passed'])
  })

  it('a CAPE that runs on into the CESA counts until the eve, and the overlap is refused', () => {
    const career = careerOf([
      cape('2024-01-01', '2024-12-31', { id: 'A' }),
      cesa('2024-07-01', { id: 'C' }),
    ])
    // 8 − 6 months, 36 − 6 months.
    expect(clock(career, '2024-07-02', 'trial').endsOn).toBe('2024-08-31')
    expect(clock(career, '2024-07-02', 'associate-deadline').endsOn).toBe('2027-01-01')
    expect(codes(career, '2024-07-02')).toEqual(['contracts-overlap'])
  })

  it('a convention and a job side by side are counted once, from the first day of either', () => {
    const career = careerOf([
      contract('convention', '2023-10-01', '2023-12-31', { id: 'V' }),
      contract('CDI', '2023-11-15', undefined, { id: 'J' }),
      cesa('2024-03-01', { id: 'C' }),
    ])
    // 01/10/2023 to 29/02/2024 is five months.
    expect(clock(career, '2024-03-02', 'trial', 'C').endsOn).toBe('2024-05-31')
    expect(clock(career, '2024-03-02', 'associate-deadline').endsOn).toBe('2026-10-01')
  })

  it('an early end and a new CAPE the day after are a renewal, named or not', () => {
    const career = careerOf([
      cape('2024-01-01', '2024-12-31', { id: 'A', endedOn: on('2024-05-31') }),
      cape('2024-06-01', '2025-05-31', { id: 'B' }),
    ])
    const term = clock(career, '2024-09-01', 'cape-term', 'A')
    expect([term.endsOn, term.basis, term.state]).toEqual(['2024-05-31', 'early-end', 'met'])
    const renewals = clock(career, '2024-09-01', 'cape-renewals')
    expect([renewals.endsOn, renewals.count?.left]).toEqual(['2026-05-31', 1])
  })

  it('four short CAPEs in a row are one too many, whatever their sum', () => {
    const career = careerOf([
      cape('2024-01-01', '2024-03-31', { id: 'A' }),
      cape('2024-04-01', '2024-06-30', { id: 'B' }),
      cape('2024-07-01', '2024-09-30', { id: 'D' }),
      cape('2024-10-01', '2024-12-31', { id: 'E' }),
    ])
    expect(codes(career, '2025-01-01')).toEqual(['cape-third-renewal'])
  })
})

describe('absences', () => {
  const absence = (startsOn: string, endsOn: string) => ({
    contractId: 'C',
    startsOn: on(startsOn),
    endsOn: on(endsOn),
    reason: 'maladie',
  })

  it('two of them prolong a trial by both, the second inside the prolongation of the first', () => {
    const career = {
      contracts: [cesa('2024-01-01', { id: 'C', trialEndsOn: on('2024-04-30') })],
      suspensions: [absence('2024-02-01', '2024-02-10'), absence('2024-05-05', '2024-05-14')],
    }
    // 30/04 + 10 days = 10/05; the second begins before it, + 10 days = 20/05.
    expect(clock(career, '2024-06-01', 'trial').endsOn).toBe('2024-05-20')
  })

  it('one over the end of the trial gives back the days that were left', () => {
    const career = {
      contracts: [cesa('2024-01-01', { id: 'C' })],
      suspensions: [absence('2024-08-20', '2024-09-19')],
    }
    // Twelve days were left on 20/08; they run from 20/09.
    expect(clock(career, '2024-09-01', 'trial').endsOn).toBe('2024-10-01')
    expect(clock(career, '2024-09-01', 'associate-deadline').endsOn).toBe('2027-01-01')
  })
})

describe('everything before a CESA', () => {
  const career = careerOf([
    cape('2022-08-31', '2023-08-30', { id: 'A' }),
    cape('2023-08-31', '2024-08-30', { id: 'B', endedOn: on('2024-02-29') }),
    contract('CDD', '2024-02-01', '2024-04-30', { id: 'D' }),
    cesa('2024-05-31', { id: 'S', endedOn: on('2025-02-28') }),
    cesa('2025-04-01', { id: 'T' }),
  ])

  it('counts from the last days of a month, overlaps once, an earlier CESA too', () => {
    // 31/08/2022 to 30/04/2024: 20 months (30/04) and 1 day. 31/05/2024 + 16 months - 1 day.
    expect(clock(career, '2024-06-01', 'associate-deadline', 'S').endsOn).toBe('2025-09-29')
    // And 31/05/2024 to 28/02/2025: 9 months (28/02) and 1 day. 01/04/2025 + 7 months - 2 days.
    expect(clock(career, '2025-04-01', 'associate-deadline', 'T').endsOn).toBe('2025-10-30')
    expect(clock(career, '2025-04-01', 'trial', 'T').reason).toBe('none-left')
    expect(codes(career, '2025-04-01')).toEqual([])
  })

  it('owes no interview once the law ended the contract, and lets another follow', () => {
    const later = careerOf([...career.contracts, cesa('2026-02-01', { id: 'U' })])
    const periods = (today: string, rest: object = {}) =>
      clocksOf(careerOf([{ ...cesa('2025-04-01', { id: 'T' }), ...rest }]), on(today))
        .filter(({ kind }) => kind === 'interviews')
        .map(({ endsOn, state, reason }) => [endsOn, reason ?? state])
    // Alone, T must be associate by 01/04/2028, a day of its fourth period.
    expect(periods('2028-04-01')[3]).toEqual(['2029-03-31', 'running'])
    expect(periods('2028-04-02')[2]).toEqual(['2028-03-31', 'passed'])
    expect(periods('2028-04-02')[3]).toEqual(['2029-03-31', 'over-by-law'])
    expect(periods('2028-04-02', { isAssociateUnknown: true })[3]?.[1]).toBe('running')
    expect(periods('2028-04-02', { associateOn: on('2028-04-01') })[3]?.[1]).toBe('running')
    expect(codes(later, '2025-10-30')).toEqual(['contracts-overlap'])
    expect(codes(later, '2025-10-31')).toEqual([])
  })
})

describe('what does not count', () => {
  it('an absence after the contract, nor one without an end before it begins', () => {
    const trial = (today: string, endedOn?: string) =>
      clock(
        {
          contracts: [cesa('2024-01-01', endedOn === undefined ? {} : { endedOn: on(endedOn) })],
          suspensions: [{ contractId: 'CESA-2024-01-01', startsOn: on('2024-08-01'), reason: 'x' }],
        },
        today,
        'trial',
      ).endsOn
    expect(trial('2024-07-31')).toBe('2024-08-31')
    expect(trial('2024-08-10')).toBe('2024-09-10')
    // Three days until the 3rd, then nobody is absent any more.
    expect(trial('2030-01-01', '2024-08-03')).toBe('2024-09-03')
  })

  it('an interview after the last day of the contract', () => {
    const career = {
      contracts: [cesa('2024-01-01', { id: 'C', endedOn: on('2025-03-31') })],
      interviews: ['2025-06-01', '2025-07-01'].map((day) => ({
        on: on(day),
        signedOn: on(day),
        contractId: 'C',
      })),
    }
    const second = clocksOf(career, on('2025-12-01')).filter(({ kind }) => kind === 'interviews')[1]
    expect([second?.state, second?.reason, second?.count?.done]).toEqual([
      'not-applicable',
      'cut-short',
      0,
    ])
  })

  it('a notice that is dated after today', () => {
    const contractId = 'A'
    const notice = { contractId, recipient: 'urssaf', event: 'conclusion' } as const
    const career = (sentOn: string) => ({
      contracts: [cape('2024-01-15', '2025-01-14', { id: contractId })],
      notices: [{ ...notice, sentOn: on(sentOn) }],
    })
    const state = (sentOn: string) =>
      clocksOf(career(sentOn), on('2024-01-20')).find(({ recipient }) => recipient === 'urssaf')
        ?.state
    expect([state('2024-01-21'), state('2024-01-20')]).toEqual(['passed', 'met'])
  })

  it('a permit that another takes over inside the trial', () => {
    const career = {
      contracts: [cesa('2024-01-01', { id: 'C', trialEndsOn: on('2024-08-31') })],
      permits: [
        { id: 'P', kind: 'salarié', startsOn: on('2023-05-01'), endsOn: on('2024-04-30') },
        { id: 'R', kind: 'récépissé', startsOn: on('2024-05-01'), endsOn: on('2024-10-31') },
      ],
    }
    expect(clock(career, '2024-03-01', 'permit-expiry').state).toBe('met')
    expect(clock(career, '2024-05-01', 'trial').endsOn).toBe('2024-08-31')
  })
})

describe('the true last day', () => {
  it('is the one that came: early, late, or never', () => {
    const term = (over: object) =>
      clock(
        careerOf([cape('2024-01-01', '2024-12-31', { id: 'A', ...over })]),
        '2025-06-01',
        'cape-term',
      )
    const said = (over: object) => [term(over).endsOn, term(over).basis]
    expect(said({})).toEqual(['2024-12-31', 'written'])
    expect(said({ endedOn: on('2024-12-31') })).toEqual(['2024-12-31', 'written'])
    expect(said({ endedOn: on('2024-05-31') })).toEqual(['2024-05-31', 'early-end'])
    expect(said({ endedOn: on('2025-02-28') })).toEqual(['2025-02-28', 'late-end'])
    expect(term({ isCancelled: true })).toMatchObject({
      basis: 'cancelled',
      state: 'not-applicable',
    })
  })
})

describe('the day of today', () => {
  const career = {
    contracts: [
      cape('2024-01-01', '2024-12-31', { id: 'A' }),
      cesa('2025-01-01', { id: 'C', associateOn: on('2026-01-01') }),
    ],
    permits: [{ id: 'P', kind: 'x', endsOn: on('2026-01-01') }],
  }

  it('before everything, nothing is done nor passed', () => {
    const states = new Set(clocksOf(career, on('1990-01-01')).map(({ state }) => state))
    expect(states).toEqual(new Set(['running', 'not-applicable', 'met']))
    const met = clocksOf(career, on('1990-01-01')).filter(({ state }) => state === 'met')
    // A length within the twelve months is right from the day it is written.
    expect(met.map(({ kind }) => kind)).toEqual(['cape-period'])
  })

  it('after everything, what was done stays done', () => {
    expect(clock(career, '2060-01-01', 'associate-deadline').state).toBe('met')
    expect(clock(career, '2060-01-01', 'permit-expiry').state).toBe('passed')
    expect(clock(career, '2060-01-01', 'cape-term').state).toBe('met')
  })
})
