import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import {
  type AgreementState,
  agreementEnd,
  agreementState,
  type EndReason,
  type ReviewAnswer,
  type Rhythm,
  SIDES,
  type Side,
} from '@terreau/domain/tutoring/agreement'
import type { TutoringKind } from '@terreau/domain/tutoring/hosts'
import type { SkillLevel } from '@terreau/domain/tutoring/valuation'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { readFile } from '../../../platform/files/store.ts'
import { found } from '../../../platform/problem-error.ts'
import { sessionsOtherwise, waysOf } from '../way-queries.ts'

export interface Wording {
  aim: string
  rhythm: Rhythm
  startsOn: LocalDate
  months: number
  confidentiality: string
  stopping: string
}

interface Party {
  personId: string
  name: string
  greeted: string
  email: string
  locale: string
}

interface Row {
  startedOn: string
  endedOn: string | null
  kind: TutoringKind | null
  level: SkillLevel
  hostId: string | null
  hostName: string
  tutor: Party
  tutee: Party
  version: number | null
  aim: string
  rhythm: Rhythm
  startsOn: string
  months: number
  confidentiality: string
  stopping: string
  fileId: string | null
  signedAt: Date | null
  signedByName: string
  agreementEndedOn: string | null
  reason: EndReason
  endWords: string
}

interface Answered {
  side: Side
  answer: 'yes' | 'no'
  channel: 'mailed' | 'shared'
  at: string
}

interface Reviewed {
  side: Side
  aimAnswer: ReviewAnswer
  helpAnswer: ReviewAnswer
  againAnswer: ReviewAnswer
  words: string
  at: string
}

export interface Agreement extends Omit<Row, 'version'> {
  relationId: string
  version: number
  state: AgreementState | null
  wording: (Wording & { endsOn: LocalDate }) | null
  /** In the order they came; the last of each side counts. */
  answers: Answered[]
  reviews: Reviewed[]
}

const partyOf = (alias: string) => sql`jsonb_build_object('personId', ${sql.ref(`${alias}.id`)},
  'name', terreau.full_name(${sql.ref(`${alias}.given_name`)}, ${sql.ref(`${alias}.family_name`)}),
  'greeted', terreau.greeted_name(${sql.ref(`${alias}.given_name`)}, ${sql.ref(`${alias}.family_name`)}), 'email', ${sql.ref(`${alias}.email`)}, 'locale', ${sql.ref(`${alias}.locale`)})`

/** A pair with the last wording of its agreement and all that was said of it; 404 without the pair. */
export async function readAgreement(
  tx: Tx,
  of: { cooperativeId: string; relationId: string },
): Promise<Agreement> {
  const { rows } = await sql<Row>`
    select r.started_on, r.ended_on, r.kind, r.level, r.host_id, coalesce(h.name, '') as host_name, ${partyOf('tutor')} as tutor, ${partyOf('tutee')} as tutee,
      a.version, a.aim, a.rhythm, a.starts_on, a.months, a.confidentiality, a.stopping,
      c.file_id, c.signed_at, coalesce(u.display_name, '') as signed_by_name,
      e.ended_on as agreement_ended_on, e.reason, e.words as end_words
    from terreau.tutoring_relation r
    join terreau.person tutor on tutor.cooperative_id = r.cooperative_id and tutor.id = r.tutor_person_id
    join terreau.person tutee on tutee.cooperative_id = r.cooperative_id and tutee.id = r.tutee_person_id
    left join terreau.host_structure h on h.cooperative_id = r.cooperative_id and h.id = r.host_id
    left join lateral (select * from terreau.tutoring_agreement a
       where a.cooperative_id = r.cooperative_id and a.relation_id = r.id order by a.version desc limit 1) a on true
    left join terreau.tutoring_countersignature c on c.cooperative_id = a.cooperative_id
     and c.relation_id = a.relation_id and c.version = a.version
    left join terreau.app_user u on u.id = c.signed_by
    left join terreau.tutoring_agreement_end e on e.cooperative_id = a.cooperative_id
     and e.relation_id = a.relation_id and e.version = a.version
    where r.cooperative_id = ${of.cooperativeId} and r.id = ${of.relationId}`.execute(tx)
  const row = found(rows[0])
  const version = row.version ?? 0
  const answers = await answersOf(tx, { ...of, version })
  const last = (side: Side) => answers.findLast((one) => one.side === side)?.answer ?? null
  return {
    ...row,
    relationId: of.relationId,
    version,
    state:
      version === 0
        ? null
        : agreementState({
            tutor: last('tutor'),
            tutee: last('tutee'),
            isCountersigned: row.signedAt !== null,
            isEnded: row.agreementEndedOn !== null,
          }),
    wording: version === 0 ? null : wordingOf(row),
    answers,
    reviews: await reviewsOf(tx, { ...of, version }),
  }
}

