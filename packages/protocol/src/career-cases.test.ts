import { clocksOf } from '@terreau/domain/clocks/clocks-of'
import { careerRefusals } from '@terreau/domain/clocks/refusals'
import { localDate } from '@terreau/domain/time/local-date'
import { describe, expect, it } from 'vitest'
import { careerFile, careerOfFile } from './career-file.ts'

// Careers as files. What each gives was worked out by hand from L127-2, L7331-3 and L7332-1 before the code ran.

interface Given {
  contracts: object[]
  suspensions?: object[]
}
const TODAY = localDate('2025-08-15')

/** The refusals, and the last day of each clock that is asked for as `kind of contract`. */
function answer(given: Given, asked: readonly string[]) {
  const career = careerOfFile(careerFile.parse(given))
  const clocks = clocksOf(career, TODAY)
  const ends = asked.map((name) => {
    const clock = clocks.find(({ kind, contractId }) => `${kind} ${contractId}` === name)
    return clock?.reason === 'none-left' ? 'none-left' : clock?.endsOn
  })
  return [
    careerRefusals(career, clocks).map(({ code, contractId }) => `${contractId} ${code}`),
    ends,
  ]
}
const cape = (id: string, start: string, end: string, more: object = {}) => ({
  id,
  kind: 'CAPE',
  start,
  end,
  ...more,
})
const cesa = (start: string, more: object = {}) => ({ id: 'S', kind: 'CESA', start, ...more })
const gapReason = 'maternité'
const ill = (start: string, end: string) => ({ contract: 'S', start, end, reason: 'maladie' })

const LIMITS = ['trial S', 'associate-deadline S']

describe('twelve months', () => {
  it.each([
    ['from the 31st to the 30th', cape('A', '2025-08-31', '2026-08-30'), []],
    ['one day more', cape('A', '2025-08-31', '2026-08-31'), ['A cape-too-long']],
    ['from a leap day to 28 February', cape('A', '2024-02-29', '2025-02-28'), ['A cape-too-long']],
    ['up to a leap day', cape('A', '2027-03-01', '2028-02-29'), []],
  ])('%s', (_name, contract, codes) => {
    expect(answer({ contracts: [contract] }, [])[0]).toEqual(codes)
  })
})

describe('renewals of one activity', () => {
  const A = cape('A', '2024-01-01', '2024-03-31')
  const B = cape('B', '2024-06-01', '2024-08-31', { gapReason })
  const C = cape('C', '2024-10-01', '2024-12-31', { gapReason })

  it('a later CAPE is a renewal though nothing says so; its gap wants a reason', () => {
    const silent = { ...B, gapReason: null }
    // 31/08/2024 + 12 months: one renewal is left.
    expect(answer({ contracts: [A, silent] }, ['cape-renewals B'])).toEqual([
      ['B cape-gap'],
      ['2025-08-31'],
    ])
  })

  it('a third renewal does not hide behind a gap, with a reason or without', () => {
    const D = cape('D', '2025-03-01', '2025-05-31', { gapReason })
    expect(answer({ contracts: [A, B, C] }, ['cape-renewals C'])).toEqual([[], ['2024-12-31']])
    expect(answer({ contracts: [A, B, C, D] }, [])[0]).toEqual(['D cape-third-renewal'])
    expect(answer({ contracts: [A, B, C, { ...D, gapReason: null }] }, [])[0]).toEqual([
      'D cape-third-renewal',
      'D cape-gap',
    ])
  })

  it('naming the first again does not start the count again', () => {
    const D = cape('D', '2025-03-01', '2025-05-31', { gapReason, renewalOf: 'A' })
    expect(answer({ contracts: [A, B, C, D] }, [])[0]).toEqual(['D cape-third-renewal'])
  })

  it('five years later it is still the same activity', () => {
    const late = cape('Z', '2029-01-01', '2029-12-31')
    expect(answer({ contracts: [A, late] }, [])[0]).toEqual(['Z cape-gap'])
  })

  it('an overlap is refused, and what never took effect counts for nothing', () => {
    const over = cape('O', '2024-03-01', '2024-05-31')
    expect(answer({ contracts: [A, over] }, [])[0]).toEqual(['O cape-overlaps-previous'])
    // 31/08/2024 + 24 months: two are left.
    expect(
      answer(
        {
          contracts: [
            { ...A, cancelled: true },
            { ...B, gapReason: null },
          ],
        },
        ['cape-renewals B'],
      ),
    ).toEqual([[], ['2026-08-31']])
  })
})

