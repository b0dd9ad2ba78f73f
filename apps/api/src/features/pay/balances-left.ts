import { ownPart } from '@terreau/domain/activities/own-part'
import { type Cents, cents, maxCents, ZERO } from '@terreau/domain/money/cents'
import { balanceBudgets, balanceContract } from '@terreau/domain/pay/variable-part'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { nextMonth, type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import { sharesHistories } from '../ledger/index.ts'

interface Concerned {
  contractId: string
  personId: string
  activityId: string
  startsOn: LocalDate
  /** The financial year whose balance is due; null when there is none. */
  year: { lastMonth: YearMonth } | null
}

/**
 * What each contract is owed of what its activity kept at the end of the year that was approved, less what
 * was already decided. Shared as the account itself is, month by month (C. trav. R7331-6).
 */
export async function balancesLeft(
  tx: Tx,
  cooperativeId: string,
  contracts: readonly Concerned[],
): Promise<(contractId: string, decidedCents: Cents) => Cents> {
  const wanted = yearsOf(contracts)
  const changes = await changesUntil(tx, cooperativeId, wanted)
  const histories = await sharesHistories(
    tx,
    cooperativeId,
    wanted.map(({ activityId }) => activityId),
  )
  const budgets = new Map<string, Cents>()
  for (const { activityId, lastMonth } of wanted) {
    const months = changes.get(keyOf(activityId, lastMonth)) ?? []
    const history = histories.get(activityId) ?? []
    const people = new Set(history.flatMap(({ shares }) => shares.map((share) => share.personId)))
    const parts = [...people].map(
      (personId) => [personId, ownPart(months, history, personId)] as const,
    )
    for (const [personId, budget] of balanceBudgets(new Map(parts))) {
      const own = contracts.filter(
        (one) => one.activityId === activityId && one.personId === personId,
      )
      const payable = balanceContract(own, { lastMonth })
      if (payable?.year?.lastMonth === lastMonth) budgets.set(payable.contractId, budget)
    }
  }
  return (contractId, decided) => maxCents(ZERO, cents((budgets.get(contractId) ?? ZERO) - decided))
}

/** Each activity with each year that is due to one of its contracts. */
function yearsOf(contracts: readonly Concerned[]) {
  const years = new Map<string, { activityId: string; lastMonth: YearMonth }>()
  for (const { activityId, year } of contracts)
    if (year !== null) {
      const { lastMonth } = year
      years.set(keyOf(activityId, lastMonth), { activityId, lastMonth })
    }
  return [...years.values()]
}

/**
 * What the months of an activity added to a year and those before it, late corrections included. An opening
 * is what there was on the eve of its month.
 */
async function changesUntil(
  tx: Tx,
  cooperativeId: string,
  wanted: readonly { activityId: string; lastMonth: YearMonth }[],
): Promise<ReadonlyMap<string, { month: YearMonth; amountCents: Cents }[]>> {
  const asked = wanted.map((one) => ({ ...one, openingMonth: nextMonth(one.lastMonth) }))
  const { rows } = await sql<{
    activityId: string
    lastMonth: string
    month: string
    amount: bigint
  }>`
    select w."activityId" as activity_id, w."lastMonth" as last_month, p.month,
           (-sum(l.amount_cents))::bigint as amount
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
             as w("activityId" uuid, "lastMonth" text, "openingMonth" text)
      join terreau.account a on a.cooperative_id = ${cooperativeId} and a.activity_id = w."activityId"
      join terreau.ledger_line l on l.cooperative_id = a.cooperative_id and l.account_id = a.id
      join terreau.posting p on p.cooperative_id = l.cooperative_id and p.id = l.posting_id
     where p.concerns_month <= case a.kind when 'activity_opening' then w."openingMonth" else w."lastMonth" end
     group by 1, 2, 3 order by 1, 2, 3`.execute(tx)
  const changes = new Map<string, { month: YearMonth; amountCents: Cents }[]>()
  for (const { activityId, lastMonth, month, amount } of rows) {
    const key = keyOf(activityId, lastMonth)
    const known = changes.get(key) ?? []
    known.push({ month: yearMonth(month), amountCents: cents(amount) })
    changes.set(key, known)
  }
  return changes
}

function keyOf(activityId: string, lastMonth: string): string {
  return `${activityId} ${lastMonth}`
}
