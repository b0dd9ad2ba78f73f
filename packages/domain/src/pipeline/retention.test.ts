import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import { CONTACT_RETENTION, contactDeleteOn } from './retention.ts'

describe('how long a contact that led nowhere is kept', () => {
  it('is two years after the last contact, on the last day of a shorter month', () => {
    expect(contactDeleteOn(localDate('2026-11-02'))).toBe('2028-11-02')
    expect(contactDeleteOn(localDate('2028-02-29'))).toBe('2030-02-28')
  })

  it('names its source', () => {
    expect(CONTACT_RETENTION[0]?.source).toMatch(/CNIL/)
  })
})
