import type { FinancialYear } from '../pay/financial-year.ts'
import type { LocalDate } from '../time/local-date.ts'

/** `convention`: a support convention; `other`: any other contract between the same two parties. */
export const CAREER_CONTRACT_KINDS = ['CAPE', 'CESA', 'CDI', 'CDD', 'convention', 'other'] as const
export type CareerContractKind = (typeof CAREER_CONTRACT_KINDS)[number]

/** One contract of a person with the cooperative. Days are included at both ends. */
export type CareerContract = {
  readonly id: string
  readonly kind: CareerContractKind
  readonly startsOn: LocalDate
  /** The last day as agreed; absent for a contract without term. */
  readonly endsOn?: LocalDate | undefined
  /** The last day as it was, once the contract is over. */
  readonly endedOn?: LocalDate | undefined
  /** The contract never took effect. */
  readonly isCancelled?: boolean | undefined
  /** The day both had signed; the first day when unknown. */
  readonly signedOn?: LocalDate | undefined
  /** The activity it is about; absent: the one that the other contracts name. */
  readonly activity?: string | undefined
  /** CAPE: the renewals until then, when more of them are known than the career shows. */
  readonly sequence?: number | undefined
  /** CAPE: the contract that this one renews. */
  readonly renewalOf?: string | undefined
  /** CAPE: why a renewal does not start the day after. */
  readonly gapReason?: string | undefined
  /** CAPE: the person is a full-time employee elsewhere. */
  readonly isFullTimeEmployee?: boolean | undefined
  /** CESA: the day the person became associate. */
  readonly associateOn?: LocalDate | undefined
  /** CESA: written elsewhere, so that no day of association says nothing. */
  readonly isAssociateUnknown?: boolean | undefined
  /** CESA: last day of the trial as agreed; null when there is none, absent when unknown. */
  readonly trialEndsOn?: LocalDate | null | undefined
  /** The day the hire was declared to URSSAF. */
  readonly declaredOn?: LocalDate | undefined
  /** The day the prefecture was asked about the permit. */
  readonly permitCheckOn?: LocalDate | undefined
  /** The day of the proof that the person is registered as a job seeker (exempt from the check). */
  readonly jobSeekerProofOn?: LocalDate | undefined
}

export type Suspension = {
  readonly contractId: string
  readonly startsOn: LocalDate
  readonly endsOn?: LocalDate | undefined
  readonly reason: string
}

/** An individual interview (R7331-3). It counts once the entrepreneur has signed its report. */
export type Interview = {
  readonly on: LocalDate
  readonly signedOn?: LocalDate | undefined
  /** The contract it belongs to; absent: the CESA that covers the day. */
  readonly contractId?: string | undefined
}

export type Permit = {
  readonly id: string
  readonly kind: string
  readonly startsOn?: LocalDate | undefined
  /** Last day of validity, included. */
  readonly endsOn: LocalDate
}

export const NOTICE_RECIPIENTS = ['urssaf', 'france-travail'] as const
export type NoticeRecipient = (typeof NOTICE_RECIPIENTS)[number]
export const NOTICE_EVENTS = ['conclusion', 'renewal', 'early-end'] as const
export type NoticeEvent = (typeof NOTICE_EVENTS)[number]

/** A notice of R5142-1 that was sent. */
export type SentNotice = {
  readonly contractId: string
  readonly recipient: NoticeRecipient
  readonly event: NoticeEvent
  readonly sentOn: LocalDate
}

/** The balance of variable pay of one contract, paid after an assembly (R7331-12). */
export type VariablePayment = {
  readonly contractId: string
  readonly assemblyOn: LocalDate
  readonly paidOn: LocalDate
}

/** The financial year that an assembly approved the accounts of. */
export type ApprovedYear = FinancialYear & { readonly assemblyOn: LocalDate }

/** All that the clocks of one person in one cooperative rest on. Order does not matter. */
export type Career = {
  readonly contracts: readonly CareerContract[]
  readonly suspensions?: readonly Suspension[]
  readonly interviews?: readonly Interview[]
  /** The papers that end. */
  readonly permits?: readonly Permit[]
  /** Whether the paper of today is a permit, even one whose end is not known or that has none. */
  readonly isPermitHeld?: boolean
  /** Whether its kind allows no salaried work: another paper opens a hire, no answer of the préfet does. */
  readonly isSalariedClosed?: boolean
  readonly notices?: readonly SentNotice[]
  /** The days of the assemblies that approved the accounts. */
  readonly assembliesOn?: readonly LocalDate[]
  /** Which year each of them approved, where it is known. */
  readonly approvedYears?: readonly ApprovedYear[]
  readonly variablePayments?: readonly VariablePayment[]
}

/** The last day a contract is known to have: as it was, else as agreed; null without term. */
export function lastDayOf(contract: CareerContract): LocalDate | null {
  return contract.endedOn ?? contract.endsOn ?? null
}

/** Whether a contract counts: it took effect, and ends no earlier than it starts. */
export function tookEffect(contract: CareerContract): boolean {
  const lastDay = lastDayOf(contract)
  return contract.isCancelled !== true && (lastDay === null || lastDay >= contract.startsOn)
}
