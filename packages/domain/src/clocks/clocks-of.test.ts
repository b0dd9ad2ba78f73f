import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import type { CareerContract } from './career.ts'
import { clocksOf } from './clocks-of.ts'
import { cape, careerOf, cesa, clock, clocks, contract } from './given-career.ts'
import { CLOCK_KINDS, CLOCK_RULES } from './rules.ts'

describe('the associate deadline (L7331-3)', () => {
  const deadline = (...contracts: CareerContract[]) =>
    clock('associate-deadline', contracts, { today: '2025-02-01' })

  it('is three years minus a CAPE of twelve months, and no trial is left', () => {
    const career = [cape('2024-01-15', '2025-01-14'), cesa('2025-01-15')]
    expect(deadline(...career)).toMatchObject({
      endsOn: '2027-01-15',
      endMeans: 'effect-day',
      state: 'running',
      alertsOn: ['2026-01-15', '2026-07-15', '2026-10-15', '2026-12-15'],
    })
    expect(clock('trial', career)).toMatchObject({ state: 'not-applicable', reason: 'none-left' })
  })

  it('leaves 12 months after a CAPE of 24, and none after 36', () => {
    const year = (n: number) => cape(`202${n}-01-15`, `202${n + 1}-01-14`)
    expect(deadline(year(3), year(4), cesa('2025-01-15')).endsOn).toBe('2026-01-15')
    expect(deadline(year(2), year(3), year(4), cesa('2025-01-15'))).toMatchObject({
      endsOn: '2025-01-15',
      basis: 'used-up',
      state: 'passed',
    })
    const onDayOne = cesa('2025-01-15', { associateOn: localDate('2025-01-15') })
    expect(deadline(year(2), year(3), year(4), onDayOne).state).toBe('met')
  })

  it('is not before the first day, however long the earlier contracts', () => {
    const long = contract('CDI', '2015-01-01', '2024-12-31')
    expect(deadline(long, cesa('2025-01-15')).endsOn).toBe('2025-01-15')
  })

  it('deducts any other contract between the parties, and only what came before', () => {
    const cdi = contract('CDI', '2024-03-01', '2024-08-31')
    expect(deadline(cdi, cesa('2025-01-15')).endsOn).toBe('2027-07-15')
    const support = contract('convention', '2024-11-15', '2025-01-14')
    expect(deadline(support, cesa('2025-01-15')).endsOn).toBe('2027-11-15')
    const beside = contract('CDI', '2025-01-15')
    expect(deadline(beside, cesa('2025-01-15')).endsOn).toBe('2028-01-15')
    const stillRuns = contract('CDI', '2024-11-15')
    expect(deadline(stillRuns, cesa('2025-01-15')).endsOn).toBe('2027-11-15')
    const first = cesa('2023-01-15', { endedOn: localDate('2023-07-14') })
    expect(
      clock('associate-deadline', [first, cesa('2025-01-15', { id: 'second' })], {
        contractId: 'second',
      }).endsOn,
    ).toBe('2027-07-15')
  })

  it('counts overlapping contracts once, and cancelled ones not at all', () => {
    const half = cape('2024-01-15', '2024-07-14')
    const other = contract('CDI', '2024-04-15', '2024-10-14')
    expect(deadline(half, other, cesa('2025-01-15')).endsOn).toBe('2027-04-15')
    const given = contract('CDI', '2024-04-15', '2024-10-14', { isCancelled: true })
    expect(deadline(half, given, cesa('2025-01-15')).endsOn).toBe('2027-07-15')
  })

  it('counts an early end as it was', () => {
    const early = cape('2024-01-15', '2025-01-14', { endedOn: localDate('2024-04-14') })
    expect(deadline(early, cesa('2025-01-15')).endsOn).toBe('2027-10-15')
  })

  it('never moves with a suspension', () => {
    const suspensions = [
      { contractId: 'CESA-2025-01-15', startsOn: localDate('2025-03-01'), reason: 'maladie' },
    ]
    const career = careerOf([cesa('2025-01-15')], { suspensions })
    const found = clocksOf(career, localDate('2026-01-01'))
    expect(found.find(({ kind }) => kind === 'associate-deadline')?.endsOn).toBe('2028-01-15')
  })

  it.each([
    ['2027-01-14', undefined, 'running'],
    ['2027-01-15', undefined, 'passed'],
    ['2027-02-01', '2027-01-14', 'met'],
    ['2027-02-01', '2027-01-15', 'met'],
    ['2027-02-01', '2027-01-16', 'passed'],
    ['2026-01-01', '2026-06-01', 'running'],
  ])('on %s, associate on %s, is %s', (today, associateOn, state) => {
    const day = associateOn === undefined ? {} : { associateOn: localDate(associateOn) }
    const career = [cape('2024-01-15', '2025-01-14'), cesa('2025-01-15', day)]
    expect(clock('associate-deadline', career, { today }).state).toBe(state)
  })

  it('falls on the last day of a month that lacks the day', () => {
    expect(deadline(cape('2023-09-30', '2023-10-29'), cesa('2024-03-31')).endsOn).toBe('2027-02-28')
    expect(deadline(cesa('2024-02-29')).endsOn).toBe('2027-02-28')
    expect(deadline(contract('CDI', '2024-02-29', '2024-02-29'), cesa('2024-03-01')).endsOn).toBe(
      '2027-02-28',
    )
  })

  it('does not apply once the contract has ended before, nor to one given up', () => {
    const ended = cesa('2025-01-15', { endedOn: localDate('2026-01-14') })
    expect(deadline(ended)).toMatchObject({ state: 'not-applicable', reason: 'ended-before' })
    expect(deadline(cesa('2025-01-15', { isCancelled: true })).reason).toBe('cancelled')
    expect(deadline(cesa('2013-01-15')).reason).toBe('rule-not-in-force')
  })
})

