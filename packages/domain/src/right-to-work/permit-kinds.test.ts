import { describe, expect, it } from 'vitest'
import { isPermitKind, PERMIT_KINDS, permitRule } from './permit-kinds.ts'

describe('the table of permits', () => {
  it('names an article in every cell and the version that was read', () => {
    for (const kind of PERMIT_KINDS) {
      const rule = permitRule(kind)
      expect([rule.salariedArticle, rule.selfEmployedArticle]).not.toContain('')
      expect(rule.validFrom).toBe('2025-06-16')
    }
  })

  it('caps the hours of students alone, and asks no paper that ends of citizens', () => {
    expect(PERMIT_KINDS.filter((kind) => permitRule(kind).hoursCap !== null)).toEqual(['student'])
    expect(PERMIT_KINDS.filter((kind) => !permitRule(kind).isPermit)).toEqual(['french', 'eu'])
  })

  it('is a closed list', () => {
    expect(isPermitKind('talent')).toBe(true)
    expect(isPermitKind('constructor')).toBe(false)
  })
})
