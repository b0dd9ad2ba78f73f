/** What a person may be in one cooperative. One person may hold several roles. */
export const ROLES = ['direction', 'adviser', 'accountant', 'tester', 'tutor', 'observer'] as const

export type Role = (typeof ROLES)[number]

const STAFF_ROLES: ReadonlySet<Role> = new Set(['direction', 'adviser', 'accountant'])

/** Whether a text names a role. */
export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text)
}

/** Staff work for the cooperative: direction, advisers, accountants. An observer only looks. */
export function isStaff(role: Role): boolean {
  return STAFF_ROLES.has(role)
}
