import { randomUUID } from 'node:crypto'
import { isReminderDue, mayRemind } from '@terreau/domain/declarations/reminders'
import { isWritten } from '@terreau/domain/pipeline/pieces'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { monthOf, type YearMonth } from '@terreau/domain/time/year-month'
import { formatDate, formatMonth } from '@terreau/i18n/format'
import type { AuditEntry } from '../../../platform/audit/actions.ts'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { queueMails } from '../../../platform/mail/queue-mail.ts'
import { mutation, type Outcome } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { isMonthClosed } from '../../ledger/index.ts'
import { deadlineOf } from '../own-months.ts'
import { type MissingPerson, missingPeople } from './missing-people.ts'
import { declarationReminderPace, remindedOf } from './reminder-pace.ts'

/** By the clock: only on the days planned. By staff: as long as a reminder may leave. */
type By = 'clock' | 'staff'

/** Staff remind at once whoever reads mails and may still be reminded. */
export const remindMissing = mutation<{ month: YearMonth }, { mailed: number }>({
  access: 'declaration.declare-for',
  async run(tx, ctx, { month }) {
    if (month >= monthOf(ctx.today)) throw new ProblemError('declaration-month-not-open', { month })
    const deadlineOn = await deadlineOf(tx, ctx.cooperativeId, month)
    if (ctx.today > deadlineOn) throw new ProblemError('reminder-too-late', { deadlineOn })
    return remind(tx, ctx, { month, deadlineOn, by: 'staff' })
  },
})

/** The reminders that the calendar plans for today. */
export const remindByClock = mutation<{ month: YearMonth }, { mailed: number }>({
  access: 'system',
  async run(tx, ctx, { month }) {
    const deadlineOn = await deadlineOf(tx, ctx.cooperativeId, month)
    const isOver = ctx.today > deadlineOn || (await isMonthClosed(tx, ctx.cooperativeId, month))
    if (isOver) return { value: { mailed: 0 }, audit: 'unchanged' }
    return remind(tx, ctx, { month, deadlineOn, by: 'clock' })
  },
})

/**
 * Whom a mail reminds today, one line a person. Who wants to be called or written to on a telephone gets
 * none: staff find them in the list of calls, with a message to hand over.
 */
export async function toRemind(
  tx: Tx,
  ctx: Context,
  { rows, deadlineOn, by }: { rows: readonly MissingPerson[]; deadlineOn: LocalDate; by: By },
): Promise<MissingPerson[]> {
  const pace = await declarationReminderPace(tx, ctx)
  const may = by === 'clock' ? isReminderDue : mayRemind
  const people = new Map(
    rows
      .filter((row) => row.state !== 'postponed' && isWritten(row.channel, row.email))
      .filter((row) => may(remindedOf(row.contacts, deadlineOn), pace, ctx.today))
      .map((row) => [row.personId, row]),
  )
  return [...people.values()]
}

async function remind(
  tx: Tx,
  ctx: Context,
  of: { month: YearMonth; deadlineOn: LocalDate; by: By },
): Promise<Outcome<{ mailed: number }>> {
  const { month, deadlineOn, by } = of
  const { rows } = await missingPeople(tx, ctx, month)
  const people = await newlyReminded(tx, ctx, {
    month,
    people: await toRemind(tx, ctx, { rows, deadlineOn, by }),
  })
  const [first, ...rest] = people.map(
    ({ personId }): AuditEntry => ({
      action: 'declaration.reminded',
      entity: { kind: 'person', id: personId },
      after: { month, channel: 'email' },
    }),
  )
  if (first === undefined) return { value: { mailed: 0 }, audit: 'unchanged' }
  const cooperative = await tx
    .selectFrom('cooperative')
    .select('name')
    .where('id', '=', ctx.cooperativeId)
    .executeTakeFirstOrThrow()
  const jobs = await queueMails(
    tx,
    ctx,
    people.map(({ personName, greeted, email, locale }) => ({
      template: 'declaration-reminder' as const,
      params: {
        name: greeted,
        month: formatMonth(month, locale),
        until: formatDate(deadlineOn, locale),
        link: declareLink(ctx, month),
        cooperative: cooperative.name,
      },
      to: { name: personName, address: email, locale },
      usefulUntil: deadlineOn,
    })),
  )
  return { value: { mailed: people.length }, audit: [first, ...rest], jobs }
}

/** The page of the month, behind the sign-in of the person: opening it declares nothing. */
export function declareLink(ctx: Context, month: YearMonth, activity?: string): string {
  const query = activity === undefined ? '' : `?activite=${activity}`
  return `${ctx.services.config.publicUrl}/moi/declarer/${month}${query}`
}

/** Writes the reminders down first: who was reminded today by another run is left out. */
async function newlyReminded(
  tx: Tx,
  ctx: Context,
  { month, people }: { month: YearMonth; people: readonly MissingPerson[] },
): Promise<MissingPerson[]> {
  if (people.length === 0) return []
  const written = await tx
    .insertInto('declarationContact')
    .values(
      people.map(({ personId }) => ({
        cooperativeId: ctx.cooperativeId,
        id: randomUUID(),
        personId,
        month,
        kind: 'reminder',
        channel: 'email',
        doneOn: ctx.today,
        doneBy: ctx.actor.kind === 'person' ? ctx.actor.userId : null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('personId')
    .execute()
  const ids = new Set(written.map((row) => row.personId))
  return people.filter(({ personId }) => ids.has(personId))
}
