import { describe, expect, it } from 'vitest'
import { CLOCK_KINDS, CLOCK_RULES } from './rules.ts'

describe('the table of clocks', () => {
  it('says for every clock what a suspension does and why', () => {
    for (const kind of CLOCK_KINDS) {
      expect(CLOCK_RULES[kind].kind).toBe(kind)
      expect(CLOCK_RULES[kind].suspension.why, kind).not.toBe('')
      expect(CLOCK_RULES[kind].article, kind).toMatch(/^C\. (com|trav)\. [LR]\d/)
    }
  })
})
