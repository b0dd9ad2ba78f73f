import { describe, expect, it } from 'vitest'
import { type LocalDate, localDate } from '../time/local-date.ts'
import { contractualStage, type StagedContract } from './stage.ts'

const day = (text: string): LocalDate => localDate(text)
const contract = (
  kind: 'CAPE' | 'CESA',
  startsOn: string,
  endsOn: string | null,
  associateOn: string | null = null,
): StagedContract => ({
  kind,
  startsOn: day(startsOn),
  endsOn: endsOn === null ? null : day(endsOn),
  associateOn: associateOn === null ? null : day(associateOn),
})

describe('contractualStage', () => {
  it('follows a path from nothing to gone, day by day', () => {
    const path = [
      contract('CAPE', '2025-03-01', '2026-02-28'),
      contract('CESA', '2026-03-01', '2028-12-31', '2027-06-12'),
    ]
    const at = (text: string) => contractualStage(path, day(text))
    expect(at('2025-02-28')).toBe('none')
    expect(at('2025-03-01')).toBe('cape_active')
    expect(at('2026-02-28')).toBe('cape_active')
    expect(at('2026-03-01')).toBe('cesa_active')
    expect(at('2027-06-11')).toBe('cesa_active')
    expect(at('2027-06-12')).toBe('cesa_associate')
    expect(at('2029-01-01')).toBe('exited')
  })

  it('says the furthest of several activities, and gone between two contracts', () => {
    const cape = contract('CAPE', '2026-01-01', '2026-06-30')
    const cesa = contract('CESA', '2026-02-01', null)
    expect(contractualStage([cape, cesa], day('2026-03-01'))).toBe('cesa_active')
    const later = contract('CAPE', '2026-09-01', '2027-08-31')
    expect(contractualStage([cape, later], day('2026-07-15'))).toBe('exited')
    expect(contractualStage([], day('2026-07-15'))).toBe('none')
  })
})
