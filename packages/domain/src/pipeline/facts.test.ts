import { describe, expect, it } from 'vitest'
import { FACT_KINDS, isFactKind, isFactValue, UNKNOWN } from './facts.ts'

describe('dated facts', () => {
  it('asks neither origin, religion, health nor nationality', () => {
    expect(FACT_KINDS.join(' ')).not.toMatch(/origin|ethnic|relig|health|disab|nation/)
    expect(isFactKind('ethnicity')).toBe(false)
  })

  it('accepts "I do not know" only where it is a true answer', () => {
    expect(FACT_KINDS.filter((kind) => isFactValue(kind, UNKNOWN))).toEqual([
      'project_country',
      'prescriber',
      'social_status',
    ])
  })

  it('keeps only values of its list', () => {
    expect(isFactValue('languages', 'fr,snk')).toBe(true)
    expect(isFactValue('languages', 'français')).toBe(false)
    expect(isFactValue('project_country', 'SN')).toBe(true)
    expect(isFactValue('project_country', 'Sénégal')).toBe(false)
    expect(isFactValue('channel', 'pigeon')).toBe(false)
    expect(isFactValue('project', '  ')).toBe(false)
    expect(isFactValue('social_status', 'minimum_income')).toBe(true)
  })
})
