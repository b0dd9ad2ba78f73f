import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import { erasableOnRequest, standingOf } from './erasure.ts'

const none = new Map<string, string>()
const today = localDate('2026-11-02')
const stood = (departedOn: string | null, runs = false) =>
  standingOf(
    {
      runs,
      hadContract: departedOn !== null,
      departedOn: departedOn === null ? null : localDate(departedOn),
      lastContactOn: localDate(departedOn ?? '2025-06-01'),
    },
    today,
    none,
  )

describe('what may be erased of a person', () => {
  it('is nothing while a contract runs', () => {
    const standing = stood('2026-12-31', true)
    expect(
      standing.every(({ state, keptUntil }) => state === 'running' && keptUntil === null),
    ).toBe(true)
    expect(erasableOnRequest(standing)).toEqual([])
  })

  it('is on request what no text keeps, soon after the end of the contract', () => {
    const standing = stood('2026-09-30')
    expect(erasableOnRequest(standing)).toEqual(['contact', 'papers', 'attestation', 'tutoring'])
    expect(standing.find(({ kind }) => kind === 'contract')).toMatchObject({
      state: 'kept',
      keptUntil: '2031-09-30',
    })
  })

  it('is everything, the name too, five years after the end to the day', () => {
    expect(erasableOnRequest(stood('2021-11-02'))).toContain('identity')
    expect(erasableOnRequest(stood('2021-11-03'))).not.toContain('identity')
  })

  it('is everything at once for somebody who never had a contract', () => {
    const standing = stood(null)
    expect(standing.map(({ state }) => state)).not.toContain('kept')
    expect(erasableOnRequest(standing)).toHaveLength(standing.length)
    expect(standing[0]).toMatchObject({ state: 'on-request', keptUntil: '2027-06-01' })
  })

  it('is due by itself once the length is over', () => {
    const due = stood('2021-01-31').filter(({ state }) => state === 'due')
    expect(due.map(({ kind }) => kind)).toContain('right_to_work')
  })
})
