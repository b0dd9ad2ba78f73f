import { describe, expect, it } from 'vitest'
import { isRole, isStaff, ROLES } from './roles.ts'

describe('roles', () => {
  it('separate staff from those they serve and those who look', () => {
    expect(ROLES.filter(isStaff)).toEqual(['direction', 'adviser', 'accountant'])
  })

  it('are known by their exact name', () => {
    expect(isRole('tester')).toBe(true)
    expect(isRole('admin')).toBe(false)
  })
})
