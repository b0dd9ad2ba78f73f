import type { Refusal, Result } from '../result.ts'
import { applyAct, type StateTable } from '../state-table.ts'
import { addDays, type LocalDate, laterOf } from '../time/local-date.ts'
import type { Channel, SocialStatus } from './facts.ts'
import type { PersonStage } from './stage.ts'

/** The life of a piece that somebody is asked for. */
export const PIECE_STATES = ['asked', 'received', 'accepted', 'refused', 'waived'] as const
export type PieceState = (typeof PIECE_STATES)[number]
export const PIECE_ACTS = ['ask', 'receive', 'accept', 'refuse', 'waive'] as const
export type PieceAct = (typeof PIECE_ACTS)[number]

/**
 * Where a piece stands: its state, but that an accepted one may end ('ending'), and that a newer one may wait
 * beside it ('renewed'): the old one counts until somebody has accepted the new one.
 */
const PIECE_STANDINGS = [...PIECE_STATES, 'ending', 'renewed'] as const
export type PieceStanding = (typeof PIECE_STANDINGS)[number]

/** An accepted piece may be asked for again: it expires. A better photo replaces one that was not checked. */
export const PIECE_TRANSITIONS: StateTable<PieceStanding, PieceAct> = {
  asked: { receive: 'received', waive: 'waived' },
  received: { receive: 'received', accept: 'accepted', refuse: 'refused', waive: 'waived' },
  refused: { receive: 'received', waive: 'waived' },
  accepted: { ask: 'asked' },
  ending: { ask: 'asked', receive: 'renewed' },
  renewed: { receive: 'renewed', accept: 'accepted', refuse: 'accepted' },
  waived: { ask: 'asked' },
}

/** What a row says of a piece, as far as its standing goes. */
export interface PieceFacts {
  state: PieceState
  /** Its last day, 'YYYY-MM-DD'; null: it does not end. */
  expiresOn: string | null
  /** When a newer paper came beside an accepted one; null: none waits. */
  renewalReceivedAt: unknown
}

/** Where a piece stands. */
export function standingOf({ state, expiresOn, renewalReceivedAt }: PieceFacts): PieceStanding {
  if (state !== 'accepted') return state
  if (renewalReceivedAt !== null) return 'renewed'
  return expiresOn === null ? 'accepted' : 'ending'
}

/** The standing after an act, or the refusal 'piece-act-not-allowed' { state, act }. */
export function pieceTransition(
  standing: PieceStanding,
  act: PieceAct,
): Result<PieceStanding, Refusal<'piece-act-not-allowed'>> {
  return applyAct(PIECE_TRANSITIONS, { state: standing, act }, 'piece-act-not-allowed')
}

/** The state that a standing is kept as. */
export function stateOf(standing: PieceStanding): PieceState {
  return standing === 'ending' || standing === 'renewed' ? 'accepted' : standing
}

/**
 * Whether the person is to send it: asked for, refused, or accepted once and over since; also when the newer
 * paper that they sent was refused. Nothing while one waits to be read.
 */
export function isPieceWanted(
  piece: PieceFacts & { refusal: string | null },
  today: LocalDate,
): boolean {
  const standing = standingOf(piece)
  if (standing !== 'ending') return standing === 'asked' || standing === 'refused'
  return piece.refusal !== null || (piece.expiresOn !== null && piece.expiresOn < today)
}

/** Whether a text names a state of a piece. */
export function isPieceState(text: string): text is PieceState {
  return PIECE_STATES.some((state) => state === text)
}

/** Why a piece is refused: what the person must do differently. */
export const PIECE_REFUSALS = [
  'unreadable',
  'cut_off',
  'wrong_document',
  'expired',
  'not_your_name',
  'other',
] as const

/** From whom a piece is asked. */
export const PIECE_PEOPLE = [
  'everyone',
  'job_seeker',
  'employee',
  'minimum_income',
  'student',
] as const satisfies readonly ('everyone' | SocialStatus)[]
export type PiecePeople = (typeof PIECE_PEOPLE)[number]

/** The stages in their order: a piece of an earlier stage is still due in a later one. */
export const PIECE_STAGES = [
  'admitted',
  'cape_active',
  'cesa_active',
  'cesa_associate',
] as const satisfies readonly PersonStage[]

/** Whether somebody is asked for a piece. Whoever left is asked for nothing. */
export function isPieceDue(
  piece: { stage: (typeof PIECE_STAGES)[number]; forWhom: PiecePeople },
  person: { stage: PersonStage; socialStatus: string | null },
): boolean {
  if (person.stage === 'exited') return false
  const isReached = PIECE_STAGES.indexOf(piece.stage) <= PIECE_STAGES.indexOf(person.stage)
  return isReached && (piece.forWhom === 'everyone' || piece.forWhom === person.socialStatus)
}

/** When the person is reminded, counted in days; a cooperative decides otherwise by a dated setting. */
export interface ReminderPace {
  firstDays: number
  nextDays: number
  most: number
}
export const USUAL_PACE: ReminderPace = { firstDays: 7, nextDays: 7, most: 3 }

/**
 * The day of the next reminder; null when there is none: the piece came, or the person was reminded as often
 * as may be. A conversation starts the count again, because somebody who spoke with us is not chased.
 */
export function nextReminderOn(
  piece: {
    state: PieceState
    askedOn: LocalDate
    spokenOn: LocalDate | null
    /** The days of the reminders since it was last asked, oldest first. */
    remindedOn: readonly LocalDate[]
  },
  pace: ReminderPace,
): LocalDate | null {
  if (piece.state !== 'asked' && piece.state !== 'refused') return null
  if (piece.remindedOn.length >= pace.most) return null
  const last = piece.remindedOn.at(-1)
  const planned =
    last === undefined ? addDays(piece.askedOn, pace.firstDays) : addDays(last, pace.nextDays)
  return piece.spokenOn === null
    ? planned
    : laterOf(planned, addDays(piece.spokenOn, pace.nextDays))
}

/** Whether a machine may write: a mail leaves by itself, a call or a chat is for staff. */
export function isWritten(channel: Channel | null, email: string): boolean {
  return email !== '' && (channel === null || channel === 'email')
}

/** What a cooperative may start its list with. Each line can be changed or taken away. */
export const PROPOSED_PIECES = [
  { code: 'identity', stage: 'admitted', forWhom: 'everyone', expires: true },
  { code: 'social_security', stage: 'admitted', forWhom: 'everyone', expires: false },
  { code: 'bank_details', stage: 'admitted', forWhom: 'everyone', expires: false },
  { code: 'application', stage: 'admitted', forWhom: 'everyone', expires: false },
  { code: 'charter', stage: 'admitted', forWhom: 'everyone', expires: false },
  { code: 'insurance', stage: 'admitted', forWhom: 'everyone', expires: true },
  { code: 'job_seeker_proof', stage: 'admitted', forWhom: 'job_seeker', expires: false },
  { code: 'minimum_income_proof', stage: 'admitted', forWhom: 'minimum_income', expires: true },
  { code: 'employer_agreement', stage: 'admitted', forWhom: 'employee', expires: false },
] as const satisfies readonly {
  code: string
  stage: PersonStage
  forWhom: PiecePeople
  expires: boolean
}[]
