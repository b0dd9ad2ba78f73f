import { type LocalDate, localDate } from '../time/local-date.ts'

/**
 * What a text says of a permit for one kind of work. 'authorisation': only with a work authorisation for
 * this employer. 'check': no text that we could verify says it, so a person decides; never a silent yes.
 */
export type Allowance = 'yes' | 'no' | 'authorisation' | 'check'

export interface PermitRule {
  /** In force from this day: the version of the table of C. trav. R5221-2 and R5221-3 that was read. */
  validFrom: LocalDate
  /** Salaried work (CESA). */
  salaried: Allowance
  salariedArticle: string
  /** Work of one's own account (CAPE). */
  selfEmployed: Allowance
  selfEmployedArticle: string
  /** Hours a year beyond which an authorisation is needed. */
  hoursCap: number | null
  /** Whether the person holds a paper that ends. */
  isPermit: boolean
}

const VERSION = localDate('2025-06-16')

/** The columns of the table, in its order: salaried, article, self-employed, article. */
function rule(
  salaried: Allowance,
  salariedArticle: string,
  selfEmployed: Allowance,
  selfEmployedArticle: string,
  more: Partial<Pick<PermitRule, 'hoursCap' | 'isPermit'>> = {},
): PermitRule {
  const facts = { salaried, salariedArticle, selfEmployed, selfEmployedArticle }
  return { validFrom: VERSION, ...facts, hoursCap: null, isPermit: true, ...more }
}

const CITIZEN = { isPermit: false }

/**
 * The permits, as data (C. trav. R5221-2 and R5221-3, version of 16 June 2025). Where the law was read
 * only through a note or a practice, the cell says 'check': someone reads the paper and decides.
 */
const PERMIT_RULES = {
  french: rule('yes', 'C. trav. L5221-2', 'yes', 'C. trav. L5221-2', CITIZEN),
  eu: rule('yes', 'C. trav. R5221-2, 1°', 'yes', 'C. trav. R5221-2, 1°', CITIZEN),
  resident_card: rule('yes', 'C. trav. R5221-2, 3°', 'yes', 'CESEDA L426-17'),
  private_family_life: rule('yes', 'C. trav. R5221-2, 4°', 'yes', 'CESEDA L423-1'),
  family_of_eu_resident: rule('check', 'C. trav. R5221-2, 5°', 'check', 'CESEDA L426-12'),
  talent: rule('yes', 'C. trav. R5221-2, 6°', 'check', 'CESEDA L421-9'),
  talent_family: rule('yes', 'C. trav. R5221-2, 7°', 'check', 'CESEDA L421-22'),
  student: rule('yes', 'C. trav. R5221-2, 11°', 'check', 'CESEDA L422-1', { hoursCap: 964 }),
  job_search_creation: rule('yes', 'C. trav. R5221-2, 13°', 'yes', 'CESEDA L422-10'),
  subsidiary_protection: rule('yes', 'C. trav. R5221-2, 14°', 'check', 'CESEDA L424-9'),
  stateless: rule('yes', 'C. trav. R5221-2, 15°', 'check', 'CESEDA L424-18'),
  provisional_may_work: rule('yes', 'C. trav. R5221-2, 16°', 'check', 'C. trav. R5221-2, 16°'),
  employee: rule('authorisation', 'C. trav. R5221-3, I', 'check', 'CESEDA L421-1'),
  temporary_worker: rule('authorisation', 'C. trav. R5221-3, I', 'check', 'CESEDA L421-3'),
  renewal_receipt: rule('authorisation', 'C. trav. R5221-3, I, 4°', 'check', 'C. trav. R5221-3'),
  // Of own account only, and in neither list of salaried work: a CESA needs another title.
  entrepreneur: rule('no', 'CESEDA L421-5 ; C. trav. R5221-2, R5221-3', 'check', 'CESEDA L421-5'),
  asylum_seeker: rule('authorisation', 'C. trav. R5221-3, II, 2°', 'check', 'CESEDA L554-1'),
  algerian: rule(
    'check',
    'Accord franco-algérien de 1968',
    'check',
    'Accord franco-algérien de 1968',
  ),
  visitor: rule('no', 'CESEDA L426-20', 'no', 'CESEDA L426-20'),
  other: rule('check', 'C. trav. L5221-2', 'check', 'C. trav. L5221-2'),
} as const satisfies Record<string, PermitRule>

export type PermitKind = keyof typeof PERMIT_RULES

/** Every kind, in the order in which choices show them. */
export const PERMIT_KINDS: readonly PermitKind[] = Object.keys(PERMIT_RULES).filter(isPermitKind)

/** Those that are a paper which ends: nobody follows the identity card of a citizen. */
export const ENDING_KINDS: readonly PermitKind[] = PERMIT_KINDS.filter(
  (kind) => PERMIT_RULES[kind].isPermit,
)

/** Those that allow no salaried work at all: no step opens a CESA, another title does. */
export const NOT_SALARIED_KINDS: readonly PermitKind[] = PERMIT_KINDS.filter(
  (kind) => PERMIT_RULES[kind].salaried === 'no',
)

/** Whether a text names a kind of permit. */
export function isPermitKind(text: string): text is PermitKind {
  return Object.hasOwn(PERMIT_RULES, text)
}

/** What the table says of a kind. */
export function permitRule(kind: PermitKind): PermitRule {
  return PERMIT_RULES[kind]
}
