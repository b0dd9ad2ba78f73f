import { describe, expect, it } from 'vitest'
import { cape, cesa, clock, clocks } from '../../test/given-career.ts'
import { localDate } from '../time/local-date.ts'

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

  it('asks nobody about a title that allows no salaried work, but keeps what was asked in time', () => {
    const closed = { isPermitHeld: true, isSalariedClosed: true, today: '2025-01-02' }
    const asked = { permitCheckOn: localDate('2025-01-02') }
    expect(clock('permit-check', [cesa('2025-01-15')], closed)).toMatchObject({
      state: 'not-applicable',
      reason: 'not-salaried',
      alertsOn: [],
    })
    expect(clock('permit-check', [cesa('2025-01-15', asked)], closed).state).toBe('met')
    const open = { ...closed, isSalariedClosed: false }
    expect(clock('permit-check', [cesa('2025-01-15')], open).state).toBe('running')
  })
})

describe('the end of a permit', () => {
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
})
