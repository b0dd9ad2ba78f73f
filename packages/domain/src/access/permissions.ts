import { ROLES, type Role } from './roles.ts'

const STAFF = ['direction', 'adviser', 'accountant'] as const satisfies readonly Role[]
const STAFF_AND_OBSERVER = [...STAFF, 'observer'] as const satisfies readonly Role[]
const SUPPORT = ['direction', 'adviser'] as const satisfies readonly Role[]
const BOOKKEEPING = ['direction', 'accountant'] as const satisfies readonly Role[]

/** Who may do what, permission by permission: the one table that the API and the web both read. */
const PERMISSION_ROLES = {
  'work.organize': STAFF,
  'session.read': ROLES,
  'session.revoke': ROLES,
  'cooperative.read': ROLES,
  'settings.read': STAFF_AND_OBSERVER,
  'cooperative.settings': ['direction'],
  'user.read': ['direction'],
  'user.grant': ['direction'],
  'mail.read': ['direction'],
  'person.read': STAFF_AND_OBSERVER,
  'person.create': SUPPORT,
  'person.edit': SUPPORT,
  'onboarding.read': SUPPORT,
  'onboarding.manage': SUPPORT,
  'onboarding.own': ['tester'],
  'person.merge': ['direction'],
  'contract.read': STAFF_AND_OBSERVER,
  'contract.create': SUPPORT,
  'staff-register.read': STAFF,
  'staff-register.edit': BOOKKEEPING,
  'staff-register.copy': STAFF,
  'interview.read': SUPPORT,
  'interview.manage': SUPPORT,
  'signature.read': STAFF_AND_OBSERVER,
  'signature.manage': SUPPORT,
  'signature.countersign': SUPPORT,
  'signature.sign': ['tester'],
  'own.read': ['tester'],
  'document.read': STAFF,
  'document-file.read': SUPPORT,
  'document.look': SUPPORT,
  'document.look-pay': BOOKKEEPING,
  'document.add': STAFF,
  'document.send': ['tester'],
  'permit.read': SUPPORT,
  'permit.edit': SUPPORT,
  'number.read': BOOKKEEPING,
  'number.edit': BOOKKEEPING,
  'declaration.read': STAFF_AND_OBSERVER,
  'declaration.declare': ['tester'],
  'declaration.declare-for': STAFF,
  'declaration.review': STAFF,
  'scheme.simulate': BOOKKEEPING,
  'approval.read': BOOKKEEPING,
  'approval.decide': BOOKKEEPING,
  'closing.read': STAFF_AND_OBSERVER,
  'closing.close': BOOKKEEPING,
  'closing.reopen': ['direction'],
  'ledger.read': STAFF_AND_OBSERVER,
  'expense.read': STAFF_AND_OBSERVER,
  'expense.settle': BOOKKEEPING,
  'bank-credit.note': BOOKKEEPING,
  'pay-variables.read': BOOKKEEPING,
  'pay-variables.export': BOOKKEEPING,
  'pay.import': BOOKKEEPING,
  'pay.decide': BOOKKEEPING,
  'attestation.read': STAFF_AND_OBSERVER,
  'attestation.issue': STAFF,
  'attestation.revoke': STAFF,
  'tutoring.ask': ['tester'],
  'tutoring.log': ['tutor'],
  'tutoring.own': ['tutor'],
  'tutoring.read': STAFF_AND_OBSERVER,
  'tutoring.approve': SUPPORT,
  'tutoring-sheet.read': SUPPORT,
  'tutoring-need.read': SUPPORT,
  'import.run': BOOKKEEPING,
  'personal-data.own': ['tester', 'tutor'],
  'personal-data.read': ['direction'],
  'personal-data.manage': ['direction'],
  'job.read': BOOKKEEPING,
  'audit.read': ['direction'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof PERMISSION_ROLES

/** Every permission. */
export const PERMISSIONS: readonly Permission[] = Object.keys(PERMISSION_ROLES).filter(isPermission)

/** The same table, role by role. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  direction: permissionsOf('direction'),
  adviser: permissionsOf('adviser'),
  accountant: permissionsOf('accountant'),
  tester: permissionsOf('tester'),
  tutor: permissionsOf('tutor'),
  observer: permissionsOf('observer'),
}

/** Whether a text names a permission. */
export function isPermission(text: string): text is Permission {
  return Object.hasOwn(PERMISSION_ROLES, text)
}

/** Whether a role carries a permission. */
export function can(role: Role, permission: Permission): boolean {
  return ROLE_PERMISSIONS[role].has(permission)
}

/** Whether at least one of the roles a person holds carries the permission. No role: never. */
export function canAny(roles: Iterable<Role>, permission: Permission): boolean {
  for (const role of roles) if (can(role, permission)) return true
  return false
}

/** All that somebody with these roles may do, in the order of the table. */
export function allowedTo(roles: readonly Role[]): Permission[] {
  return PERMISSIONS.filter((permission) => canAny(roles, permission))
}

function permissionsOf(role: Role): ReadonlySet<Permission> {
  return new Set(
    PERMISSIONS.filter((permission) => {
      const holders: readonly Role[] = PERMISSION_ROLES[permission]
      return holders.includes(role)
    }),
  )
}
