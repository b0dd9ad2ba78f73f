import { describe, expect, it } from 'vitest'
import { isHorsepower, NEW_PERSON, newBody } from './person-form.ts'

describe('the body of a new file', () => {
  it('leaves out an empty reference and sends nothing for what is unknown', () => {
    const body = newBody({ ...NEW_PERSON, givenName: 'Awa', familyName: 'Diop' }, false)
    expect(body).not.toHaveProperty('reference')
    expect(body).toMatchObject({
      bornOn: null,
      email: '',
      activity: { vatRateBp: 2000, fiscalHorsepower: null },
      isReallyNew: false,
    })
  })

  it('accepts the power of a car between 1 and 50, or none', () => {
    expect(['', '5', '50'].every(isHorsepower)).toBe(true)
    expect(['0', '51', '5,5', 'cinq'].some(isHorsepower)).toBe(false)
  })
})
