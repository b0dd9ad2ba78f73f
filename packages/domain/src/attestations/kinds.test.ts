import { describe, expect, it } from 'vitest'
import {
  ATTESTATION_KINDS,
  BATCH_KINDS,
  canHoldCopy,
  hasMonths,
  ISSUABLE_KINDS,
  isAttestationKind,
} from './kinds.ts'

describe('kinds of certificates', () => {
  it('are a closed list', () => {
    expect(ATTESTATION_KINDS.every(isAttestationKind)).toBe(true)
    expect(isAttestationKind('toString')).toBe(false)
  })

  it('are all issued from the file of a person, but for the hours of a tutor', () => {
    const others = ATTESTATION_KINDS.filter((kind) => !ISSUABLE_KINDS.some((one) => one === kind))
    expect(others).toEqual(['tutoring_hours'])
  })

  it('speak of chosen months, or hold an English copy, where that is of use', () => {
    expect(ATTESTATION_KINDS.filter(hasMonths)).toEqual([
      'monthly_income',
      'attendance',
      'account_statement',
    ])
    expect(ATTESTATION_KINDS.filter(canHoldCopy)).toEqual([
      'monthly_income',
      'cape_entry',
      'attendance',
      'tutoring_hours',
    ])
  })

  it('are issued for many at once, but for what is typed for each', () => {
    const single = ISSUABLE_KINDS.filter((kind) => !BATCH_KINDS.some((one) => one === kind))
    expect(single).toEqual(['settlement_receipt', 'account_statement'])
  })
})
