import { fullName } from '@terreau/domain/names/full-name'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { timeOfDay } from '@terreau/domain/time/time-of-day'
import { firstDay, lastDay, type YearMonth } from '@terreau/domain/time/year-month'
import { dayInZone } from '@terreau/domain/time/zoned-day'
import type { SessionState } from '@terreau/domain/tutoring/session'
import { isTutoringSubject } from '@terreau/domain/tutoring/subjects'
import { type SheetOperation, signingLacks, timeSheet } from '@terreau/domain/tutoring/time-sheet'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { fileIds } from '../../../platform/own-person.ts'
import { found } from '../../../platform/problem-error.ts'
import { operationOf } from './operations.ts'
import { codeOf, fingerprintOf, paperOf } from './sheet-papers.ts'

/** What is asked: a tutor, a month, and an operation of the list, or else what somebody typed in an address. */
export interface SheetAsked {
  personId: string
  month: YearMonth
  operationId?: string | undefined
  operation: string
  operationName: string
}

/** The time-sheet of a tutor, under any of their files. 404 for a person of another cooperative. */
export async function readTimeSheet(tx: Tx, ctx: Context, asked: SheetAsked) {
  const person = found(
    await tx
      .selectFrom('person')
      .select(['givenName', 'familyName'])
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', asked.personId)
      .executeTakeFirst(),
  )
  const operation = await namedOperation(tx, ctx, asked)
  const { rows } = await sql<{
    heldOn: string
    startMinute: number | null
    minutes: number
    subjects: string[]
    kind: 'volunteer' | 'paid' | null
    state: SessionState
    loggedAt: Date
    hostName: string
  }>`select s.held_on, s.start_minute, s.minutes, s.subjects, s.kind, s.state, s.logged_at, coalesce(h.name, '') as host_name
      from terreau.tutoring_session s
      left join terreau.host_structure h on h.cooperative_id = s.cooperative_id and h.id = s.host_id
     where s.cooperative_id = ${ctx.cooperativeId} and s.tutor_person_id in ${fileIds(ctx.cooperativeId, asked.personId)}
       and s.held_on between ${firstDay(asked.month)}::date and ${lastDay(asked.month)}::date and s.cancelled_at is null
     order by s.held_on, s.start_minute nulls first, s.id`.execute(tx)
  const { lines, ...sheet } = timeSheet(
    rows.map((row) => ({
      ...row,
      heldOn: localDate(row.heldOn),
      subjects: row.subjects.filter(isTutoringSubject),
      notedOn: dayInZone(row.loggedAt, ctx.zone),
    })),
    { month: asked.month, operation: operation.known, today: ctx.today },
  )
  const approved = rows.filter((row) => row.state === 'approved')
  const printed = {
    personName: fullName(person),
    month: asked.month,
    ...operation.words,
    hosts: [...new Set(approved.map((row) => row.hostName))].filter(Boolean),
    lines: lines.map(({ startMinute, subjects, ...line }) => ({
      ...line,
      startsAt: startMinute === null ? null : timeOfDay(startMinute),
      subjects: [...subjects],
    })),
    totalMinutes: sheet.totalMinutes,
  }
  const fingerprint = fingerprintOf(printed)
  const { operationId } = asked
  const kept = operationId === undefined ? null : await paperOf(tx, ctx, { ...asked, operationId })
  const paper = kept && { ...kept, isSame: kept.fingerprint === fingerprint }
  const hasLines = lines.length > 0
  const lacksOfSigning = signingLacks({ ...asked, today: ctx.today, hasLines, paper })
  return {
    ...printed,
    operationDates: operation.dates,
    fingerprint,
    code: hasLines ? codeOf(fingerprint) : '',
    paper: paper && {
      documentId: paper.documentId,
      signedOn: paper.signedOn,
      receivedAt: paper.receivedAt.toISOString(),
      receivedBy: paper.displayName ?? '',
      isSame: paper.isSame,
    },
    lacks: [...sheet.lacks, ...lacksOfSigning.map((code) => ({ code, count: 1 }))],
  }
}

/** What the sheet prints of its operation, and what is known of it. */
async function namedOperation(
  tx: Tx,
  ctx: Context,
  asked: SheetAsked,
): Promise<{
  words: { operation: string; operationName: string; funder: string }
  dates: { startsOn: LocalDate; endsOn: LocalDate } | null
  known: SheetOperation
}> {
  const { operationId, operation, operationName } = asked
  if (operationId === undefined) {
    const is = operation !== '' && operationName !== '' ? 'typed' : 'missing'
    return { words: { operation, operationName, funder: '' }, dates: null, known: { is } }
  }
  const { reference, name, funder, startsOn, endsOn } = await operationOf(tx, ctx, operationId)
  const dates = { startsOn, endsOn }
  return {
    words: { operation: reference, operationName: name, funder },
    dates,
    known: { is: 'kept', ...dates },
  }
}

export type ReadTimeSheet = Awaited<ReturnType<typeof readTimeSheet>>
