import type { ContractualStage } from '../contracts/stage.ts'
import type { Refusal, Result } from '../result.ts'
import { applyAct, type StateTable } from '../state-table.ts'

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

/** The stage of somebody who has a file: what contracts say, and an admission until the first one begins. */
export function personStage(contractual: ContractualStage): PersonStage {
  return contractual === 'none' ? 'admitted' : contractual
}
