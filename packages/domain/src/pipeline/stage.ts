import type { Refusal, Result } from '../result.ts'
import { applyAct, type StateTable } from '../state-table.ts'
import type { LocalDate } from '../time/local-date.ts'

/** The path of somebody, from the first contact to the exit, with the three ways in which it may stop early. */
export const STAGES = [
  'lead',
  'info_meeting_attended',
  'diagnosis',
  'admitted',
  'cape_active',
  'cesa_active',
  'cesa_associate',
  'exited',
  'not_now',
  'refused',
  'withdrawn',
] as const
export type Stage = (typeof STAGES)[number]

/** Acts that somebody records with a day: they precede any contract. */
export const RECORDED_ACTS = [
  'attend',
  'interview',
  'admit',
  'postpone',
  'refuse',
  'withdraw',
  'reopen',
] as const
export type RecordedAct = (typeof RECORDED_ACTS)[number]

/** Acts that nobody records: contracts and shares say that they happened. */
export const DERIVED_ACTS = ['begin_cape', 'begin_cesa', 'become_associate', 'end'] as const
export type DerivedAct = (typeof DERIVED_ACTS)[number]

/**
 * The whole path. Only an interview leads to an admission; a stop is never final, because people come
 * back. Whoever left may begin again.
 */
export const PIPELINE: StateTable<Stage, RecordedAct | DerivedAct> = {
  lead: {
    attend: 'info_meeting_attended',
    interview: 'diagnosis',
    postpone: 'not_now',
    refuse: 'refused',
    withdraw: 'withdrawn',
  },
  info_meeting_attended: {
    attend: 'info_meeting_attended',
    interview: 'diagnosis',
    postpone: 'not_now',
    refuse: 'refused',
    withdraw: 'withdrawn',
  },
  diagnosis: {
    attend: 'diagnosis',
    interview: 'diagnosis',
    admit: 'admitted',
    postpone: 'not_now',
    refuse: 'refused',
    withdraw: 'withdrawn',
  },
  not_now: {
    attend: 'info_meeting_attended',
    interview: 'diagnosis',
    refuse: 'refused',
    withdraw: 'withdrawn',
    reopen: 'lead',
  },
  refused: { reopen: 'lead' },
  withdrawn: { reopen: 'lead' },
  admitted: { begin_cape: 'cape_active', begin_cesa: 'cesa_active' },
  cape_active: { begin_cape: 'cape_active', begin_cesa: 'cesa_active', end: 'exited' },
  cesa_active: { become_associate: 'cesa_associate', end: 'exited' },
  cesa_associate: { end: 'exited' },
  exited: { begin_cape: 'cape_active', begin_cesa: 'cesa_active' },
}

/** The stages in which nobody has a file yet: what is known is a name, a way to reach, an origin. */
export const LEAD_STAGES = [
  'lead',
  'info_meeting_attended',
  'diagnosis',
  'not_now',
  'refused',
  'withdrawn',
  'admitted',
] as const satisfies readonly Stage[]
export type LeadStage = (typeof LEAD_STAGES)[number]

/** The stages of somebody who has a file; each is read from contracts. */
export const PERSON_STAGES = [
  'admitted',
  'cape_active',
  'cesa_active',
  'cesa_associate',
  'exited',
] as const satisfies readonly Stage[]
export type PersonStage = (typeof PERSON_STAGES)[number]

/** Whether a text names a stage that a lead may be in. */
export function isLeadStage(text: string): text is LeadStage {
  return LEAD_STAGES.some((stage) => stage === text)
}

/** Whether a text names a stage of somebody who has a file. */
export function isPersonStage(text: string): text is PersonStage {
  return PERSON_STAGES.some((stage) => stage === text)
}

/** The stage after a recorded act, or the refusal 'pipeline-act-not-allowed' { state, act }. */
export function leadTransition(
  state: LeadStage,
  act: RecordedAct,
): Result<LeadStage, Refusal<'pipeline-act-not-allowed'>> {
  const next = applyAct(PIPELINE, { state, act }, 'pipeline-act-not-allowed')
  if (!next.ok) return next
  if (!isLeadStage(next.value)) throw new Error(`${act} leads out of the leads`)
  return { ok: true, value: next.value }
}

/** The recorded acts that a stage allows, in the order in which they are offered. */
export function actsFrom(stage: LeadStage): RecordedAct[] {
  return RECORDED_ACTS.filter((act) => PIPELINE[stage][act] !== undefined)
}

/** A contract that both sides signed, as far as a stage needs it. */
export interface StageContract {
  kind: 'CAPE' | 'CESA'
  startsOn: LocalDate
  /** The last day; null for a CESA that has none. */
  endsOn: LocalDate | null
  isAssociate: boolean
}

/**
 * The stage of somebody who has a file, on a day. A contract that runs decides; between two periods the
 * last one does; a contract that only begins later leaves an admission.
 */
export function personStage(contracts: readonly StageContract[], today: LocalDate): PersonStage {
  const begun = contracts.filter((contract) => contract.startsOn <= today)
  const running = begun.filter((one) => one.endsOn === null || one.endsOn >= today)
  const isFollowed = contracts.some((contract) => contract.startsOn > today)
  const deciding = running.length > 0 ? running : isFollowed ? latest(begun) : []
  if (deciding.length === 0) return begun.length === 0 ? 'admitted' : 'exited'
  const employed = deciding.filter((contract) => contract.kind === 'CESA')
  if (employed.length === 0) return 'cape_active'
  return employed.some((contract) => contract.isAssociate) ? 'cesa_associate' : 'cesa_active'
}

function latest(begun: readonly StageContract[]): StageContract[] {
  const last = begun.reduce<LocalDate | null>(
    (day, one) => (day === null || one.startsOn > day ? one.startsOn : day),
    null,
  )
  return begun.filter((contract) => contract.startsOn === last)
}
