import { describe, expect, it } from 'vitest'
import { JOURNAL_ACTS } from './journal-acts.ts'

describe('the acts of the journal', () => {
  it('are named as the API names them', () => {
    for (const code of ['sign-in.failed', 'exchange-rate.entered', 'month.closing-started']) {
      expect(JOURNAL_ACTS).toContain(code)
    }
    expect(JOURNAL_ACTS.every((code) => /^[a-z-]+\.[a-z-]+$/.test(code))).toBe(true)
  })
})
