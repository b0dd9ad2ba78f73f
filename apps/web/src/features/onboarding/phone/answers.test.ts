import { describe, expect, it } from 'vitest'
import { readAnswer, typedOf } from './answers.ts'

describe('what is typed on the phone', () => {
  it('reads a birth date in the ways people write it', () => {
    for (const text of ['12/03/1990', '12 03 1990', '12.3.1990'])
      expect([text, readAnswer('born_on', text)]).toEqual([text, '1990-03-12'])
    expect(readAnswer('born_on', '30/02/1990')).toBeNull()
    expect(typedOf('born_on', '1990-03-12')).toBe('12/03/1990')
  })

  it('is no answer while it is empty or not of the list', () => {
    expect(readAnswer('project', '  ')).toBeNull()
    expect(readAnswer('channel', 'pigeon')).toBeNull()
    expect(readAnswer('channel', 'phone')).toBe('phone')
    expect(readAnswer('social_status', 'unknown')).toBeNull()
  })

  it('shows nothing for an answer that was "I do not know"', () => {
    expect(typedOf('project_country', 'unknown')).toBe('')
    expect(typedOf('project', 'Traiteur')).toBe('Traiteur')
  })
})
