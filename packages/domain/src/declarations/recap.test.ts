import { describe, expect, it } from 'vitest'
import { isDisputed, RECAP_ANSWERS } from './recap.ts'

describe('the recap of what staff typed', () => {
  it('calls for a second look when the person says it is not what they said', () => {
    expect(RECAP_ANSWERS.filter(isDisputed)).toEqual(['not_exactly', 'no'])
    expect(isDisputed('waiting')).toBe(false)
    expect(isDisputed(null)).toBe(false)
  })
})
