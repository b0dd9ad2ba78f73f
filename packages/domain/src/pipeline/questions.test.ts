import { describe, expect, it } from 'vitest'
import { factOf, isQuestion, mayBeUnknown, QUESTIONS, resumePage } from './questions.ts'

describe('the questions of the welcome', () => {
  it('offer "I do not know" only where it is a true answer', () => {
    expect(QUESTIONS.filter(mayBeUnknown)).toEqual(['project_country', 'social_status'])
    expect(factOf('born_on')).toBeNull()
    expect(factOf('languages')).toBe('languages')
    expect(isQuestion('iban')).toBe(false)
  })

  it('go on at the exact page, as long as it is open', () => {
    const pages = [
      { page: 'born_on', isOpen: false },
      { page: 'address', isOpen: true },
      { page: 'piece-1', isOpen: true },
    ] as const
    expect(resumePage(pages, 'piece-1')).toBe('piece-1')
    expect(resumePage(pages, 'born_on')).toBe('address')
    expect(resumePage(pages, null)).toBe('address')
    expect(resumePage([{ page: 'born_on', isOpen: false }], 'born_on')).toBeNull()
  })
})
