import { describe, expect, it } from 'vitest'
import { rateBp } from '../money/rate.ts'
import { localDate } from '../time/local-date.ts'
import { type CustomerKind, proposeVat, type SupplyKind, type VatQuestion } from './propose-vat.ts'

const propose = (
  customerCountry: string,
  customerKind: CustomerKind,
  supplyKind: SupplyKind,
  rest: Partial<VatQuestion> = {},
) => {
  const activityVatRateBp = rateBp(2_000n)
  return proposeVat({ customerCountry, customerKind, supplyKind, activityVatRateBp, ...rest })
}

type Case = [CustomerKind, SupplyKind, string, bigint, string | null]

describe('proposeVat', () => {
  it.each<Case>([
    ['business', 'services', 'FR', 2_000n, null],
    ['person', 'goods', 'MC', 2_000n, null],
    ['business', 'services', 'SN', 0n, 'vat.mention.outside-eu-services'],
    ['business', 'services', 'DE', 0n, 'vat.mention.reverse-charge'],
    ['business', 'goods', 'DE', 0n, 'vat.mention.eu-goods'],
    ['business', 'goods', 'CI', 0n, 'vat.mention.export'],
    ['person', 'goods', 'GN', 0n, 'vat.mention.export'],
    ['person', 'services', 'CI', 2_000n, null],
    ['person', 'services', 'BE', 2_000n, null],
    ['person', 'goods', 'BE', 2_000n, null],
    ['person', 'goods', 'GB', 0n, 'vat.mention.export'],
  ])('%s buys %s from %s: %s basis points', (kind, supply, country, rate, mentionKey) => {
    expect(propose(country, kind, supply)).toMatchObject({ vatRateBp: rate, mentionKey })
  })

  it('frees the intangible services of CGI 259 B sold to persons outside the Union', () => {
    expect(propose('ML', 'person', 'services', { isIntangible: true })).toMatchObject({
      vatRateBp: 0n,
      mentionKey: 'vat.mention.outside-eu-intangible',
    })
    expect(propose('IT', 'person', 'services', { isIntangible: true }).vatRateBp).toBe(2_000n)
  })

  it('says what staff should check', () => {
    expect(propose('RE', 'person', 'goods').reviewKey).toBe('vat.review.overseas-department')
    expect(propose('ES', 'person', 'goods').reviewKey).toBe('vat.review.eu-distance-sale')
    expect(propose('ES', 'business', 'services').reviewKey).toBe('vat.review.eu-vat-number')
    expect(propose('CM', 'person', 'services').reviewKey).toBe('vat.review.intangible-service')
    expect(propose('FR', 'person', 'services').reviewKey).toBeNull()
  })

  it('follows the Union of the day of the sale', () => {
    const on = localDate('2020-06-01')
    expect(propose('GB', 'business', 'services', { on }).mentionKey).toBe(
      'vat.mention.reverse-charge',
    )
  })

  it('wants a country code', () => {
    expect(() => propose('France', 'person', 'goods')).toThrow()
  })
})
