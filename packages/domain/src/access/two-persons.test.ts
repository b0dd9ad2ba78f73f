import { describe, expect, it } from 'vitest'
import { canAny } from './permissions.ts'
import { ROLES } from './roles.ts'
import { TWO_PERSON_ACTS } from './two-persons.ts'

describe('acts of two persons', () => {
  it('can be agreed to by whoever may ask for them', () => {
    for (const permission of Object.values(TWO_PERSON_ACTS)) {
      const askers = ROLES.filter((role) => canAny([role], permission))
      expect(askers.every((role) => canAny([role], 'approval.decide'))).toBe(true)
      expect(askers).toContain('direction')
    }
  })
})
