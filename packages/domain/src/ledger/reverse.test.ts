import { describe, expect, it } from 'vitest'
import { cents } from '../money/cents.ts'
import { yearMonth } from '../time/year-month.ts'
import { postOpening } from './opening.ts'
import { reversePosting } from './reverse.ts'

const OCTOBER = yearMonth('2026-10')
const POSTING = postOpening({ activityId: 'a1', month: OCTOBER, balanceCents: cents(500n) })

describe('reversePosting', () => {
  it('cancels each line in a later month and names the month it corrects', () => {
    const reversal = reversePosting(POSTING, yearMonth('2026-12'))
    expect(reversal).toMatchObject({ kind: 'reversal', month: '2026-12' })
    expect(reversal.lines).toEqual([
      {
        accountKind: 'activity_opening',
        activityId: 'a1',
        amountCents: 500n,
        labelKey: 'ledger.line.opening',
        labelParams: { month: '2026-10', reversedMonth: '2026-10' },
      },
      {
        accountKind: 'opening_counterpart',
        activityId: null,
        amountCents: -500n,
        labelKey: 'ledger.line.opening-counterpart',
        labelParams: { month: '2026-10', reversedMonth: '2026-10' },
      },
    ])
  })

  it('neither goes back in time nor reverses a reversal', () => {
    expect(() => reversePosting(POSTING, yearMonth('2026-09'))).toThrow()
    expect(() => reversePosting(reversePosting(POSTING, OCTOBER), OCTOBER)).toThrow()
  })
})
