import { describe, expect, it } from 'vitest'
import { isPaymentMeans, PAYMENT_MEANS, usualMoneyPlace } from './payment-means.ts'

describe('means of payment', () => {
  it('knows its own codes and no other', () => {
    expect(PAYMENT_MEANS.every(isPaymentMeans)).toBe(true)
    expect(isPaymentMeans('bitcoin')).toBe(false)
  })

  it('expects transfers and cards on the account of the cooperative, the rest at hand', () => {
    const atCooperative = PAYMENT_MEANS.filter((one) => usualMoneyPlace(one) === 'cooperative')
    expect(atCooperative).toEqual(['transfer', 'card'])
  })
})
