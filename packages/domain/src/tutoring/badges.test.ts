import { describe, expect, it } from 'vitest'
import { badgesDue, badgeThresholds, nextBadge } from './badges.ts'

const THRESHOLDS = [600, 1800, 6000]

describe('badges of tutors', () => {
  it('counts thresholds in minutes, in their order, each once', () => {
    const decided = new Map([
      ['tutor_badge_third_hours', '10'],
      ['tutor_badge_first_hours', '30'],
      ['tutor_badge_second_hours', '10'],
    ])
    expect(badgeThresholds(decided)).toEqual([600, 1800])
    expect(badgeThresholds(new Map())).toEqual([])
  })

  it('gives each threshold that is reached, to the minute, once', () => {
    const none = { thresholds: THRESHOLDS, held: [] }
    expect(badgesDue(599, none)).toEqual([])
    expect(badgesDue(600, none)).toEqual([600])
    expect(badgesDue(6000, { thresholds: THRESHOLDS, held: [1800] })).toEqual([600, 6000])
  })

  it('says what is missing until the next one', () => {
    expect(nextBadge(0, THRESHOLDS)).toEqual({ thresholdMinutes: 600, missingMinutes: 600 })
    expect(nextBadge(600, THRESHOLDS)).toEqual({ thresholdMinutes: 1800, missingMinutes: 1200 })
    expect(nextBadge(6000, THRESHOLDS)).toBeNull()
    expect(nextBadge(10, [])).toBeNull()
  })
})
