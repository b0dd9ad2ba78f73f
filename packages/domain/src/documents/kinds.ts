/**
 * Whose eyes a kind of document is for. 'file': who follows the person. 'right-to-work': the two roles that
 * may see permits, each look with a reason (domain law: L5221-8, D1221-24). 'pay': who pays and books.
 */
export type DocumentLook = 'file' | 'right-to-work' | 'pay'

interface KindRules {
  look: DocumentLook
  /** Whether the paper ends: never, sometimes, or always with a date that must be given. */
  expiry: 'none' | 'possible' | 'required'
  /** Whether the person may send it; the others come from the office. */
  isSentByPerson: boolean
}

/** Every kind of piece that a file may hold, as data: a new kind is a line here and its words. */
const KIND_RULES = {
  receipt: { look: 'pay', expiry: 'none', isSentByPerson: false },
  identity: { look: 'file', expiry: 'possible', isSentByPerson: true },
  proof_of_address: { look: 'file', expiry: 'none', isSentByPerson: true },
  cv: { look: 'file', expiry: 'none', isSentByPerson: true },
  /** Some hold for some years only: first aid at work, driving of machines, electrical work. */
  diploma: { look: 'file', expiry: 'possible', isSentByPerson: true },
  project: { look: 'file', expiry: 'none', isSentByPerson: true },
  professional_licence: { look: 'file', expiry: 'possible', isSentByPerson: true },
  insurance: { look: 'file', expiry: 'required', isSentByPerson: true },
  vehicle_insurance: { look: 'file', expiry: 'required', isSentByPerson: true },
  vehicle_registration: { look: 'file', expiry: 'none', isSentByPerson: true },
  job_seeker_registration: { look: 'file', expiry: 'possible', isSentByPerson: true },
  bank_details: { look: 'pay', expiry: 'none', isSentByPerson: true },
  social_security: { look: 'pay', expiry: 'possible', isSentByPerson: true },
  residence_permit: { look: 'right-to-work', expiry: 'required', isSentByPerson: true },
  renewal_receipt: { look: 'right-to-work', expiry: 'required', isSentByPerson: true },
  work_authorisation: { look: 'right-to-work', expiry: 'possible', isSentByPerson: true },
  prefecture_proof: { look: 'right-to-work', expiry: 'none', isSentByPerson: false },
  /** What the payroll returns for France Travail at the end of a CESA (C. trav. R1234-9): it shows pay. */
  employer_certificate: { look: 'pay', expiry: 'none', isSentByPerson: false },
  signed_paper: { look: 'file', expiry: 'none', isSentByPerson: false },
  prior_convention: { look: 'file', expiry: 'none', isSentByPerson: false },
  other: { look: 'file', expiry: 'possible', isSentByPerson: true },
} as const satisfies Record<string, KindRules>

export type DocumentKind = keyof typeof KIND_RULES

/** Every kind of document, in the order in which choices show them. */
export const DOCUMENT_KINDS: readonly DocumentKind[] =
  Object.keys(KIND_RULES).filter(isDocumentKind)

/** Whether a text names a kind of document. */
export function isDocumentKind(text: string): text is DocumentKind {
  return Object.hasOwn(KIND_RULES, text)
}

/** Who may look, whether it ends, who sends it. */
export function documentKindRules(kind: DocumentKind): KindRules {
  return KIND_RULES[kind]
}
