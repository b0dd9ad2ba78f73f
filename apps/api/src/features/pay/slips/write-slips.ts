import { randomUUID } from 'node:crypto'
import { postPay } from '@terreau/domain/ledger/post-pay'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { bookMonthFor, postEntry, postingOf, reverseEntry } from '../../ledger/index.ts'
import type { StandingSlip } from './slip-queries.ts'

/** Writes a slip as the next version of its contract and month, and books what it cost. */
export async function writeSlip(
  tx: Tx,
  ctx: Context,
  slip: Omit<StandingSlip, 'id'>,
): Promise<void> {
  const { cooperativeId } = ctx
  const id = randomUUID()
  await sql`
    insert into terreau.pay_slip (cooperative_id, id, import_id, contract_id, person_id, activity_id, month,
           slip_number, version, paid_on, gross_cents, net_cents, net_social_cents, employer_cost_cents)
    select ${cooperativeId}::uuid, ${id}::uuid, ${slip.importId}::uuid, ${slip.contractId}::uuid,
           ${slip.personId}::uuid, ${slip.activityId}::uuid, ${slip.month}, ${slip.slipNumber},
           (select count(*) + 1 from terreau.pay_slip s where s.cooperative_id = ${cooperativeId}
               and s.month = ${slip.month} and s.contract_id = ${slip.contractId}),
           ${slip.paidOn}::date, ${slip.grossCents}::bigint, ${slip.netCents}::bigint,
           ${slip.netSocialCents}::bigint, ${slip.employerCostCents}::bigint`.execute(tx)
  const month = await bookMonthFor(tx, cooperativeId, slip.month)
  const posting = postPay({ activityId: slip.activityId, month, slip })
  if (posting.lines.length === 0) return
  await postEntry(tx, ctx, posting, { kind: 'pay_slip', id, concernsMonth: slip.month })
}

/** A slip stops counting: its entries are reversed, in their month or in the first open one. */
export async function withdrawSlip(
  tx: Tx,
  ctx: Context,
  slipId: string,
  importId: string,
): Promise<void> {
  const { cooperativeId, now } = ctx
  await tx
    .insertInto('paySlipWithdrawal')
    .values({ cooperativeId, slipId, importId, withdrawnAt: now })
    .execute()
  const posting = await postingOf(tx, cooperativeId, { kind: 'pay_slip', id: slipId })
  if (posting === undefined) return
  await reverseEntry(tx, ctx, posting.id, {
    month: await bookMonthFor(tx, cooperativeId, posting.month),
    source: { kind: 'pay_slip_withdrawal', id: slipId },
  })
}

/** One change of the slips of a month at a time: the second finds what the first has done. */
export async function aloneOnMonth(tx: Tx, ctx: Context, month: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('pay:' || ${ctx.cooperativeId} || ':' || ${month}, 0))`.execute(
    tx,
  )
}