describe('several activities', () => {
  it('two CAPEs may run together, each with renewals of its own', () => {
    const contracts = ['pain', 'couture'].flatMap((activity) =>
      ['2022', '2023', '2024'].map((year) =>
        cape(`${activity}-${year}`, `${year}-01-01`, `${year}-12-31`, { activity }),
      ),
    )
    expect(answer({ contracts }, ['cape-renewals pain-2024'])).toEqual([[], ['2024-12-31']])
    const fourth = cape('Z', '2025-01-01', '2025-12-31', { activity: 'pain' })
    expect(answer({ contracts: [...contracts, fourth] }, [])[0]).toEqual(['Z cape-third-renewal'])
  })

  it('another name for what is said to be renewed starts no new count', () => {
    const contracts = ['A', 'B', 'C', 'D'].map((id, at) =>
      cape(id, `${2021 + at}-01-01`, `${2021 + at}-12-31`, {
        activity: id,
        ...(at === 0 ? {} : { renewalOf: 'ABC'[at - 1] }),
      }),
    )
    expect(answer({ contracts }, [])[0]).toEqual(['D cape-third-renewal'])
  })

  it('count once before a CESA, whose trial and deadline are about the parties', () => {
    const contracts = [
      cape('A', '2025-01-01', '2025-06-30', { activity: 'pain' }),
      cape('B', '2025-04-01', '2025-07-31', { activity: 'couture' }),
      cesa('2025-08-01', { activity: 'pain' }),
    ]
    // 01/01 to 31/07 is 7 months: 8 − 7 = 1, 36 − 7 = 29.
    expect(answer({ contracts }, LIMITS)).toEqual([[], ['2025-08-31', '2028-01-01']])
  })

  it('each CAPE and CESA says which one, once several are named', () => {
    const contracts = [
      cape('A', '2022-01-01', '2022-12-31', { activity: 'pain' }),
      cape('B', '2022-01-01', '2022-12-31', { activity: 'couture' }),
      cesa('2025-08-01'),
    ]
    const issues = careerFile.safeParse({ contracts }).error?.issues
    expect(issues?.map(({ path, message }) => `${path.join('.')} ${message}`)).toEqual([
      'contracts.2.activity activity-wanted',
    ])
  })
})

describe('trial and deadline', () => {
  it.each<[string, Given, string[]]>([
    [
      'nothing before, from the 31st',
      { contracts: [cesa('2025-08-31')] },
      ['2026-04-29', '2028-08-31'],
    ],
    [
      'an early end counts as it was: 3 months',
      {
        contracts: [
          cape('A', '2025-01-01', '2025-12-31', { endedOn: '2025-03-31' }),
          cesa('2025-04-01'),
        ],
      },
      ['2025-08-31', '2028-01-01'],
    ],
    [
      'three CAPEs of a year leave no day',
      {
        contracts: [
          cape('A', '2022-01-01', '2022-12-31'),
          cape('B', '2023-01-01', '2023-12-31'),
          cape('C', '2024-01-01', '2024-12-31'),
          cesa('2025-01-01'),
        ],
      },
      ['none-left', '2025-01-01'],
    ],
    [
      'two months, a gap, two months',
      {
        contracts: [
          cape('A', '2024-01-01', '2024-02-29'),
          cape('B', '2024-04-15', '2024-06-14', { gapReason }),
          cesa('2024-06-15'),
        ],
      },
      ['2024-10-14', '2027-02-15'],
    ],
    [
      'a month from 31 January to 28 February of a leap year',
      {
        contracts: [
          { id: 'J', kind: 'CDD', start: '2024-01-31', end: '2024-02-28' },
          cesa('2024-03-01'),
        ],
      },
      ['2024-09-30', '2027-02-01'],
    ],
    [
      'an absence of 30 days moves the trial alone',
      { contracts: [cesa('2025-01-15')], suspensions: [ill('2025-09-01', '2025-09-30')] },
      ['2025-10-14', '2028-01-15'],
    ],
    [
      'two absences that overlap count once: 14 days',
      {
        contracts: [cesa('2025-01-15')],
        suspensions: [ill('2025-02-01', '2025-02-10'), ill('2025-02-05', '2025-02-14')],
      },
      ['2025-09-28', '2028-01-15'],
    ],
    [
      'an absence after the trial',
      { contracts: [cesa('2025-01-15')], suspensions: [ill('2025-09-15', '2025-09-20')] },
      ['2025-09-14', '2028-01-15'],
    ],
  ])('%s', (_name, given, ends) => {
    expect(answer(given, LIMITS)).toEqual([[], ends])
  })
})

describe('what a file says wrongly', () => {
  const refused = (given: object) => {
    const parsed = careerFile.safeParse(given)
    return parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  }
  const assembliesOn = ['2025-06-15']
  const paid = (assemblyOn: string, paidOn: string) => ({
    contracts: [cesa('2024-02-01')],
    assembliesOn,
    variablePayments: [{ contract: 'S', assemblyOn, paidOn }],
  })

  it.each([
    [
      'a blank id',
      { contracts: [cape(' ', '2025-01-01', '2025-12-31')] },
      ['contracts.0.id text-empty'],
    ],
    [
      'a signature after the last day',
      { contracts: [cape('A', '2025-01-01', '2025-03-31', { signedOn: '2025-04-01' })] },
      ['contracts.0.signedOn signed-after-end'],
    ],
    [
      'a signature after an early end',
      {
        contracts: [
          cape('A', '2025-01-01', '2025-12-31', { endedOn: '2025-03-31', signedOn: '2025-04-01' }),
        ],
      },
      ['contracts.0.signedOn signed-after-end'],
    ],
    [
      'a signature on the last day',
      { contracts: [cape('A', '2025-01-01', '2025-03-31', { signedOn: '2025-03-31' })] },
      [],
    ],
    ['a balance paid in time', paid('2025-06-15', '2025-07-15'), []],
    [
      'a balance paid before its assembly',
      paid('2025-06-15', '2025-06-14'),
      ['variablePayments.0.paidOn paid-before-assembly'],
    ],
    [
      'a balance of an assembly that is not there',
      paid('2025-06-16', '2025-07-01'),
      ['variablePayments.0.assemblyOn assembly-unknown'],
    ],
  ])('%s', (_name, given, issues) => {
    expect(refused(given)).toEqual(issues)
  })

  it('more lines than a person can have', () => {
    const contracts = Array.from({ length: 501 }, (_, n) => ({
      id: `${n}`,
      kind: 'CDD',
      start: '2000-01-01',
    }))
    expect(refused({ contracts })).toEqual(['contracts list-long'])
    expect(refused({ contracts: contracts.slice(1) })).toEqual([])
  })
})
