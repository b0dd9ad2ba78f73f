import { describe, expect, it } from 'vitest'
import { can, canAny, isPermission, PERMISSIONS, ROLE_PERMISSIONS } from './permissions.ts'
import { ROLES, type Role } from './roles.ts'

const readOnly = (role: Role) => [...ROLE_PERMISSIONS[role]].filter((it) => !it.endsWith('.read'))

describe('permissions', () => {
  it('let everyone read and end their own sessions', () => {
    for (const role of ROLES) {
      expect(can(role, 'session.read')).toBe(true)
      expect(can(role, 'session.revoke')).toBe(true)
    }
  })

  it('let an observer look at the work and change nothing of it', () => {
    expect(readOnly('observer')).toEqual(['session.revoke'])
    expect(can('observer', 'person.read')).toBe(true)
    expect(can('observer', 'audit.read')).toBe(false)
  })

  it('keep testers and tutors to what is theirs', () => {
    expect([...ROLE_PERMISSIONS.tester]).toEqual([
      'session.read',
      'session.revoke',
      'cooperative.read',
      'onboarding.own',
      'signature.sign',
      'own.read',
      'document.send',
      'declaration.declare',
      'tutoring.ask',
      'personal-data.own',
    ])
    expect([...ROLE_PERMISSIONS.tutor]).toEqual([
      'session.read',
      'session.revoke',
      'cooperative.read',
      'tutoring.log',
      'tutoring.own',
      'personal-data.own',
    ])
  })

  it('keep settings, users, mails and the audit to the direction', () => {
    for (const role of ROLES) {
      const isDirection = role === 'direction'
      expect(can(role, 'cooperative.settings')).toBe(isDirection)
      expect(can(role, 'user.grant')).toBe(isDirection)
      expect(can(role, 'mail.read')).toBe(isDirection)
      expect(can(role, 'audit.read')).toBe(isDirection)
    }
  })

  it('let accountants close months but not sign contracts', () => {
    expect(can('accountant', 'closing.close')).toBe(true)
    expect(can('adviser', 'closing.close')).toBe(false)
    expect(can('accountant', 'signature.countersign')).toBe(false)
  })

  it('add up over the roles of one person, and give nothing without a role', () => {
    expect(canAny(['tester', 'tutor'], 'tutoring.log')).toBe(true)
    expect(canAny(['tester', 'tutor'], 'closing.close')).toBe(false)
    expect(canAny([], 'session.read')).toBe(false)
  })

  it('are each held by someone', () => {
    for (const permission of PERMISSIONS) {
      expect(
        ROLES.some((role) => can(role, permission)),
        permission,
      ).toBe(true)
    }
    expect(isPermission('declaration.review')).toBe(true)
    expect(isPermission('toString')).toBe(false)
  })
})
