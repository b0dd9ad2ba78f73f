import { describe, expect, it } from 'vitest'
import { cents } from '../money/cents.ts'
import { localDate } from '../time/local-date.ts'
import { yearMonth } from '../time/year-month.ts'
import { postPay } from './post-pay.ts'
import { activityBalance } from './posting.ts'
import { reversePosting } from './reverse.ts'

const slip = (gross: bigint, net: bigint, cost: bigint) => ({
  month: yearMonth('2026-07'),
  paidOn: localDate('2026-07-31'),
  grossCents: cents(gross),
  netCents: cents(net),
  employerCostCents: cents(cost),
})
const post = (gross: bigint, net: bigint, cost: bigint) =>
  postPay({ activityId: 'a', month: yearMonth('2026-08'), slip: slip(gross, net, cost) })

describe('the entries of a pay slip', () => {
  it('charge the whole cost to the activity, on the accounts of pay (example 2 of docs/rules/salary.md)', () => {
    const posting = post(264_605n, 207_267n, 341_955n)
    expect(posting.lines.map((line) => [line.accountKind, line.amountCents])).toEqual([
      ['activity_gross_pay', 264_605n],
      ['activity_employer_contributions', 77_350n],
      ['net_pay', -207_267n],
      ['social_bodies', -134_688n],
    ])
    expect(activityBalance(posting.lines, 'a')).toBe(-341_955n)
    expect(posting.lines[0]?.labelParams).toEqual({
      month: '2026-07',
      paidOn: '2026-07-31',
      costCents: '341955',
    })
  })

  it('are cancelled to the cent by their reversal', () => {
    const posting = post(60_000n, 45_302n, 64_552n)
    const reversal = reversePosting(posting, yearMonth('2026-09'))
    expect(activityBalance([...posting.lines, ...reversal.lines], 'a')).toBe(0n)
  })

  it('leave out what is zero; a slip of zero has no lines', () => {
    expect(post(0n, 0n, 0n).lines).toEqual([])
    expect(post(0n, 0n, 2_160n).lines.map((line) => line.accountKind)).toEqual([
      'activity_employer_contributions',
      'social_bodies',
    ])
  })

  it('refuse a cost below the gross, and a month before the slip', () => {
    expect(() => post(100n, 80n, 99n)).toThrow('at least the gross')
    expect(() =>
      postPay({ activityId: 'a', month: yearMonth('2026-06'), slip: slip(1n, 1n, 1n) }),
    ).toThrow('its month or later')
  })
})
