import { type Cents, cents, ZERO } from '@terreau/domain/money/cents'
import { balanceBudgets, balanceDue } from '@terreau/domain/pay/variable-part'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { firstDay, lastDay, type YearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import { isConcerned } from '../clocks/index.ts'

/** The balance of a financial year that an assembly made due, while it is not paid. */
export interface Balance {
  assemblyOn: LocalDate
  dueOn: LocalDate
  /** Last month of the financial year. */
  lastMonth: YearMonth
  /** What is left of it on the account, employer contributions included. */
  budgetCents: Cents
  /** Gross that was decided; null before. */
  grossCents: Cents | null
}

/** The variable part of one CESA in a month: what was decided and what is due. */
export interface VariableLine {
  contractId: string
  contractNumber: string
  personId: string
  personReference: string
  familyName: string
  givenName: string
  activityId: string
  activityName: string
  /** Its CESA covers no day of the month: only a balance may still be paid (R7331-12). */
  hasEnded: boolean
  advanceCents: Cents | null
  balance: Balance | null
}

interface Row extends Omit<VariableLine, 'advanceCents' | 'balance'> {
  sharePermille: number
  assemblyOn: string | null
  advanceCents: bigint | null
  balanceCents: bigint | null
}

/** Every CESA of the month, and those that ended and wait for a balance, by family name. */
export async function variableLines(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<VariableLine[]> {
  const { rows } = await sql<Row>`
    with last_assembly as (
      select max(a.held_on) as held_on from terreau.approval_assembly a
       where a.cooperative_id = ${cooperativeId} and a.held_on <= ${lastDay(month)}),
    decided as (
      select distinct on (d.contract_id, d.kind) d.contract_id, d.kind, nullif(d.gross_cents, 0) as gross_cents
        from terreau.pay_decision d
       where d.cooperative_id = ${cooperativeId} and d.month = ${month}
       order by d.contract_id, d.kind, d.version desc),
    known as (
      select c.id as contract_id, c.number as contract_number, c.person_id, p.reference as person_reference,
             p.family_name, p.given_name, p.search_name, c.activity_id, t.name as activity_name,
             c.last_on < ${firstDay(month)} as has_ended,
             coalesce((select m.share_permille from terreau.activity_member m
                        where m.cooperative_id = c.cooperative_id and m.activity_id = c.activity_id
                          and m.person_id = c.person_id), 0) as share_permille,
             case when ${isConcerned(sql`(select held_on from last_assembly)`)}
                   and not exists (select 1 from terreau.variable_pay_settlement s
                         where s.cooperative_id = c.cooperative_id and s.contract_id = c.id
                           and s.assembly_on = (select held_on from last_assembly))
                  then (select held_on from last_assembly) end as assembly_on
        from terreau.contract c
        join terreau.person p on p.cooperative_id = c.cooperative_id and p.id = c.person_id
        join terreau.activity t on t.cooperative_id = c.cooperative_id and t.id = c.activity_id
       where c.cooperative_id = ${cooperativeId} and c.kind = 'CESA' and c.state = 'active'
         and c.starts_on <= ${lastDay(month)})
    select k.contract_id, k.contract_number, k.person_id, k.person_reference, k.family_name, k.given_name,
           k.activity_id, k.activity_name, k.has_ended, k.share_permille, k.assembly_on,
           a.gross_cents as advance_cents, b.gross_cents as balance_cents
      from known k
      left join decided a on a.contract_id = k.contract_id and a.kind = 'advance'
      left join decided b on b.contract_id = k.contract_id and b.kind = 'balance'
     where not k.has_ended or k.assembly_on is not null
     order by k.search_name collate "C", k.contract_number`.execute(tx)
  const budgets = await budgetsOf(tx, cooperativeId, month, rows)
  return rows.map(({ sharePermille: _, assemblyOn, advanceCents, balanceCents, ...row }) => {
    const assembly = assemblyOn === null ? null : localDate(assemblyOn)
    const due = assembly && balanceDue(assembly, month)
    return {
      ...row,
      advanceCents: advanceCents === null ? null : cents(advanceCents),
      balance: assembly &&
        due && {
          assemblyOn: assembly,
          ...due,
          budgetCents: budgets.get(row.contractId) ?? ZERO,
          grossCents: balanceCents === null ? null : cents(balanceCents),
        },
    }
  })
}

/** What each contract that waits gets of what its activity kept at the end of the year. */
async function budgetsOf(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, Cents>> {
  const waiting = rows.filter((row) => row.assemblyOn !== null)
  const [first] = waiting
  const due = first?.assemblyOn ? balanceDue(localDate(first.assemblyOn), month) : null
  if (due === null) return new Map()
  const ids = [...new Set(waiting.map((row) => row.activityId))]
  const { rows: left } = await sql<{ activityId: string; leftCents: bigint }>`
    select a.activity_id, (-sum(l.amount_cents))::bigint as left_cents
      from terreau.account a
      join terreau.ledger_line l on l.cooperative_id = a.cooperative_id and l.account_id = a.id
      join terreau.posting p on p.cooperative_id = l.cooperative_id and p.id = l.posting_id
     where a.cooperative_id = ${cooperativeId} and a.activity_id = any(${ids}::uuid[])
       and p.concerns_month <= ${due.lastMonth}
     group by a.activity_id`.execute(tx)
  const budgets = new Map<string, Cents>()
  for (const { activityId, leftCents } of left) {
    const ofActivity = waiting.filter((row) => row.activityId === activityId)
    const parts = balanceBudgets(
      cents(leftCents),
      ofActivity.map((row) => row.sharePermille),
    )
    for (const [index, row] of ofActivity.entries())
      budgets.set(row.contractId, parts[index] ?? ZERO)
  }
  return budgets
}
