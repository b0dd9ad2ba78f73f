import { localDate } from '@terreau/domain/time/local-date'
import { timeOfDay } from '@terreau/domain/time/time-of-day'
import { type Answer, firmOf } from '@terreau/domain/tutoring/answers'
import type { SessionState } from '@terreau/domain/tutoring/session'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import { openLink } from '../../platform/open-link.ts'
import { found } from '../../platform/problem-error.ts'
import { type Mode, type VoiceState, voiceColumn } from './queries.ts'

interface Row {
  version: number
  state: SessionState
  tutorPersonId: string
  heldOn: string
  startMinute: number | null
  minutes: number
  mode: Mode
  others: number
  voice: VoiceState
  tutorName: string
  tuteeName: string
  answer: Answer | null
  firstAnsweredAt: Date | null
  cooperativeName: string
  cooperativePhone: string
}

/**
 * What a confirmation link is about: one person's part in one session. The transaction then sees the
 * cooperative of the link, and the page shows nothing but this.
 */
export async function openConfirmation(
  tx: Tx,
  token: string,
  now: Date,
  options: { mayBeExpired?: boolean } = {},
) {
  const link = await openLink(tx, token, 'tutoring_confirmation', { now, ...options })
  const { channel } = link
  const of = { cooperativeId: link.cooperativeId, sessionId: link.targetId, tuteeId: link.partyId }
  const row = found(await partOf(tx, of))
  const isOver = row.state === 'approved' || row.state === 'set_aside'
  const isFirm = row.firstAnsweredAt !== null && firmOf(row.firstAnsweredAt) <= now
  return {
    ...of,
    channel,
    version: row.version,
    tutorPersonId: row.tutorPersonId,
    shown: {
      tutorName: row.tutorName,
      tuteeName: row.tuteeName,
      others: row.others,
      heldOn: localDate(row.heldOn),
      startsAt: row.startMinute === null ? null : timeOfDay(row.startMinute),
      minutes: row.minutes,
      mode: row.mode,
      voice: row.voice,
      cooperative: { name: row.cooperativeName, phone: row.cooperativePhone },
      answer: row.answer,
      mayAnswer: !isOver && !isFirm,
    },
  }
}

async function partOf(
  tx: Tx,
  of: { cooperativeId: string; sessionId: string; tuteeId: string },
): Promise<Row | undefined> {
  const { rows } =
    await sql<Row>`select s.version, s.state, s.tutor_person_id, s.held_on, s.start_minute, s.minutes, s.mode,
      s.tutee_count - 1 as others, ${voiceColumn} as voice, terreau.greeted_name(tutor.given_name, tutor.family_name) as tutor_name,
      terreau.greeted_name(tutee.given_name, tutee.family_name) as tutee_name, p.answer,
      p.first_answered_at, c.name as cooperative_name, c.phone as cooperative_phone
    from terreau.tutoring_session s
    join terreau.tutoring_part p on p.cooperative_id = s.cooperative_id and p.session_id = s.id
    join terreau.person tutor on tutor.cooperative_id = s.cooperative_id and tutor.id = s.tutor_person_id
    join terreau.person tutee on tutee.cooperative_id = p.cooperative_id and tutee.id = p.tutee_person_id
    join terreau.cooperative c on c.id = s.cooperative_id
    where s.cooperative_id = ${of.cooperativeId} and s.id = ${of.sessionId}
      and p.tutee_person_id = ${of.tuteeId} and s.cancelled_at is null and tutee.erased_n is null`.execute(
      tx,
    )
  return rows[0]
}
