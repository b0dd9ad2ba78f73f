import { describe, expect, it } from 'vitest'
import { ok, type Refusal, type Result, refused } from './result.ts'

describe('Result', () => {
  it('carries a value or the reason why there is none', () => {
    const answer = (isAllowed: boolean): Result<number, Refusal<'no'>> =>
      isAllowed ? ok(1) : refused('no', { because: 'x' })
    expect(answer(true)).toEqual({ ok: true, value: 1 })
    expect(answer(false)).toEqual({ ok: false, refusal: { code: 'no', params: { because: 'x' } } })
  })
})
