import { describe, expect, it } from 'vitest'
import { cents } from '../money/cents.ts'
import { yearMonth } from '../time/year-month.ts'
import { postOpening } from './opening.ts'
import { activityBalance } from './posting.ts'

const open = (balance: bigint) =>
  postOpening({ activityId: 'a1', month: yearMonth('2026-09'), balanceCents: cents(balance) })

describe('postOpening', () => {
  it('brings in what the activity owned, or owed', () => {
    expect(activityBalance(open(124_971n).lines, 'a1')).toBe(124_971n)
    expect(activityBalance(open(-5n).lines, 'a1')).toBe(-5n)
  })

  it('has no line for an account that starts empty', () => {
    expect(open(0n).lines).toEqual([])
  })
})
