import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import { type DatedParameter, valueOn } from './dated-parameter.ts'

const PARAMETER: DatedParameter<number> = [
  { from: localDate('2025-01-01'), value: 1, source: 'a' },
  { from: localDate('2026-06-01'), value: 2, source: 'b' },
]

describe('valueOn', () => {
  it('gives the value in force, from its first day on', () => {
    expect(valueOn(PARAMETER, localDate('2026-05-31')).value).toBe(1)
    expect(valueOn(PARAMETER, localDate('2026-06-01'))).toMatchObject({ value: 2, source: 'b' })
    expect(valueOn(PARAMETER, localDate('2040-01-01')).value).toBe(2)
  })

  it('throws before the first known date rather than guess', () => {
    expect(() => valueOn(PARAMETER, localDate('2024-12-31'))).toThrow('2024-12-31')
  })
})
