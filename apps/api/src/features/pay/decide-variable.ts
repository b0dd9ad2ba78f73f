import { type Cents, cents, maxCents, sumCents, ZERO } from '@terreau/domain/money/cents'
import { isAdvanceCovered } from '@terreau/domain/pay/variable-part'
import type { YearMonth } from '@terreau/domain/time/year-month'
import { formatCents } from '@terreau/i18n/format'
import { sql } from 'kysely'
import { type Context, userIdOf } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { firstOpenMonth } from '../ledger/index.ts'
import { payLines } from './pay-lines.ts'
import { aloneOnMonth } from './slips/write-slips.ts'
import { type VariableLine, variableLines } from './variable-lines.ts'

interface Decision {
  month: YearMonth
  contractId: string
  kind: 'advance' | 'balance'
  /** Zero takes the decision back. */
  grossCents: Cents
}

/**
 * Decides an advance of a month, or the gross of the balance of a year: it joins the pay variables. Nothing
 * is booked: the slip that the payroll service sends back is.
 */
export const decideVariable = mutation<Decision, undefined>({
  access: 'pay.decide',
  async run(tx, ctx, decision) {
    const { month, contractId, kind, grossCents } = decision
    await aloneOnMonth(tx, ctx, month)
    const lines = await variableLines(tx, ctx.cooperativeId, month)
    const line = found(lines.find((one) => one.contractId === contractId))
    const before = kind === 'advance' ? line.advanceCents : (line.balance?.grossCents ?? null)
    if ((before ?? ZERO) === grossCents) return { value: undefined, audit: 'unchanged' }
    if (grossCents > ZERO) await refuse(tx, ctx, decision, line, lines)
    await sql`
      insert into terreau.pay_decision (cooperative_id, contract_id, month, kind, version, gross_cents,
             decided_at, decided_by)
      select ${ctx.cooperativeId}::uuid, ${contractId}::uuid, ${month}, ${kind},
             (select count(*) + 1 from terreau.pay_decision d where d.cooperative_id = ${ctx.cooperativeId}
                 and d.month = ${month} and d.contract_id = ${contractId} and d.kind = ${kind}),
             ${grossCents}::bigint, ${ctx.now}::timestamptz, ${userIdOf(ctx)}::uuid`.execute(tx)
    const entity = { kind: 'contract', id: contractId }
    return {
      value: undefined,
      audit: [
        {
          action: 'pay.decided',
          entity,
          before: { grossCents: before },
          after: { month, kind, grossCents },
        },
      ],
    }
  },
})

async function refuse(
  tx: Tx,
  ctx: Context,
  { month, kind, grossCents }: Decision,
  line: VariableLine,
  lines: readonly VariableLine[],
): Promise<void> {
  if (kind === 'balance') {
    const { balance } = line
    if (balance === null) throw new ProblemError('balance-not-due')
    // The gross alone is below its cost: above what is left it is certainly too much.
    if (grossCents > balance.budgetCents)
      throw new ProblemError('balance-above-left', {
        left: formatCents(balance.budgetCents, ctx.locale),
      })
    return
  }
  if (line.hasEnded) throw new ProblemError('balance-not-due')
  const owed = (await payLines(tx, ctx.cooperativeId, month)).filter(
    (one) => one.activityId === line.activityId,
  )
  // What was paid has left the account already: neither it nor its advance is set apart once more.
  const unpaid = owed.filter((one) => !one.isPaid)
  const others = lines.filter(
    (one) => one !== line && unpaid.some(({ contractId }) => contractId === one.contractId),
  )
  const availableCents = owed[0]?.availableCents ?? ZERO
  const owedCents = sumCents(unpaid.map((one) => one.fixedPartCents ?? ZERO))
  const elsewhere = await advancesOfOtherMonths(tx, ctx, { activityId: line.activityId, month })
  const othersCents = sumCents([elsewhere, ...others.map((one) => one.advanceCents ?? ZERO)])
  if (isAdvanceCovered({ availableCents, owedCents, othersCents, advanceCents: grossCents })) return
  const most = maxCents(ZERO, cents(availableCents - owedCents - othersCents))
  throw new ProblemError('advance-above-account', {
    most: formatCents(most, ctx.locale),
  })
}

/** Advances of the activity in other open months, which no slip has paid yet: they wait for the same money. */
async function advancesOfOtherMonths(
  tx: Tx,
  { cooperativeId }: Context,
  { activityId, month }: { activityId: string; month: YearMonth },
): Promise<Cents> {
  const open = await firstOpenMonth(tx, cooperativeId)
  const { rows } = await sql<{ sum: bigint }>`
    select coalesce(sum(d.gross_cents), 0)::bigint as sum
      from (select distinct on (x.contract_id, x.month) x.contract_id, x.month, x.gross_cents
              from terreau.pay_decision x
              join terreau.contract c on c.cooperative_id = x.cooperative_id and c.id = x.contract_id
             where x.cooperative_id = ${cooperativeId} and c.activity_id = ${activityId}
               and x.kind = 'advance' and x.month >= ${open} and x.month <> ${month}
             order by x.contract_id, x.month, x.version desc) d
     where not exists (select 1 from terreau.standing_pay_slip s
             where s.cooperative_id = ${cooperativeId} and s.contract_id = d.contract_id and s.month = d.month)`.execute(
    tx,
  )
  return cents(rows[0]?.sum ?? ZERO)
}
