import type { Clock } from '@terreau/domain/clocks/clock'
import type { ClockKind } from '@terreau/domain/clocks/rules'
import { addDays, addMonthsClamped } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds } from '../../platform/own-person.ts'
import { clocksOfPerson } from './clocks-of-person.ts'

/** What is listed by its end. The others only explain these, on the page of the person. */
const LISTED: ReadonlySet<ClockKind> = new Set([
  'cape-term',
  'cape-notice',
  'pre-hire-declaration',
  'permit-check',
  'trial',
  'associate-deadline',
  'interviews',
  'permit-expiry',
  'variable-pay',
])

/** A contract that the law has ended waits for somebody to say so, however long ago that was. */
function isStillDue({ kind, state }: Clock): boolean {
  return kind === 'associate-deadline' && state === 'passed'
}

/** Interview periods are written this far ahead: they come by themselves, without any act. */
const MONTHS_AHEAD = 48
/** What passed longer ago than that is history, read on the page of the person; but see `isStillDue`. */
export const DAYS_BACK = 400

/**
 * Writes the clocks of a person again, from what the same transaction has just changed. Every verb that
 * writes a contract, a suspension, a notice, a hire, an exit or an interview calls it. The clocks of files
 * that were joined are those of the kept one: one career, one count.
 */
export async function refreshClocks(
  tx: Tx,
  ctx: Pick<Context, 'cooperativeId' | 'today' | 'zone'>,
  changedId: string,
): Promise<void> {
  const { cooperativeId, today } = ctx
  const personId = await keptFile(tx, ctx, changedId)
  const since = addDays(today, -DAYS_BACK)
  const found = await clocksOfPerson(tx, ctx, {
    personId,
    interviewsUntil: addMonthsClamped(today, MONTHS_AHEAD),
  })
  const rows = found
    .filter(({ clock }) => clock.state === 'running' || clock.state === 'passed')
    .filter(({ clock }) => LISTED.has(clock.kind) && (clock.endsOn >= since || isStillDue(clock)))
    .map(({ clock }, index) => ({
      n: index + 1,
      contractId: clock.contractId,
      kind: clock.kind,
      endsOn: clock.endsOn,
      alertFrom: clock.alertsOn[0] ?? null,
      clock,
    }))
  await tx
    .deleteFrom('legalClock')
    .where('cooperativeId', '=', cooperativeId)
    .where('personId', 'in', fileIds(cooperativeId, personId))
    .execute()
  if (rows.length === 0) return
  await sql`
    insert into terreau.legal_clock (cooperative_id, person_id, n, contract_id, kind, ends_on, alert_from, clock)
    select ${cooperativeId}, ${personId}, x.n, x."contractId", x.kind, x."endsOn", x."alertFrom", x.clock
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as x(n integer, "contractId" uuid, kind text, "endsOn" date, "alertFrom" date, clock jsonb)`.execute(
    tx,
  )
}

/** The file that stands for a person: itself, or the one it was joined to. */
export async function keptFile(
  tx: Tx,
  { cooperativeId }: Pick<Context, 'cooperativeId'>,
  personId: string,
): Promise<string> {
  const row = await tx
    .selectFrom('person')
    .select('mergedIntoId')
    .where('cooperativeId', '=', cooperativeId)
    .where('id', '=', personId)
    .executeTakeFirst()
  return row?.mergedIntoId ?? personId
}
