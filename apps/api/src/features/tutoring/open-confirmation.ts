import { localDate } from '@terreau/domain/time/local-date'
import type { Tx } from '../../platform/db/transaction.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { openPublicCode } from '../../platform/public-codes.ts'
import type { Answer, Mode } from './queries.ts'

/** A change of mind stays possible this long after the first answer. */
const REVERSIBLE_DAYS = 7
const DAY_MS = 24 * 60 * 60_000

/**
 * What a confirmation link is about. The transaction then sees the cooperative of the link, and the page
 * shows nothing but this one session.
 */
export async function openConfirmation(
  tx: Tx,
  token: string,
  now: Date,
  options: { mayBeExpired?: boolean } = {},
) {
  const code = await openPublicCode(tx, token)
  if (code === undefined || code.purpose !== 'tutoring_confirmation')
    throw new ProblemError('code-unknown')
  const isExpired = code.expiresAt !== null && code.expiresAt <= now
  if (isExpired && options.mayBeExpired !== true) throw new ProblemError('link-expired')
  const session = found(await sessionOfCode(tx, code.cooperativeId, code.targetId))
  const answers = await answersOf(tx, code.cooperativeId, code.targetId)
  const first = answers[0]
  const last = answers.at(-1)
  const isFinal =
    first !== undefined && now.getTime() - first.answeredAt.getTime() > REVERSIBLE_DAYS * DAY_MS
  return {
    cooperativeId: code.cooperativeId,
    sessionId: code.targetId,
    tutorPersonId: session.tutorPersonId,
    tuteePersonId: code.partyId,
    tutorName: session.tutorName,
    tuteeName: session.tuteeName,
    heldOn: localDate(session.heldOn),
    minutes: session.minutes,
    mode: session.mode as Mode,
    cooperative: { name: session.cooperativeName, phone: session.cooperativePhone },
    answer: (last?.answer ?? null) as Answer | null,
    answersCount: answers.length,
    mayAnswer: !isFinal,
  }
}

function sessionOfCode(tx: Tx, cooperativeId: string, sessionId: string) {
  return tx
    .selectFrom('tutoringSession as s')
    .innerJoin('person as tutor', (j) =>
      j
        .onRef('tutor.cooperativeId', '=', 's.cooperativeId')
        .onRef('tutor.id', '=', 's.tutorPersonId'),
    )
    .innerJoin('person as tutee', (j) =>
      j
        .onRef('tutee.cooperativeId', '=', 's.cooperativeId')
        .onRef('tutee.id', '=', 's.tuteePersonId'),
    )
    .innerJoin('cooperative as c', 'c.id', 's.cooperativeId')
    .select([
      's.tutorPersonId',
      's.heldOn',
      's.minutes',
      's.mode',
      'tutor.givenName as tutorName',
      'tutee.givenName as tuteeName',
      'c.name as cooperativeName',
      'c.phone as cooperativePhone',
    ])
    .where('s.cooperativeId', '=', cooperativeId)
    .where('s.id', '=', sessionId)
    .where('s.cancelledAt', 'is', null)
    .executeTakeFirst()
}

function answersOf(tx: Tx, cooperativeId: string, sessionId: string) {
  return tx
    .selectFrom('tutoringAnswer')
    .select(['answer', 'answeredAt'])
    .where('cooperativeId', '=', cooperativeId)
    .where('sessionId', '=', sessionId)
    .orderBy('n')
    .execute()
}