describe('the trial (L7332-1)', () => {
  const trial = (career: CareerContract[], today = '2025-02-01') =>
    clock('trial', career, { today })

  it('lasts eight months minus the earlier contracts', () => {
    expect(trial([cesa('2025-01-15')])).toMatchObject({ endsOn: '2025-09-14', state: 'running' })
    const three = cape('2024-10-15', '2025-01-14')
    expect(trial([three, cesa('2025-01-15')]).endsOn).toBe('2025-06-14')
    const almost = cape('2024-05-16', '2025-01-14')
    expect(trial([almost, cesa('2025-01-15')]).endsOn).toBe('2025-01-15')
    const whole = cape('2024-05-15', '2025-01-14')
    expect(trial([whole, cesa('2025-01-15')]).reason).toBe('none-left')
  })

  it('includes its last day', () => {
    expect(trial([cesa('2025-01-15')], '2025-09-14').state).toBe('running')
    expect(trial([cesa('2025-01-15')], '2025-09-15').state).toBe('passed')
  })

  it('is prolonged by absences, by those in the prolongation too, unless the setting says no', () => {
    const absent = (from: string, to?: string) => ({
      contractId: 'CESA-2025-01-15',
      startsOn: localDate(from),
      endsOn: to === undefined ? undefined : localDate(to),
      reason: 'maladie',
    })
    const suspensions = [
      absent('2025-03-01', '2025-03-10'),
      absent('2025-03-05', '2025-03-12'),
      absent('2025-09-20', '2025-09-21'),
      absent('2026-01-01', '2026-01-31'),
    ]
    const career = careerOf([cesa('2025-01-15')], { suspensions })
    const settings = {
      noticeTargetDays: 0,
      noticeAlertDays: 3,
      doAbsencesProlongTrial: false,
      department: '',
    }
    const end = (given?: typeof settings) =>
      clocksOf(career, localDate('2025-02-01'), given).find(({ kind }) => kind === 'trial')?.endsOn
    expect(end()).toBe('2025-09-28')
    expect(end(settings)).toBe('2025-09-14')
  })
})

