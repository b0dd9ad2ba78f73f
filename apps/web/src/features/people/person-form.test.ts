import { describe, expect, it } from 'vitest'
import { editedBody, isHorsepower, NEW_PERSON, newBody, valuesOf } from './person-form.ts'
import type { PersonFile } from './queries.ts'

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

const FILE: PersonFile = {
  id: 'p',
  reference: 'P001',
  civility: 'Mme',
  familyName: 'Diop',
  givenName: 'Awa',
  bornOn: null,
  email: '',
  phone: '',
  locale: 'fr',
  address: '',
  activities: [
    { id: 'a', name: 'Couture', vatRateBp: 2000, fiscalHorsepower: 5, balanceCents: '0' },
  ],
  contracts: [],
  balanceCents: '0',
  hasAccess: false,
  isHeld: false,
  isTutor: true,
  stage: 'admitted',
  adviserUserId: null,
  adviserName: null,
  mergedInto: null,
  merges: [],
  situations: [],
  createdAt: '2026-11-02T08:00:00.000Z',
  declarations: [],
  certificates: [],
  certificateCount: 0,
  version: 3,
}

describe('the body of an edited file', () => {
  it('holds what the form changes and nothing else of the file', () => {
    expect(editedBody(valuesOf(FILE))).toEqual({
      reference: 'P001',
      civility: 'Mme',
      familyName: 'Diop',
      givenName: 'Awa',
      bornOn: null,
      email: '',
      phone: '',
      locale: 'fr',
      address: '',
      activities: [{ id: 'a', name: 'Couture', vatRateBp: 2000, fiscalHorsepower: 5 }],
    })
  })
})
