import { type Cents, cents } from '@terreau/domain/money/cents'
import { fullName } from '@terreau/domain/names/full-name'
import type { PayableContract } from '@terreau/domain/pay/paid-contract'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { lastDay, type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/transaction.ts'

/** A CESA that may be paid, with the person and the activity that bears the cost. */
export interface PayContract extends PayableContract {
  personId: string
  personName: string
  activityId: string
  activityName: string
}

/** Every CESA that had begun by the end of the month: those that ended stay payable. */
export async function payContracts(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<PayContract[]> {
  const { rows } = await sql<
    Omit<PayContract, 'startsOn' | 'endsOn' | 'personName'> & {
      startsOn: string
      endsOn: string | null
    }
  >`
    select c.id as contract_id, c.number as contract_number, c.person_id,
           coalesce(p.merged_into_id, p.id)::text as person_key, p.reference, p.family_name, p.given_name,
           c.activity_id, a.name as activity_name, c.starts_on, c.ends_on
      from terreau.contract c
      join terreau.person p on p.cooperative_id = c.cooperative_id and p.id = c.person_id
      join terreau.activity a on a.cooperative_id = c.cooperative_id and a.id = c.activity_id
     where c.cooperative_id = ${cooperativeId} and c.kind = 'CESA' and c.state = 'active'
       and c.starts_on <= ${lastDay(month)}
     order by p.search_name collate "C", c.number`.execute(tx)
  return rows.map((row) => ({
    ...row,
    personName: fullName(row),
    startsOn: localDate(row.startsOn),
    endsOn: row.endsOn === null ? null : localDate(row.endsOn),
  }))
}

export interface SlipAmounts {
  paidOn: LocalDate
  grossCents: Cents
  netCents: Cents
  netSocialCents: Cents
  employerCostCents: Cents
}

export interface StandingSlip extends SlipAmounts {
  id: string
  importId: string
  contractId: string
  personId: string
  activityId: string
  month: YearMonth
  slipNumber: string
}

/** The slips of a month that were not withdrawn. */
export async function standingSlips(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<StandingSlip[]> {
  const rows = await tx
    .selectFrom('standingPaySlip')
    .selectAll()
    .where('cooperativeId', '=', cooperativeId)
    .where('month', '=', month)
    .orderBy('contractId')
    .orderBy('slipNumber')
    .orderBy('id')
    .execute()
  return rows.map(toSlip)
}

interface SlipRow {
  id: string | null
  importId: string | null
  contractId: string | null
  personId: string | null
  activityId: string | null
  month: string | null
  slipNumber: string | null
  paidOn: string | null
  grossCents: bigint | null
  netCents: bigint | null
  netSocialCents: bigint | null
  employerCostCents: bigint | null
}

/** PostgreSQL does not know that the columns of a view are never null; those of the table are not. */
export function toSlip(row: SlipRow): StandingSlip {
  return {
    id: row.id ?? '',
    importId: row.importId ?? '',
    contractId: row.contractId ?? '',
    personId: row.personId ?? '',
    activityId: row.activityId ?? '',
    month: yearMonth(row.month ?? ''),
    slipNumber: row.slipNumber ?? '',
    paidOn: localDate(row.paidOn ?? ''),
    grossCents: cents(row.grossCents ?? 0n),
    netCents: cents(row.netCents ?? 0n),
    netSocialCents: cents(row.netSocialCents ?? 0n),
    employerCostCents: cents(row.employerCostCents ?? 0n),
  }
}
