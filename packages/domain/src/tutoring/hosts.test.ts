import { describe, expect, it } from 'vitest'
import { HOST_FORMS, tutoringHost } from './hosts.ts'

describe('tutoringHost', () => {
  it('lets volunteers into associations, foundations, public bodies and a SCIC only', () => {
    expect(HOST_FORMS.filter((form) => tutoringHost('volunteer', form).ok)).toEqual([
      'association',
      'foundation',
      'public_body',
      'scic',
    ])
  })

  it('says why a company is refused, and asks where the volunteer helps', () => {
    expect(tutoringHost('volunteer', 'company')).toMatchObject({
      refusal: { code: 'volunteer-in-company' },
    })
    expect(tutoringHost('volunteer', null)).toMatchObject({
      refusal: { code: 'volunteer-host-missing' },
    })
  })

  it('asks nothing of a paid mission', () => {
    expect(tutoringHost('paid', null).ok).toBe(true)
    expect(tutoringHost('paid', 'company').ok).toBe(true)
  })
})
