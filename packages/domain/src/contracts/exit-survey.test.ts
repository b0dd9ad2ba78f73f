import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import { isEmptyAnswer, isSurveyed, openRounds, surveyDueOn } from './exit-survey.ts'

const day = localDate

describe('the survey after an exit', () => {
  it('is asked the day after, and six months after, the last day of a shorter month included', () => {
    expect(surveyDueOn('exit', day('2026-08-31'))).toBe('2026-09-01')
    expect(surveyDueOn('six_months', day('2026-08-31'))).toBe('2027-02-28')
    expect(surveyDueOn('six_months', day('2027-08-31'))).toBe('2028-02-29')
    expect(surveyDueOn('six_months', day('2026-03-15'))).toBe('2026-09-15')
  })

  it('is open for sixty days each time', () => {
    const lastDay = day('2026-06-30')
    expect(openRounds(lastDay, day('2026-06-30'))).toEqual([])
    expect(openRounds(lastDay, day('2026-07-01'))).toEqual(['exit'])
    expect(openRounds(lastDay, day('2026-08-29'))).toEqual(['exit'])
    expect(openRounds(lastDay, day('2026-08-30'))).toEqual([])
    expect(openRounds(lastDay, day('2026-12-30'))).toEqual(['six_months'])
    expect(openRounds(lastDay, day('2027-02-28'))).toEqual([])
  })

  it('asks nobody who goes on under a CESA, and the family of nobody who died', () => {
    expect(isSurveyed('to_cesa')).toBe(false)
    expect(isSurveyed('death')).toBe(false)
    expect(isSurveyed('resignation')).toBe(true)
    expect(isSurveyed('term_reached')).toBe(true)
  })

  it('takes one answer as an answer, and blanks as none', () => {
    const blank = { situation: null, living: null, helped: null, words: '  ' }
    expect(isEmptyAnswer(blank)).toBe(true)
    expect(isEmptyAnswer({ ...blank, helped: 'no' })).toBe(false)
    expect(isEmptyAnswer({ ...blank, words: 'Merci' })).toBe(false)
  })
})
