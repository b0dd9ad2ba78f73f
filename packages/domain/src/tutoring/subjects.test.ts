import { describe, expect, it } from 'vitest'
import { isTutoringSubject, TUTORING_SUBJECTS } from './subjects.ts'

describe('isTutoringSubject', () => {
  it('knows each subject and nothing else', () => {
    expect(TUTORING_SUBJECTS.every(isTutoringSubject)).toBe(true)
    expect(isTutoringSubject('gossip')).toBe(false)
  })
})
