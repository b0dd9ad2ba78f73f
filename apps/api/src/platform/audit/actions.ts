/** Every act that leaves a trace, `entity.past-participle`. The list is closed: a new act is added here. */
export const AUDIT_ACTIONS = [
  'cooperative.created',
  'cooperative.edited',
  'setting.entered',
  'exchange-rate.entered',
  'scheme.created',
  'user.invited',
  'role.granted',
  'role.revoked',
  'sign-in.requested',
  'sign-in.failed',
  'session.opened',
  'session.closed',
  'session.revoked',
  'session.moved',
  'password.changed',
  'totp.begun',
  'totp.confirmed',
  'locale.chosen',
  'mail.sent',
  'mail.failed',
  'person.created',
  'person.edited',
  'person.archived',
  'activity.created',
  'contract.created',
  'contract.sent-to-sign',
  'contract.signing-code-sent',
  'contract.signing-code-refused',
  'contract.signed',
  'contract.countersigned',
  'contract.cancelled',
  'declaration.drafted',
  'declaration.submitted',
  'declaration.withdrawn',
  'declaration.accepted',
  'declaration.acceptance-undone',
  'declaration.deleted',
  'question.asked',
  'question.answered',
  'question.withdrawn',
  'receipt.added',
  'receipt.removed',
  'opening.posted',
  'posting.reversed',
  'month.closing-started',
  'month.closed',
  'statement.issued',
  'attestation.issued',
  'attestation.revoked',
  'tutoring.paired',
  'tutoring.logged',
  'tutoring.cancelled',
  'tutoring.answered',
  'tutoring.link-sent',
  'import.done',
  'import.undone',
] as const

export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** One line of the journal. `before` and `after` are plain JSON, without secrets. */
export interface AuditEntry {
  action: AuditAction
  entity: { kind: string; id: string }
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}