describe('the clocks of a CAPE (L127-2)', () => {
  it('counts renewals as renewals: three short contracts use the right up', () => {
    const chain = [
      cape('2025-01-01', '2025-03-31', { id: 'a' }),
      cape('2025-04-01', '2025-04-30', { id: 'b', renewalOf: 'a' }),
      cape('2025-05-01', '2025-05-31', { id: 'c', renewalOf: 'b' }),
    ]
    expect(clock('cape-renewals', chain.slice(0, 1))).toMatchObject({
      count: { done: 0, max: 2, left: 2 },
      endsOn: '2027-03-31',
    })
    expect(clock('cape-renewals', chain)).toMatchObject({
      contractId: 'c',
      startsOn: '2025-01-01',
      count: { done: 2, max: 2, left: 0 },
      endsOn: '2025-05-31',
    })
    expect(clock('cape-renewal-start', chain, { contractId: 'c' }).reason).toBe('none-left')
    expect(clock('cape-renewal-start', chain, { contractId: 'a' })).toMatchObject({
      endsOn: '2025-04-01',
      state: 'met',
    })
  })

  it('limits each to twelve months', () => {
    expect(clock('cape-period', [cape('2024-01-15', '2025-01-14')])).toMatchObject({
      endsOn: '2025-01-14',
      state: 'met',
    })
    expect(clock('cape-period', [cape('2024-02-29', '2025-02-28')])).toMatchObject({
      endsOn: '2025-02-27',
      state: 'passed',
    })
  })

  it('wants both bodies told of the conclusion, a renewal and an early end', () => {
    const chain = [
      cape('2025-01-01', '2025-03-31', { id: 'a', signedOn: localDate('2024-12-20') }),
      cape('2025-04-01', '2025-12-31', {
        id: 'b',
        renewalOf: 'a',
        endedOn: localDate('2025-06-30'),
      }),
    ]
    const notices = [
      {
        contractId: 'a',
        recipient: 'urssaf',
        event: 'conclusion',
        sentOn: localDate('2024-12-20'),
      },
    ] as const
    const found = clocks(chain, { today: '2025-02-01', notices }).filter(
      ({ kind }) => kind === 'cape-notice',
    )
    const short = found.map((c) => [c.contractId, c.event, c.recipient, c.endsOn, c.state])
    expect(short).toEqual([
      ['a', 'conclusion', 'france-travail', '2024-12-20', 'passed'],
      ['a', 'conclusion', 'urssaf', '2024-12-20', 'met'],
      ['b', 'renewal', 'france-travail', '2025-04-01', 'running'],
      ['b', 'renewal', 'urssaf', '2025-04-01', 'running'],
      ['b', 'early-end', 'france-travail', '2025-06-30', 'running'],
      ['b', 'early-end', 'urssaf', '2025-06-30', 'running'],
    ])
    expect(found[0]?.alertsOn).toEqual(['2024-12-23'])
  })
})

describe('the clocks of a hire', () => {
  it('opens the declaration eight days before, and closes it with the hire', () => {
    const at = (today: string, declaredOn?: string) =>
      clock(
        'pre-hire-declaration',
        [cesa('2025-01-15', declaredOn === undefined ? {} : { declaredOn: localDate(declaredOn) })],
        { today },
      )
    expect(at('2025-01-06')).toMatchObject({ startsOn: '2025-01-07', endsOn: '2025-01-15' })
    expect(at('2025-01-14').state).toBe('running')
    expect(at('2025-01-15').state).toBe('passed')
    expect(at('2025-01-15', '2025-01-07').state).toBe('met')
    expect(at('2025-01-14', '2025-01-06').state).toBe('running')
    expect(clocks([cape('2025-01-15', '2025-06-30')]).map(({ kind }) => kind)).not.toContain(
      'pre-hire-declaration',
    )
  })

  it.each([
    ['2026-11-30', '2026-11-27'],
    ['2026-05-26', '2026-05-22'],
    ['2027-01-02', '2026-12-30'],
    ['2026-04-07', '2026-04-03'],
  ])('asks the prefecture two working days before %s: %s', (hiredOn, endsOn) => {
    const permits = [{ id: 'p', kind: 'vie privée et familiale', endsOn: localDate('2028-01-01') }]
    expect(clock('permit-check', [cesa(hiredOn)], { permits, today: '2026-01-01' })).toMatchObject({
      endsOn,
      state: 'running',
    })
  })

  it('needs no check without a permit, nor for a registered job seeker', () => {
    const proof = { jobSeekerProofOn: localDate('2025-01-10') }
    const permits = [{ id: 'p', kind: 'étudiant', endsOn: localDate('2028-01-01') }]
    expect(clock('permit-check', [cesa('2025-01-15')]).reason).toBe('no-permit')
    expect(clock('permit-check', [cesa('2025-01-15', proof)], { permits }).reason).toBe(
      'job-seeker',
    )
  })
})

