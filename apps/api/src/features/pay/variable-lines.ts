import { type Cents, cents } from '@terreau/domain/money/cents'
import { balanceDueOn } from '@terreau/domain/pay/variable-part'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { firstDay, lastDay, type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import { isConcerned } from '../clocks/index.ts'
import { balancesLeft } from './balances-left.ts'

/** The balance of a financial year that an assembly made due, while it is not paid. */
export interface Balance {
  assemblyOn: LocalDate
  dueOn: LocalDate
  /** First and last month of the financial year that it approved. */
  firstMonth: YearMonth
  lastMonth: YearMonth
  /** What is left of it on the account, employer contributions included. */
  budgetCents: Cents
  /** Gross that was decided in months before this one and is not written down as paid; taken off the budget. */
  decidedBeforeCents: Cents
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
  startsOn: string
  assemblyOn: string | null
  firstMonth: string | null
  lastMonth: string | null
  isSettled: boolean
  advanceCents: bigint | null
  balanceCents: bigint | null
  decidedBeforeCents: bigint
}

/** Every CESA of the month, and those that ended and wait for a balance, by family name. */
export async function variableLines(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<VariableLine[]> {
  const rows = await knownContracts(tx, cooperativeId, month)
  const known = rows.map((row) => ({
    ...row,
    startsOn: localDate(row.startsOn),
    year: yearOf(row, month),
  }))
  const left = await balancesLeft(tx, cooperativeId, known)
  const shown = known.filter((line) => !line.hasEnded || (line.year !== null && !line.isSettled))
  return shown.map((row) => {
    const { startsOn, isSettled, year, assemblyOn, firstMonth, lastMonth, ...shownRow } = row
    const { advanceCents, balanceCents, decidedBeforeCents, ...line } = shownRow
    const decidedBefore = cents(decidedBeforeCents)
    const balance = {
      budgetCents: left(row.contractId, decidedBefore),
      decidedBeforeCents: decidedBefore,
      grossCents: balanceCents === null ? null : cents(balanceCents),
    }
    return {
      ...line,
      advanceCents: advanceCents === null ? null : cents(advanceCents),
      balance: year === null || isSettled ? null : { ...year, ...balance },
    }
  })
}

/** The year whose balance is due in the month, and until when; null when none is. */
function yearOf({ assemblyOn, firstMonth, lastMonth }: Row, month: YearMonth) {
  if (assemblyOn === null || firstMonth === null || lastMonth === null) return null
  const held = localDate(assemblyOn)
  const dueOn = balanceDueOn(held, month)
  if (dueOn === null) return null
  const year = { firstMonth: yearMonth(firstMonth), lastMonth: yearMonth(lastMonth) }
  return { assemblyOn: held, dueOn, ...year }
}

/**
 * Every CESA that had begun and has not ended, or that an assembly concerns. The latest of these counts,
 * since what it makes due holds what was left of the years before; a contract that has ended keeps its own.
 */
async function knownContracts(tx: Tx, cooperativeId: string, month: YearMonth): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with decided as (
      select distinct on (d.contract_id, d.kind, d.month) d.contract_id, d.kind, d.month,
             nullif(d.gross_cents, 0) as gross_cents
        from terreau.pay_decision d
       where d.cooperative_id = ${cooperativeId} and d.month <= ${month}
         and (d.month = ${month} or d.kind = 'balance')
       order by d.contract_id, d.kind, d.month, d.version desc)
    select c.id as contract_id, c.number as contract_number, c.person_id, p.reference as person_reference,
           p.family_name, p.given_name, c.activity_id, t.name as activity_name, c.starts_on,
           c.last_on < ${firstDay(month)} as has_ended, y.held_on as assembly_on, y.first_month, y.last_month,
           exists (select 1 from terreau.variable_pay_settlement s
                    where s.cooperative_id = c.cooperative_id and s.contract_id = c.id
                      and s.assembly_on = y.held_on) as is_settled,
           a.gross_cents as advance_cents, b.gross_cents as balance_cents,
           coalesce((select sum(e.gross_cents) from decided e
                      where e.contract_id = c.id and e.kind = 'balance' and e.month < ${month}
                        and e.month >= to_char(y.held_on, 'YYYY-MM')), 0)::bigint as decided_before_cents
      from terreau.contract c
      join terreau.person p on p.cooperative_id = c.cooperative_id and p.id = c.person_id
      join terreau.activity t on t.cooperative_id = c.cooperative_id and t.id = c.activity_id
      left join lateral (
        select a.held_on, a.first_month, a.last_month from terreau.approval_assembly a
         where a.cooperative_id = c.cooperative_id and a.held_on <= ${lastDay(month)} and ${isConcerned}
         order by a.last_month desc, a.held_on desc limit 1) y on true
      left join decided a on a.contract_id = c.id and a.kind = 'advance'
      left join decided b on b.contract_id = c.id and b.kind = 'balance' and b.month = ${month}
     where c.cooperative_id = ${cooperativeId} and c.kind = 'CESA' and c.state = 'active'
       and c.starts_on <= ${lastDay(month)} and (c.last_on >= ${firstDay(month)} or y.held_on is not null)
     order by p.search_name collate "C", c.number`.execute(tx)
  return rows
}