function wordingOf({ aim, rhythm, startsOn, months, confidentiality, stopping }: Row) {
  const from = localDate(startsOn)
  return {
    aim,
    rhythm,
    startsOn: from,
    months,
    confidentiality,
    stopping,
    endsOn: agreementEnd(from, months),
  }
}

interface Version {
  cooperativeId: string
  relationId: string
  version: number
}

async function answersOf(tx: Tx, of: Version): Promise<Answered[]> {
  const { rows } = await sql<Omit<Answered, 'at'> & { at: Date }>`
    select a.side, a.answer, a.channel, a.answered_at as at from terreau.tutoring_agreement_answer a
     where a.cooperative_id = ${of.cooperativeId} and a.relation_id = ${of.relationId} and a.version = ${of.version}
     order by a.answered_at, a.side, a.n`.execute(tx)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

async function reviewsOf(tx: Tx, of: Version): Promise<Reviewed[]> {
  const { rows } = await sql<Omit<Reviewed, 'at'> & { at: Date }>`
    select v.side, v.aim_answer, v.help_answer, v.again_answer, v.words, v.answered_at as at
      from terreau.tutoring_review v
     where v.cooperative_id = ${of.cooperativeId} and v.relation_id = ${of.relationId} and v.version = ${of.version}
     order by v.answered_at, v.side`.execute(tx)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Takes the pair alone, then reads it: two acts at once see each other. */
export async function lockAgreement(
  tx: Tx,
  of: { cooperativeId: string; relationId: string },
): Promise<Agreement> {
  const row = await tx
    .selectFrom('tutoringRelation')
    .select('id')
    .where('cooperativeId', '=', of.cooperativeId)
    .where('id', '=', of.relationId)
    .forUpdate()
    .executeTakeFirst()
  found(row)
  return readAgreement(tx, of)
}

/** What staff see of a pair. */
export async function staffAgreement(tx: Tx, ctx: Context, relationId: string) {
  const one = await readAgreement(tx, { cooperativeId: ctx.cooperativeId, relationId })
  return {
    tutorName: one.tutor.name,
    tuteeName: one.tutee.name,
    startedOn: localDate(one.startedOn),
    endedOn: one.endedOn === null ? null : localDate(one.endedOn),
    kind: one.kind,
    hostId: one.hostId,
    hostName: one.hostName,
    level: one.level,
    ways: await waysOf(tx, ctx, relationId),
    otherwise: await sessionsOtherwise(tx, ctx, relationId),
    version: one.version,
    state: one.state,
    agreement: one.wording,
    answers: one.answers,
    countersigned:
      one.signedAt === null ? null : { byName: one.signedByName, at: one.signedAt.toISOString() },
    end:
      one.agreementEndedOn === null
        ? null
        : { endedOn: localDate(one.agreementEndedOn), reason: one.reason, words: one.endWords },
    reviews: one.reviews,
  }
}

/** The paper that was countersigned last, as it was printed; 404 as long as nothing was. */
export async function agreementFile(tx: Tx, ctx: Context, relationId: string) {
  const signed = await tx
    .selectFrom('tutoringCountersignature')
    .select('fileId')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('relationId', '=', relationId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { ...(await readFile(tx, ctx.cooperativeId, found(signed).fileId)), isInline: true }
}

/** Who has still something to say: an answer while it is asked, a review once it has ended. */
export function sidesToAsk(one: Agreement): Side[] {
  if (one.state === 'ended')
    return SIDES.filter((side) => !one.reviews.some((review) => review.side === side))
  return SIDES.filter(
    (side) => one.answers.findLast((answer) => answer.side === side)?.answer !== 'yes',
  )
}
