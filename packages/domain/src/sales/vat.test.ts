import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, cents } from '../money/cents.ts'
import { rateBp } from '../money/rate.ts'
import { type AmountKind, saleAmounts } from './vat.ts'

const split = (amount: bigint, amountKind: AmountKind, rate: bigint) =>
  saleAmounts({ amountCents: cents(amount), amountKind, vatRateBp: rateBp(rate) })

describe('saleAmounts', () => {
  it('adds VAT to a net amount (worked example 1: Lyon)', () => {
    expect(split(80_000n, 'net', 2_000n)).toEqual({ netCents: 80_000n, vatCents: 16_000n })
  })

  it('takes VAT out of a gross amount', () => {
    expect(split(96_000n, 'gross', 2_000n)).toEqual({ netCents: 80_000n, vatCents: 16_000n })
    expect(split(66_891n, 'gross', 550n)).toEqual({ netCents: 63_404n, vatCents: 3_487n })
    expect(split(83_135n, 'gross', 2_000n)).toEqual({ netCents: 69_279n, vatCents: 13_856n })
  })

  it('leaves an amount without VAT alone (worked example 1: Dakar)', () => {
    expect(split(100_000n, 'gross', 0n)).toEqual({ netCents: 100_000n, vatCents: 0n })
  })

  it('mirrors a sale in its refund and never loses a cent', () => {
    const amounts = fc.bigInt(0n, 10n ** 12n)
    const rates = fc.constantFrom(0n, 210n, 550n, 1_000n, 2_000n)
    const kinds = fc.constantFrom<AmountKind[]>('gross', 'net')
    fc.assert(
      fc.property(amounts, kinds, rates, (amount, kind, rate) => {
        const sale = split(amount, kind, rate)
        const refund = split(-amount, kind, rate)
        expect(refund).toEqual({ netCents: -sale.netCents, vatCents: -sale.vatCents })
        if (kind === 'gross') expect(add(sale.netCents, sale.vatCents)).toBe(amount)
        if (kind === 'net') expect(sale.netCents).toBe(amount)
      }),
    )
  })
})
