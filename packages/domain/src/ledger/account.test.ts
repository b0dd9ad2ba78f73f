import { describe, expect, it } from 'vitest'
import { ACCOUNT_KINDS, chartCode, isAccountKind, isActivityAccount } from './account.ts'

describe('accounts', () => {
  it('belong to an activity exactly when their name says so', () => {
    for (const kind of ACCOUNT_KINDS) {
      expect(isActivityAccount(kind), kind).toBe(kind.startsWith('activity_'))
    }
    expect(ACCOUNT_KINDS.filter(isActivityAccount)).toHaveLength(11)
  })

  it('have a number of the French chart, never the abolished 791', () => {
    for (const kind of ACCOUNT_KINDS) {
      expect(chartCode(kind)).toMatch(/^[1-8]\d{2,}$/)
      expect(chartCode(kind)).not.toMatch(/^79/)
    }
  })

  it('keep internal charges on one account, so that they net to zero over the entity', () => {
    expect(chartCode('shared_services')).toBe(chartCode('activity_contribution'))
    expect(chartCode('accident_cover_rebilled')).toBe(chartCode('activity_accident_cover'))
  })

  it('are known by their exact name', () => {
    expect(isAccountKind('customers')).toBe(true)
    expect(isAccountKind('valueOf')).toBe(false)
  })
})
