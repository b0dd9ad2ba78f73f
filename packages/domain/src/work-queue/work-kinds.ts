import type { Permission } from '../access/permissions.ts'

/** What the page can be narrowed to. */
export const WORK_TOPICS = [
  'closing',
  'declarations',
  'contracts',
  'onboarding',
  'signatures',
  'tutoring',
  'personal-data',
] as const
export type WorkTopic = (typeof WORK_TOPICS)[number]

interface WorkKindFacts {
  /** Who must do it. What a person must do is also listed on their phone. */
  actor: 'staff' | 'person'
  /** Who of the staff does it, or may help the person to do it. */
  permission: Permission
  topic: WorkTopic
}

/**
 * Everything that may wait, kind by kind. Each kind is found by one source
 * (`apps/api/src/features/home/sources`) and is never stored: it waits as long as the state says so.
 */
export const WORK_KINDS = {
  'close-month': { actor: 'staff', permission: 'closing.close', topic: 'closing' },
  'review-answer': { actor: 'staff', permission: 'declaration.review', topic: 'declarations' },
  'review-declaration': { actor: 'staff', permission: 'declaration.review', topic: 'declarations' },
  'missing-declaration': {
    actor: 'person',
    permission: 'declaration.declare-for',
    topic: 'declarations',
  },
  'question-waiting': { actor: 'person', permission: 'declaration.review', topic: 'declarations' },
  'sign-document': { actor: 'person', permission: 'signature.manage', topic: 'signatures' },
  'countersign-document': {
    actor: 'staff',
    permission: 'signature.countersign',
    topic: 'signatures',
  },
  'check-signed-paper': { actor: 'staff', permission: 'signature.manage', topic: 'signatures' },
  'read-together': { actor: 'staff', permission: 'signature.manage', topic: 'signatures' },
  'prepare-contract': { actor: 'staff', permission: 'contract.create', topic: 'contracts' },
  'finish-contract': { actor: 'staff', permission: 'contract.create', topic: 'contracts' },
  'contract-ending': { actor: 'staff', permission: 'contract.create', topic: 'contracts' },
  'cape-ended': { actor: 'staff', permission: 'contract.create', topic: 'contracts' },
  'amendment-to-send': { actor: 'staff', permission: 'contract.create', topic: 'contracts' },
  'send-notice': { actor: 'staff', permission: 'contract.create', topic: 'contracts' },
  'ask-prefecture': { actor: 'staff', permission: 'permit.edit', topic: 'contracts' },
  'declare-hire': { actor: 'staff', permission: 'contract.create', topic: 'contracts' },
  'register-hire': { actor: 'staff', permission: 'staff-register.edit', topic: 'contracts' },
  'confirm-end-by-law': { actor: 'staff', permission: 'contract.create', topic: 'contracts' },
  'finish-exit': { actor: 'staff', permission: 'contract.create', topic: 'contracts' },
  'exit-survey-call': { actor: 'staff', permission: 'contract.create', topic: 'contracts' },
  'permit-ending': { actor: 'staff', permission: 'permit.edit', topic: 'contracts' },
  'permit-decision': { actor: 'staff', permission: 'permit.edit', topic: 'contracts' },
  'permit-without-end': { actor: 'staff', permission: 'permit.edit', topic: 'contracts' },
  'permit-to-read': { actor: 'staff', permission: 'permit.edit', topic: 'contracts' },
  'permit-to-resend': { actor: 'person', permission: 'permit.edit', topic: 'contracts' },
  'paper-ending': { actor: 'staff', permission: 'onboarding.manage', topic: 'onboarding' },
  'lead-waiting': { actor: 'staff', permission: 'onboarding.manage', topic: 'onboarding' },
  'decision-waiting': { actor: 'staff', permission: 'onboarding.manage', topic: 'onboarding' },
  'piece-to-check': { actor: 'staff', permission: 'onboarding.manage', topic: 'onboarding' },
  'pieces-to-call-for': { actor: 'staff', permission: 'onboarding.manage', topic: 'onboarding' },
  'welcome-to-finish': { actor: 'person', permission: 'onboarding.manage', topic: 'onboarding' },
  'associate-due': { actor: 'staff', permission: 'contract.create', topic: 'contracts' },
  'variable-pay-due': { actor: 'staff', permission: 'closing.close', topic: 'closing' },
  'shared-services-to-give': { actor: 'staff', permission: 'closing.close', topic: 'closing' },
  'trial-ending': { actor: 'staff', permission: 'contract.create', topic: 'contracts' },
  'interview-due': { actor: 'staff', permission: 'interview.manage', topic: 'contracts' },
  'interview-overdue': { actor: 'staff', permission: 'interview.manage', topic: 'contracts' },
  'interview-to-record': { actor: 'staff', permission: 'interview.manage', topic: 'contracts' },
  'interview-report-to-send': {
    actor: 'staff',
    permission: 'interview.manage',
    topic: 'contracts',
  },
  'interview-paper-to-check': {
    actor: 'staff',
    permission: 'interview.manage',
    topic: 'contracts',
  },
  'fixed-part-uncovered': { actor: 'staff', permission: 'closing.close', topic: 'closing' },
  'approval-waiting': { actor: 'staff', permission: 'approval.decide', topic: 'closing' },
  'certificate-asked': { actor: 'staff', permission: 'attestation.issue', topic: 'contracts' },
  'tutor-to-find': { actor: 'staff', permission: 'tutoring.approve', topic: 'tutoring' },
  'agreement-to-sign': { actor: 'staff', permission: 'tutoring.approve', topic: 'tutoring' },
  'session-disputed': { actor: 'staff', permission: 'tutoring.approve', topic: 'tutoring' },
  'erasure-to-answer': {
    actor: 'staff',
    permission: 'personal-data.manage',
    topic: 'personal-data',
  },
} as const satisfies Record<string, WorkKindFacts>

export type WorkKind = keyof typeof WORK_KINDS

/** The kinds that a person does. */
export type PersonWorkKind = {
  [K in WorkKind]: (typeof WORK_KINDS)[K]['actor'] extends 'person' ? K : never
}[WorkKind]

/** Every kind, in the order of the table. */
export const ALL_WORK_KINDS: readonly WorkKind[] = Object.keys(WORK_KINDS).filter(isWorkKind)

/** The kinds that a person does, in the order of the table. */
export const PERSON_WORK_KINDS: readonly PersonWorkKind[] = ALL_WORK_KINDS.filter(isPersonWork)

function isWorkKind(text: string): text is WorkKind {
  return Object.hasOwn(WORK_KINDS, text)
}

function isPersonWork(kind: WorkKind): kind is PersonWorkKind {
  return WORK_KINDS[kind].actor === 'person'
}
