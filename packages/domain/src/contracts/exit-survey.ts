import type { LocalDate } from '../time/local-date.ts'
import { addDays, addMonthsClamped } from '../time/local-date.ts'
import type { ExitReason } from './exits.ts'

/** When somebody who left is asked what became of them: after the last day, and six months later. */
export const SURVEY_ROUNDS = ['exit', 'six_months'] as const
export type SurveyRound = (typeof SURVEY_ROUNDS)[number]

/** What somebody may do after the cooperative. */
export const SITUATIONS = [
  'own_company',
  'other_cae',
  'employed',
  'training',
  'seeking',
  'other',
] as const
export type Situation = (typeof SITUATIONS)[number]

/** The answers to whether the own activity makes a living, and whether the cooperative helped. */
export const SURVEY_ANSWERS = ['yes', 'partly', 'no'] as const
export type SurveyAnswer = (typeof SURVEY_ANSWERS)[number]

/** Every question may be left out. */
export interface SurveyAnswers {
  readonly situation: Situation | null
  readonly living: SurveyAnswer | null
  readonly helped: SurveyAnswer | null
  readonly words: string
}

/** How long after its day a round may be asked and answered. */
export const SURVEY_DAYS = 60
/** After that many days without an answer to the mail, somebody calls once. */
export const SURVEY_CALL_AFTER_DAYS = 14
/** The follow-up is asked that many months after the last day. */
const FOLLOW_UP_MONTHS = 6

/** Whose exit is followed: nobody who goes on under a CESA, and nobody who died. */
export function isSurveyed(reason: ExitReason): boolean {
  return reason !== 'to_cesa' && reason !== 'death'
}

/** The first day of a round, from the last day of the contract. */
export function surveyDueOn(round: SurveyRound, lastDay: LocalDate): LocalDate {
  return round === 'exit' ? addDays(lastDay, 1) : addMonthsClamped(lastDay, FOLLOW_UP_MONTHS)
}

/** The rounds that are open on a day for a contract that ended on `lastDay`. */
export function openRounds(lastDay: LocalDate, today: LocalDate): SurveyRound[] {
  return SURVEY_ROUNDS.filter((round) => {
    const dueOn = surveyDueOn(round, lastDay)
    return dueOn <= today && today < addDays(dueOn, SURVEY_DAYS)
  })
}

/** Whether nothing at all was answered. */
export function isEmptyAnswer({ situation, living, helped, words }: SurveyAnswers): boolean {
  return situation === null && living === null && helped === null && words.trim() === ''
}

/** Whether a text names a round. */
export function isRound(text: string): text is SurveyRound {
  return SURVEY_ROUNDS.some((round) => round === text)
}
