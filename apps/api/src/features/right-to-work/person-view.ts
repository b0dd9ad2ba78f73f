import { fullName } from '@terreau/domain/names/full-name'
import { prefectureDeadline, silenceMeansDoneOn } from '@terreau/domain/right-to-work/right-to-work'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import type { rightToWorkEndpoints } from '@terreau/protocol/right-to-work'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds, ownPersonId } from '../../platform/own-person.ts'
import { found } from '../../platform/problem-error.ts'
import { dateOrNull, ownPermitView, permitRows, permitViews } from './permits.ts'
import { answerOf, rightToWorkFor, seatDepartment } from './right-to-work-for.ts'
import { ownRefusals, sentAt, sentPapers } from './sent-papers.ts'

type PersonView = HandlerOutput<(typeof rightToWorkEndpoints)[0]>

/** Everything the panel "Séjour" of a person shows, for a contract that would begin on a day. */
export async function personView(
  tx: Tx,
  ctx: Context,
  asked: { personId: string; on: LocalDate },
): Promise<PersonView> {
  const { personId, on } = asked
  const person = found(
    await tx
      .selectFrom('person')
      .select(['familyName', 'givenName'])
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', personId)
      .where('archivedAt', 'is', null)
      .executeTakeFirst(),
  )
  const department = await seatDepartment(tx, ctx.cooperativeId)
  const views = await permitViews(tx, ctx, await permitRows(tx, ctx.cooperativeId, personId))
  const [permit = null, ...previousPermits] = views
  const checks = await checkViews(tx, ctx.cooperativeId, personId)
  const answers = []
  for (const contract of ['CAPE', 'CESA'] as const) {
    const { verdict, points, decision, stop } = await rightToWorkFor(tx, ctx, {
      personId,
      contractKind: contract,
      on,
    })
    const lines = points.map((point) => ({ ...point, params: { ...point.params } }))
    answers.push({ contract, verdict, points: lines, decision, stop })
  }
  return {
    person: { id: personId, name: fullName(person) },
    on,
    permit,
    previousPermits,
    checks,
    answers,
    department,
    askBefore: prefectureDeadline(on, department),
    isJobSeekerTold: checks.some((check) => check.kind === 'job_seeker'),
    sentPapers: await sentPapers(tx, ctx.cooperativeId, personId),
  }
}

/** What the person sees: the own paper and its last day, no number. */
export async function ownRightToWork(tx: Tx, ctx: Context) {
  const personId = ownPersonId(ctx)
  const [row] = await permitRows(tx, ctx.cooperativeId, personId)
  const checks = await checkViews(tx, ctx.cooperativeId, personId)
  return {
    permit: row === undefined ? null : ownPermitView(row, ctx.today),
    isJobSeekerTold: checks.some((check) => check.kind === 'job_seeker'),
    sentAt: await sentAt(tx, ctx.cooperativeId, personId),
    refusals: await ownRefusals(tx, ctx.cooperativeId, personId),
  }
}

async function checkViews(tx: Tx, cooperativeId: string, personId: string) {
  const rows = await tx
    .selectFrom('hireCheck as h')
    .innerJoin('appUser as u', 'u.id', 'h.recordedBy')
    .select([
      'h.id',
      'h.kind',
      'h.doneOn',
      'h.department',
      'h.answer',
      'h.answeredOn',
      'h.documentId',
    ])
    .select('u.displayName as recordedBy')
    .where('h.cooperativeId', '=', cooperativeId)
    .where('h.personId', 'in', fileIds(cooperativeId, personId))
    .orderBy('h.doneOn', 'desc')
    .orderBy('h.id')
    .execute()
  return rows.map((row) => {
    const doneOn = localDate(row.doneOn)
    const kind = checkKind(row.kind)
    return {
      ...row,
      kind,
      doneOn,
      answer: answerOf(row.answer),
      answeredOn: dateOrNull(row.answeredOn),
      silenceOn: kind === 'prefecture' ? silenceMeansDoneOn(doneOn, row.department) : null,
    }
  })
}

function checkKind(text: string): 'prefecture' | 'job_seeker' | 'student' {
  return text === 'job_seeker' || text === 'student' ? text : 'prefecture'
}
