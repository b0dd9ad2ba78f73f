import { describe, expect, it } from 'vitest'
import { cape, cesa } from '../../test/given-career.ts'
import { localDate } from '../time/local-date.ts'
import { lastDayOf, tookEffect } from './career.ts'

describe('a contract of a career', () => {
  it('has its last day as it was, else as agreed, else none', () => {
    expect(lastDayOf(cape('2025-01-01', '2025-12-31'))).toBe('2025-12-31')
    const early = cape('2025-01-01', '2025-12-31', { endedOn: localDate('2025-03-31') })
    expect(lastDayOf(early)).toBe('2025-03-31')
    expect(lastDayOf(cesa('2025-01-01'))).toBeNull()
  })

  it('took effect unless given up or over before it began', () => {
    expect(tookEffect(cape('2025-01-01', '2025-01-01'))).toBe(true)
    expect(tookEffect(cape('2025-01-01', '2024-12-31'))).toBe(false)
    expect(tookEffect(cesa('2025-01-01', { isCancelled: true }))).toBe(false)
  })
})
