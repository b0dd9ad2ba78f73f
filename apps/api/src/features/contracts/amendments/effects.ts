import { spansYear } from '@terreau/domain/contributions/scheme'
import { addDays, type LocalDate } from '@terreau/domain/time/local-date'
import {
  firstDay,
  monthOf,
  type YearMonth,
  yearMonth,
  yearOf,
} from '@terreau/domain/time/year-month'
import type { amendmentsEndpoints } from '@terreau/protocol/amendments'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { lastClosedDay } from '../../settings/index.ts'
import { schemes } from '../schemes.ts'
import type { AmendmentRow } from './amendment-row.ts'

type Effects = HandlerOutput<(typeof amendmentsEndpoints)[3]>['effects']

/**
 * What an amendment that both would sign changes in months that were dealt with already: said before anybody
 * signs. What was accepted or paid never changes by itself.
 */
export async function amendmentEffects(
  tx: Tx,
  ctx: Context,
  amendment: AmendmentRow,
): Promise<Effects> {
  if (amendment.state === 'active' || amendment.state === 'cancelled') return null
  const closedUntil = await lastClosedDay(tx, ctx.cooperativeId)
  const again = amendment.schemeId === null ? [] : await acceptedOtherwise(tx, ctx, amendment)
  const changesPay = amendment.changes.fixedPartCents !== undefined
  return {
    openFrom:
      closedUntil !== null && amendment.effectiveOn <= closedUntil ? addDays(closedUntil, 1) : null,
    again: again.map(({ month, declarationId, was, now }) => ({
      month: yearMonth(month),
      declarationId,
      was,
      now,
    })),
    settled: await settledWith(tx, ctx, { amendment, again, closedUntil }),
    paid: changesPay ? await paidMonths(tx, ctx, amendment) : [],
    exported: changesPay ? await exportedMonths(tx, ctx, amendment) : [],
  }
}

interface Again {
  month: string
  declarationId: string
  was: string
  now: string
  wasId: string
  nowId: string
}

/** Months accepted under another decision than the one that would hold. */
async function acceptedOtherwise(tx: Tx, ctx: Context, amendment: AmendmentRow): Promise<Again[]> {
  const { rows } = await sql<Again>`
    select a.concerns_month as month, a.declaration_id, was.code as was, now.code as now,
           was.id as was_id, now.id as now_id
      from terreau.declaration d
      join terreau.standing_acceptance a on a.cooperative_id = d.cooperative_id and a.declaration_id = d.id
      join terreau.contribution_scheme was on was.cooperative_id = a.cooperative_id and was.id = a.scheme_id
      join terreau.contribution_scheme now on now.cooperative_id = a.cooperative_id
       and now.id = terreau.scheme_in_month(a.cooperative_id,
             (select x.scheme_id from terreau.contract_amendment x
               where x.cooperative_id = a.cooperative_id and x.contract_id = d.contract_id
                 and (x.state = 'active' or x.id = ${amendment.id}) and x.scheme_id is not null
                 and x.effective_on < ((a.concerns_month || '-01')::date + interval '1 month')::date
               order by x.effective_on desc, x.n desc limit 1), a.concerns_month)
     where d.cooperative_id = ${ctx.cooperativeId} and d.contract_id = ${amendment.contractId}
       and a.concerns_month >= ${monthOf(amendment.effectiveOn)} and now.id <> was.id
     order by a.concerns_month, d.sequence`.execute(tx)
  return rows
}

/** Other accepted months of the same years, where a rule counts on the whole year: they follow in one act. */
async function settledWith(
  tx: Tx,
  ctx: Context,
  of: { amendment: AmendmentRow; again: readonly Again[]; closedUntil: LocalDate | null },
): Promise<{ month: YearMonth; isClosed: boolean }[]> {
  const { amendment, again, closedUntil } = of
  const ids = new Set(again.flatMap(({ wasId, nowId }) => [wasId, nowId]))
  const rules = (await schemes(tx, ctx)).filter(({ id }) => ids.has(id))
  if (!rules.some(({ scheme }) => spansYear(scheme))) return []
  const years = [...new Set(again.map(({ month }) => yearOf(yearMonth(month))))]
  const { rows } = await sql<{ month: string }>`
    select distinct d.concerns_month as month
      from terreau.contract c
      join terreau.declaration d on d.cooperative_id = c.cooperative_id and d.activity_id = c.activity_id
       and d.person_id = c.person_id
      join terreau.standing_acceptance a on a.cooperative_id = d.cooperative_id and a.declaration_id = d.id
     where c.cooperative_id = ${ctx.cooperativeId} and c.id = ${amendment.contractId}
       and left(d.concerns_month, 4)::integer = any(${years})
       and d.id <> all(${again.map(({ declarationId }) => declarationId)}::uuid[])
     order by 1`.execute(tx)
  return rows.map((row) => {
    const month = yearMonth(row.month)
    return { month, isClosed: closedUntil !== null && firstDay(month) <= closedUntil }
  })
}

/** Months whose slip came back with the former fixed part. */
async function paidMonths(tx: Tx, ctx: Context, amendment: AmendmentRow): Promise<YearMonth[]> {
  const { rows } = await sql<{ month: string }>`
    select distinct s.month from terreau.standing_pay_slip s
     where s.cooperative_id = ${ctx.cooperativeId} and s.contract_id = ${amendment.contractId}
       and s.month >= ${monthOf(amendment.effectiveOn)}
     order by 1`.execute(tx)
  return rows.map(({ month }) => yearMonth(month))
}

/** Months whose pay variables left with the former fixed part, and no slip came back yet. */
async function exportedMonths(tx: Tx, ctx: Context, amendment: AmendmentRow): Promise<YearMonth[]> {
  const { rows } = await sql<{ month: string }>`
    select distinct e.month from terreau.pay_export e
     where e.cooperative_id = ${ctx.cooperativeId} and e.month >= ${monthOf(amendment.effectiveOn)}
       and not exists (select from terreau.standing_pay_slip s
                        where s.cooperative_id = e.cooperative_id and s.month = e.month
                          and s.contract_id = ${amendment.contractId})
     order by 1`.execute(tx)
  return rows.map(({ month }) => yearMonth(month))
}
