import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import {
  erasableFrom,
  isRetentionKind,
  keptMonths,
  keptOfPerson,
  keptSince,
  PERSON_KINDS,
  RETENTION_KINDS,
  retentionRule,
} from './kinds.ts'

const none = new Map<string, string>()
const today = localDate('2026-11-02')

describe('the lengths', () => {
  it.each([
    ['contract', 60],
    ['right_to_work', 60],
    ['pay', 60],
    ['identity', 60],
    ['accounting', 120],
    ['lead', 24],
  ] as const)('keep %s %i months, whatever a setting says', (kind, months) => {
    expect(keptMonths(kind, new Map([['retention_contact_months', '1']]))).toBe(months)
    expect(retentionRule(kind).setting).toBeUndefined()
  })

  it('follow the setting of the cooperative where no text sets them', () => {
    expect(keptMonths('message', none)).toBe(12)
    expect(keptMonths('message', new Map([['retention_message_months', '6']]))).toBe(6)
  })

  it('name their text and the day on which it was read, one by one', () => {
    for (const kind of RETENTION_KINDS) {
      expect(retentionRule(kind).source.length).toBeGreaterThan(20)
      expect(retentionRule(kind).readOn).toBe('2026-11-22')
    }
  })

  it('keep somebody who never had a contract as an application, obliged to nothing', () => {
    expect(keptOfPerson('contract', false, none)).toMatchObject({ months: 24, isObliged: false })
    expect(keptOfPerson('contract', true, none)).toMatchObject({ months: 60, isObliged: true })
  })

  it('erase the name after everything else', () => {
    expect(PERSON_KINDS.at(-1)).toBe('identity')
  })

  it('know their own names', () => {
    expect([isRetentionKind('pay'), isRetentionKind('toString')]).toEqual([true, false])
  })
})

describe('the days', () => {
  it('count months from the start, to the end of a short one', () => {
    expect(erasableFrom(localDate('2021-08-31'), 60)).toBe('2026-08-31')
    expect(erasableFrom(localDate('2024-02-29'), 12)).toBe('2025-02-28')
  })

  it('keep books by whole years after their end', () => {
    expect(keptSince('accounting', 120, today)).toBe('2016-01-01')
    expect(keptSince('message', 12, today)).toBe('2025-11-02')
  })
})
