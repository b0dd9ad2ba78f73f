import type { YearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import { type Context, userIdOf } from '../../platform/context.ts'
import { sqlState, type Tx } from '../../platform/db/transaction.ts'
import { mutation, type Outcome } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { byTwo } from '../../platform/two-person-kind.ts'
import { isMonthClosed } from '../ledger/index.ts'
import { blockingCodes } from './checks.ts'
import { statementsJob } from './statements.job.ts'

/**
 * Closes a month. Alone on the month (postings wait or are refused), it looks again at what
 * would stop it, freezes one row per activity, seals the entries and these rows after the seal of the
 * month before, and asks for the statements. The number of statements does not grow with the people.
 */
export const closeMonth = mutation<Asked, Closed>({
  access: 'closing.close',
  run: (tx, ctx, asked) => freezeMonth(tx, ctx, asked, { byTwo: false }),
})

interface Asked {
  month: YearMonth
  sendMails: boolean
}
interface Closed {
  people: number
  sha256: string
}

/** The act itself. Of two, the second agreed before; somebody alone is refused where two are required. */
async function freezeMonth(
  tx: Tx,
  ctx: Context,
  { month, sendMails }: Asked,
  { byTwo }: { byTwo: boolean },
): Promise<Outcome<Closed>> {
  await lockMonth(tx, ctx, month)
  await refuseIfNotReady(tx, ctx, month, { byTwo })
  const { people, sha256, version } = await freezeAndSeal(tx, ctx, month)
  const { cooperativeId } = ctx
  return {
    value: { people, sha256 },
    audit: [
      {
        action: 'month.closed',
        entity: { kind: 'month', id: month },
        after: { people, sha256, version, sendMails },
      },
    ],
    jobs: [
      statementsJob.queue(
        { cooperativeId, month, version, sendMails },
        { key: `statements:${cooperativeId}:${month}:${version}` },
      ),
    ],
  }
}

/** One asks for figures, another agrees to the same figures: what is booked in between asks anew. */
export const closingByTwo = byTwo('close-month', {
  async propose(tx, ctx, kept) {
    await refuseIfNotReady(tx, ctx, kept.month, { byTwo: true })
    return { kept, target: kept.month, personId: null }
  },
  async facts(tx, ctx, { month }) {
    const { rows } = await sql<{ digest: string }>`
      select encode(sha256(convert_to(coalesce(string_agg(f::text, E'\n' order by f.activity_id), ''), 'UTF8')), 'hex')
             as digest
        from terreau.month_figures(${ctx.cooperativeId}::uuid, ${month}) f`.execute(tx)
    return rows[0]?.digest ?? ''
  },
  carryOut: (tx, ctx, kept) => freezeMonth(tx, ctx, kept, { byTwo: true }),
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

async function refuseIfNotReady(
  tx: Tx,
  ctx: Context,
  month: YearMonth,
  { byTwo }: { byTwo: boolean },
): Promise<void> {
  const { cooperativeId } = ctx
  // Under the lock: a month that another closing has just taken is not the first open one any more.
  const { open, codes, areTwoRequired } = await blockingCodes(tx, ctx, month)
  if (areTwoRequired && !byTwo && ctx.actor.kind === 'person')
    throw new ProblemError('second-person-needed')
  if (month !== open) {
    const isClosed = await isMonthClosed(tx, cooperativeId, month)
    if (isClosed) throw new ProblemError('month-is-closed', { month })
    throw new ProblemError('closing-out-of-order', { month, open })
  }
  const [code] = codes
  if (code !== undefined) throw new ProblemError('closing-blocked', { month, check: code })
}

/**
 * Figures, closing and seal in one statement: the database refuses a figure without its closing, and a
 * closing whose figures come later. Figures are written in the order of their key, which is faster. The
 * version is one more each time that the month was opened again; the seal follows that of the closing before.
 */
async function freezeAndSeal(
  tx: Tx,
  ctx: Context,
  month: YearMonth,
): Promise<Closed & { version: number }> {
  const { cooperativeId, now } = ctx
  const { rows } = await sql<{ people: number; sha256: Buffer; version: number }>`
    with last as materialized (
      select c.month, c.version, c.sha256 from terreau.closing c
       where c.cooperative_id = ${cooperativeId} order by c.month desc, c.version desc limit 1),
    place as materialized (
      select coalesce((select version + 1 from last where month = ${month}), 1) as version,
             coalesce((select sha256 from last), '') as previous),
    figures as materialized (
      select ${cooperativeId}::uuid as cooperative_id, ${month}::text as month, place.version,
             f.activity_id, f.person_id, f.revenue_cents, f.output_vat_cents, f.input_vat_cents,
             f.production_purchase_cents, f.other_expense_cents, f.contribution_cents,
             f.accident_cover_cents, f.movement_cents, f.opening_cents, f.closing_cents, f.is_nil,
             f.pay_cents, f.bank_cents
        from place, terreau.month_figures(${cooperativeId}::uuid, ${month}) f order by f.activity_id),
    summed as (
      select count(*)::integer as people,
             sha256(convert_to(coalesce(string_agg(terreau.figures_text(f::terreau.closing_line), E'\n'
                                                   order by f.activity_id), ''), 'UTF8')) as sha256
        from (select * from figures) f),
    frozen as (
      insert into terreau.closing_line (cooperative_id, month, version, activity_id, person_id,
             revenue_cents, output_vat_cents, input_vat_cents, production_purchase_cents,
             other_expense_cents, contribution_cents, accident_cover_cents, movement_cents,
             opening_cents, closing_cents, is_nil, pay_cents, bank_cents)
      select * from figures)
    insert into terreau.closing (cooperative_id, month, version, closed_at, closed_by, people, previous_sha256,
           sha256)
    select ${cooperativeId}::uuid, ${month}, p.version, ${now}::timestamptz, ${userIdOf(ctx)}::uuid,
           s.people, p.previous,
           terreau.month_seal(${cooperativeId}::uuid, ${month}, p.version, p.previous, s.sha256)
      from place p, summed s
    returning people, sha256, version`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('a closing has a seal')
  return { people: row.people, sha256: row.sha256.toString('hex'), version: row.version }
}