describe('interviews (R7331-3)', () => {
  const interview = (on: string, signedOn?: string) => ({
    on: localDate(on),
    signedOn: signedOn === undefined ? undefined : localDate(signedOn),
  })
  const career = careerOf([cesa('2024-02-29')], {
    interviews: [
      interview('2024-06-01', '2024-06-03'),
      interview('2025-02-27', '2025-03-10'),
      interview('2025-02-28', '2025-03-10'),
      interview('2025-09-01'),
    ],
  })
  const periods = (today: string) =>
    clocksOf(career, localDate(today))
      .filter(({ kind }) => kind === 'interviews')
      .map((c) => [c.startsOn, c.endsOn, c.count?.done, c.state])

  it('counts two signed ones in each twelve months from the first day', () => {
    expect(periods('2025-12-01')).toEqual([
      ['2024-02-29', '2025-02-27', 2, 'met'],
      ['2025-02-28', '2026-02-27', 1, 'running'],
    ])
    expect(periods('2026-02-28')[1]).toEqual(['2025-02-28', '2026-02-27', 1, 'passed'])
    expect(periods('2026-02-28')).toHaveLength(3)
  })

  it('does not count a signature of the future', () => {
    expect(periods('2025-03-09')[0]?.[3]).toBe('passed')
    expect(periods('2025-03-10')[0]?.[3]).toBe('met')
  })

  it('asks nothing more of a contract that ended during the period', () => {
    const ended = [cesa('2025-01-15', { endedOn: localDate('2025-05-31') })]
    expect(clock('interviews', ended)).toMatchObject({ reason: 'cut-short' })
  })
})

describe('permits and variable pay', () => {
  it('alerts 120, 90, 60, 30, 7 and 0 days before a permit ends, unless another follows', () => {
    const one = { id: 'p1', kind: 'salarié', endsOn: localDate('2026-05-01') }
    const next = {
      id: 'p2',
      kind: 'salarié',
      startsOn: localDate('2026-05-02'),
      endsOn: localDate('2030-05-01'),
    }
    const found = clock('permit-expiry', [], { permits: [one], today: '2026-01-01' })
    expect(found.alertsOn).toEqual([
      '2026-01-01',
      '2026-01-31',
      '2026-03-02',
      '2026-04-01',
      '2026-04-24',
      '2026-05-01',
    ])
    expect(clocks([], { permits: [one, next], today: '2026-01-01' })[0]?.state).toBe('met')
    const late = { ...next, startsOn: localDate('2026-05-03') }
    expect(clocks([], { permits: [one, late], today: '2026-01-01' })[0]?.state).toBe('running')
  })

  it('pays the balance one month after the assembly, also to those who left', () => {
    const assembliesOn = ['2025-01-31', '2026-05-29', '2027-05-28', '2028-05-26'].map(localDate)
    const left = cesa('2025-02-01', { endedOn: localDate('2026-03-31') })
    const ends = (contracts: CareerContract[]) =>
      clocks(contracts, { assembliesOn, today: '2026-06-01' })
        .filter(({ kind }) => kind === 'variable-pay')
        .map(({ endsOn }) => endsOn)
    expect(ends([left])).toEqual(['2026-06-29', '2027-06-28'])
    expect(ends([cesa('2025-01-15')])).toEqual([
      '2025-02-28',
      '2026-06-29',
      '2027-06-28',
      '2028-06-26',
    ])
  })
})

describe('the table of clocks', () => {
  it('says for every clock what a suspension does and why', () => {
    for (const kind of CLOCK_KINDS) {
      expect(CLOCK_RULES[kind].kind).toBe(kind)
      expect(CLOCK_RULES[kind].suspension.why, kind).not.toBe('')
      expect(CLOCK_RULES[kind].article, kind).toMatch(/^C\. (com|trav)\. [LR]\d/)
    }
  })
})
