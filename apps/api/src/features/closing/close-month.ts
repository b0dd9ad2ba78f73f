import { previousMonth, type YearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import { type Context, userIdOf } from '../../platform/context.ts'
import { sqlState, type Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { firstOpenMonth, isMonthClosed } from '../ledger/index.ts'
import { blockingCodes } from './checks.ts'
import { statementsJob } from './statements.job.ts'

const VERSION = 1

/**
 * Closes a month for ever. Alone on the month (postings wait or are refused), it looks again at what
 * would stop it, freezes one row per activity, seals the entries and these rows after the seal of the
 * month before, and asks for the statements. The number of statements does not grow with the people.
 */
export const closeMonth = mutation<
  { month: YearMonth; sendMails: boolean },
  { people: number; sha256: string }
>({
  access: 'closing.close',
  async run(tx, ctx, { month, sendMails }) {
    await lockMonth(tx, ctx, month)
    await refuseIfNotReady(tx, ctx, month)
    const people = await freezeFigures(tx, ctx, month)
    const sha256 = await seal(tx, ctx, { month, people })
    const { cooperativeId } = ctx
    return {
      value: { people, sha256 },
      audit: [
        { action: 'month.closed', entity: { kind: 'month', id: month }, after: { people, sha256 } },
      ],
      jobs: [
        statementsJob.queue(
          { cooperativeId, month, version: VERSION, sendMails },
          { key: `statements:${cooperativeId}:${month}` },
        ),
      ],
    }
  },
})

/** Exclusive: whoever writes in the month is waited for, whoever comes after finds it closed. */
async function lockMonth(tx: Tx, ctx: Context, month: YearMonth): Promise<void> {
  try {
    await sql`select pg_advisory_xact_lock(terreau.month_lock(${ctx.cooperativeId}::uuid, ${month}))`.execute(
      tx,
    )
  } catch (error) {
    if (sqlState(error) === '55P03') throw new ProblemError('unavailable')
    throw error
  }
}

async function refuseIfNotReady(tx: Tx, ctx: Context, month: YearMonth): Promise<void> {
  const { cooperativeId, today } = ctx
  if (await isMonthClosed(tx, cooperativeId, month)) {
    throw new ProblemError('month-is-closed', { month })
  }
  const open = await firstOpenMonth(tx, cooperativeId)
  if (month !== open) throw new ProblemError('closing-out-of-order', { month, open })
  const [code] = await blockingCodes(tx, { cooperativeId, month, today })
  if (code !== undefined) throw new ProblemError('closing-blocked', { month, check: code })
}

async function freezeFigures(tx: Tx, ctx: Context, month: YearMonth): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into terreau.closing_line (cooperative_id, month, version, activity_id, person_id,
           revenue_cents, output_vat_cents, input_vat_cents, production_purchase_cents,
           other_expense_cents, contribution_cents, accident_cover_cents, movement_cents,
           opening_cents, closing_cents, is_nil)
    select ${ctx.cooperativeId}::uuid, ${month}, ${VERSION}::integer, f.activity_id, f.person_id,
           f.revenue_cents, f.output_vat_cents, f.input_vat_cents, f.production_purchase_cents,
           f.other_expense_cents, f.contribution_cents, f.accident_cover_cents, f.movement_cents,
           f.opening_cents, f.closing_cents, f.is_nil
      from terreau.month_figures(${ctx.cooperativeId}::uuid, ${month}) f`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

async function seal(
  tx: Tx,
  ctx: Context,
  { month, people }: { month: YearMonth; people: number },
): Promise<string> {
  const { rows } = await sql<{ sha256: Buffer }>`
    with previous as (
      select coalesce((select c.sha256 from terreau.closing c where c.cooperative_id = ${ctx.cooperativeId}
                          and c.month = ${previousMonth(month)}
                        order by c.version desc limit 1), ''::bytea) as sha256)
    insert into terreau.closing (cooperative_id, month, version, closed_at, closed_by, people, previous_sha256,
           sha256)
    select ${ctx.cooperativeId}::uuid, ${month}, ${VERSION}::integer, ${ctx.now}::timestamptz, ${userIdOf(ctx)}::uuid, ${people}::integer, p.sha256,
           terreau.month_seal(${ctx.cooperativeId}::uuid, ${month}, ${VERSION}::integer, p.sha256)
      from previous p
    returning sha256`.execute(tx)
  const sha256 = rows[0]?.sha256
  if (sha256 === undefined) throw new Error('a closing has a seal')
  return sha256.toString('hex')
}
