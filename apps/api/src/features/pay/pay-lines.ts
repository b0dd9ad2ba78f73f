import { cents } from '@terreau/domain/money/cents'
import { fixedPartState } from '@terreau/domain/pay/fixed-part'
import { localDate } from '@terreau/domain/time/local-date'
import { firstDay, lastDay, type YearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

interface Row {
  contractId: string
  contractNumber: string
  personId: string
  personReference: string
  familyName: string
  givenName: string
  activityId: string
  activityName: string
  startsOn: string
  endsOn: string | null
  fixedPartCents: bigint | null
  owedCents: bigint | null
  availableCents: bigint
  isPaid: boolean
  suspended: { from: string; to: string }[]
}

/**
 * Everybody whose CESA covers a day of the month: nobody is left out because an account is empty. The days of a
 * suspension are said, not counted: the payroll service knows what each of them changes.
 */
export async function payLines(tx: Tx, cooperativeId: string, month: YearMonth) {
  const { rows } = await sql<Row>`
    select f.contract_id, c.number as contract_number, f.person_id, p.reference as person_reference,
           p.family_name, p.given_name, f.activity_id, a.name as activity_name, f.starts_on, c.ends_on,
           f.fixed_part_cents, f.available_cents, x.is_paid, u.suspended,
           (sum(f.fixed_part_cents) filter (where not x.is_paid) over (partition by f.activity_id))::bigint as owed_cents
      from terreau.fixed_parts(${cooperativeId}, ${firstDay(month)}, ${lastDay(month)}) f
      join terreau.contract c on c.cooperative_id = ${cooperativeId} and c.id = f.contract_id
      join terreau.person p on p.cooperative_id = c.cooperative_id and p.id = f.person_id
      join terreau.activity a on a.cooperative_id = c.cooperative_id and a.id = f.activity_id
     cross join lateral (select exists (
       select 1 from terreau.standing_pay_slip s
        where s.cooperative_id = ${cooperativeId} and s.month = ${month}
          and s.contract_id = f.contract_id) as is_paid) x
     cross join lateral (
       select coalesce(jsonb_agg(jsonb_build_object(
                'from', greatest(s.starts_on, f.starts_on, ${firstDay(month)}::date),
                'to', least(s.ends_on, f.last_on, ${lastDay(month)}::date)) order by s.starts_on), '[]') as suspended
         from terreau.contract_suspension s
        where s.cooperative_id = ${cooperativeId} and s.contract_id = f.contract_id and s.cancelled_at is null
          and s.starts_on <= least(f.last_on, ${lastDay(month)}::date)
          and coalesce(s.ends_on, 'infinity') >= greatest(f.starts_on, ${firstDay(month)}::date)) u
     order by p.search_name collate "C", c.number`.execute(tx)
  return rows.map(({ startsOn, endsOn, owedCents, suspended, ...row }) => {
    const from = startsOn > firstDay(month) ? localDate(startsOn) : firstDay(month)
    const to = endsOn !== null && endsOn < lastDay(month) ? localDate(endsOn) : lastDay(month)
    const fixedPartCents = row.fixedPartCents === null ? null : cents(row.fixedPartCents)
    const availableCents = cents(row.availableCents)
    const owed = cents(owedCents ?? 0n)
    return {
      ...row,
      from,
      to,
      suspended: suspended.map((days) => ({ from: localDate(days.from), to: localDate(days.to) })),
      isWholeMonth: from === firstDay(month) && to === lastDay(month),
      fixedPartCents,
      availableCents,
      state: fixedPartState({
        isPaid: row.isPaid,
        fixedPartCents,
        owedCents: owed,
        availableCents,
      }),
    }
  })
}

export type PayLine = Awaited<ReturnType<typeof payLines>>[number]
