import { describe, expect, it } from 'vitest'
import { cape, careerOf, cesa, clock, contract } from '../../test/given-career.ts'
import { localDate } from '../time/local-date.ts'
import type { CareerContract } from './career.ts'
import { clocksOf } from './clocks-of.ts'

describe('the associate deadline (L7331-3)', () => {
  const deadline = (...contracts: CareerContract[]) =>
    clock('associate-deadline', contracts, { today: '2025-02-01' })

  it('is three years minus a CAPE of twelve months, and no trial is left', () => {
    const career = [cape('2024-01-15', '2025-01-14'), cesa('2025-01-15')]
    expect(deadline(...career)).toMatchObject({
      endsOn: '2027-01-15',
      endMeans: 'last-day',
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

  it('leaves the contract in force on its last day, and ends it from the next one on', () => {
    const career = [cape('2024-01-15', '2025-01-14'), cesa('2025-01-15')]
    const on = (today: string, rest: Partial<CareerContract> = {}) => {
      const contracts = [cape('2024-01-15', '2025-01-14'), cesa('2025-01-15', rest)]
      const { state, reason } = clock('associate-deadline', contracts, { today })
      return reason ?? state
    }
    expect(clock('associate-deadline', career).endMeans).toBe('last-day')
    expect(on('2027-01-15')).toBe('running')
    expect(on('2027-01-16')).toBe('passed')
    expect(on('2027-02-01', { associateOn: localDate('2027-01-15') })).toBe('met')
    expect(on('2027-02-01', { associateOn: localDate('2027-01-16') })).toBe('passed')
    expect(on('2027-02-01', { endedOn: localDate('2027-01-15') })).toBe('ended-by-law')
    expect(on('2027-02-01', { endedOn: localDate('2026-12-31') })).toBe('ended-before')
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
    ['2027-01-15', undefined, 'running'],
    ['2027-01-16', undefined, 'passed'],
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

  it('ends as agreed when that is shorter, and not at all when none is agreed', () => {
    const on = (trialEndsOn: string | null) =>
      trial([cesa('2025-01-15', { trialEndsOn: trialEndsOn ? localDate(trialEndsOn) : null })])
    expect(on('2025-03-14')).toMatchObject({ endsOn: '2025-03-14', basis: 'written' })
    expect(on('2025-12-31')).toMatchObject({ endsOn: '2025-09-14', basis: 'sum' })
    expect(on(null)).toMatchObject({ endsOn: '2025-09-14', reason: 'no-trial-agreed' })
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
      clocksOf(career, localDate('2025-02-01'), { settings: given }).find(
        ({ kind }) => kind === 'trial',
      )?.endsOn
    expect(end()).toBe('2025-09-28')
    expect(end(settings)).toBe('2025-09-14')
  })
})
