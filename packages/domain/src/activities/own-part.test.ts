import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cents, sumCents } from '../money/cents.ts'
import { localDate } from '../time/local-date.ts'
import { addMonths, yearMonth } from '../time/year-month.ts'
import { ownPart, type SharesSince } from './own-part.ts'

const HISTORY: readonly SharesSince[] = [
  { from: localDate('2026-01-10'), shares: [{ personId: 'awa', sharePermille: 1_000 }] },
  {
    from: localDate('2026-03-31'),
    shares: [
      { personId: 'awa', sharePermille: 600 },
      { personId: 'fatou', sharePermille: 400 },
    ],
  },
]
const month = (text: string, amount: bigint) => ({
  month: yearMonth(text),
  amountCents: cents(amount),
})

describe('ownPart', () => {
  it('leaves the months before a convention to the one who ran the activity', () => {
    const months = [month('2026-02', 10_000n), month('2026-03', 10_000n), month('2026-04', 10_001n)]
    expect(ownPart(months, HISTORY, 'awa')).toBe(22_001n)
    expect(ownPart(months, HISTORY, 'fatou')).toBe(8_000n)
  })

  it('takes the later of two conventions that begin on one day, and gives nothing to strangers', () => {
    const again = [
      ...HISTORY,
      { from: localDate('2026-03-31'), shares: [{ personId: 'fatou', sharePermille: 1_000 }] },
    ]
    expect(ownPart([month('2026-05', 500n)], again, 'fatou')).toBe(500n)
    expect(ownPart([month('2026-05', 500n)], HISTORY, 'moussa')).toBe(0n)
    expect(ownPart([month('2025-12', 500n)], HISTORY, 'awa')).toBe(0n)
  })

  it('gives the whole out, whatever the months bring', () => {
    const amounts = fc.array(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), { maxLength: 12 })
    fc.assert(
      fc.property(amounts, (list) => {
        const months = list.map((amount, index) => ({
          month: addMonths(yearMonth('2026-01'), index),
          amountCents: cents(amount),
        }))
        const parts = ['awa', 'fatou'].map((person) => ownPart(months, HISTORY, person))
        expect(sumCents(parts)).toBe(sumCents(months.map((one) => one.amountCents)))
      }),
    )
  })
})
