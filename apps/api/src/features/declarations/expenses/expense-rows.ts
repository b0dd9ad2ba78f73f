import { type ExpenseCategory, isExpenseCategory } from '@terreau/domain/expenses/vat-recovery'
import { type Cents, cents } from '@terreau/domain/money/cents'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import type { EXPENSE_VIEWS } from '@terreau/protocol/expenses'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/transaction.ts'

export type ExpenseView = (typeof EXPENSE_VIEWS)[number]

/** One expense or trip, with the last act of each axis. */
export interface ExpenseRow {
  declarationId: string
  lineId: string
  kind: 'expense' | 'trip'
  personId: string
  personName: string
  personReference: string
  activityName: string
  month: YearMonth
  spentOn: LocalDate | null
  category: ExpenseCategory | null
  label: string
  amountCents: Cents
  receiptState: 'attached' | 'on_paper' | 'missing' | 'not_required'
  approvedBy: string | null
  approvedAt: Date | null
  receiptAct: Act | null
  paymentAct: Act | null
  exportAct: Act | null
}

interface Act {
  act: string
  on: string
  by: string
  /** As text: JSON numbers would lose cents. */
  cents: string
  reference: string
  exportId: string | null
}

/** Which lines: those of these declarations `d` that stand so `s`. */
interface Wanted {
  declarations: RawBuilder<boolean>
  lines: RawBuilder<boolean>
  limit: number
  offset?: number
}

/** Expenses and trips that are accepted, or that were paid while they were. */
export async function expenseRows(
  tx: Tx,
  cooperativeId: string,
  { declarations, lines, limit, offset = 0 }: Wanted,
): Promise<ExpenseRow[]> {
  const { rows } = await sql<Omit<ExpenseRow, 'month' | 'spentOn' | 'category'> & Texts>`
    with shown as (
      select s.*, terreau.full_name(p.given_name, p.family_name) as person_name, p.reference as person_reference,
             p.search_name
        from (${settledLines(cooperativeId, declarations)}) s
        join terreau.person p on p.cooperative_id = ${cooperativeId} and p.id = s.person_id
       where (s.accepted_at is not null or s.payment = 'paid') and ${lines}
       order by s.month desc, p.search_name collate "C", s.declaration_id, s.position
       limit ${limit} offset ${offset}
    )
    select s.declaration_id, s.line_id, s.kind, s.person_id, s.month, s.spent_on::text, s.category, s.label,
           s.amount_cents, s.receipt_state, s.accepted_at as approved_at, s.person_name,
           s.person_reference, act.name as activity_name,
           case when s.accepted_at is null then null else coalesce(u.display_name, s.accepted_by) end as approved_by,
           ${last(cooperativeId, 'receipt')} as receipt_act, ${last(cooperativeId, 'payment')} as payment_act,
           ${last(cooperativeId, 'export')} as export_act
      from shown s
      join terreau.activity act on act.cooperative_id = ${cooperativeId} and act.id = s.activity_id
      left join terreau.app_user u on u.id::text = s.accepted_by
     order by s.month desc, s.search_name collate "C", s.declaration_id, s.position`.execute(tx)
  return rows.map((row) => ({
    ...row,
    month: yearMonth(row.month),
    spentOn: row.spentOn === null ? null : localDate(row.spentOn),
    category: row.category !== null && isExpenseCategory(row.category) ? row.category : null,
    amountCents: cents(row.amountCents),
  }))
}

/** Lines of these declarations with who approved them, and where each stands: its own acts only are read. */
function settledLines(
  cooperativeId: string,
  declarations: RawBuilder<boolean>,
): RawBuilder<unknown> {
  return sql`
    select l.*, d.id as declaration_id, d.person_id, d.activity_id, d.month, a.accepted_by, a.accepted_at,
           coalesce(paid.act, 'unpaid') as payment, filed.is_exported
      from terreau.declaration d
     cross join lateral (
       select e.id as line_id, 'expense' as kind, e.spent_on, e.category, e.label,
              e.gross_cents as amount_cents, e.receipt_state, e.position
         from terreau.expense_line e where e.cooperative_id = ${cooperativeId} and e.declaration_id = d.id
        union all
       select t.id, 'trip', null::date, null::text, t.km || ' km, ' || t.reason,
              t.allowance_cents, 'not_required', 1000 + t.position
         from terreau.trip_line t where t.cooperative_id = ${cooperativeId} and t.declaration_id = d.id) l
      left join terreau.standing_acceptance a on a.cooperative_id = ${cooperativeId} and a.declaration_id = d.id
      left join lateral (
        select x.act from terreau.expense_act x
         where x.cooperative_id = ${cooperativeId} and x.declaration_id = d.id and x.line_id = l.line_id
           and x.axis = 'payment' order by x.n desc limit 1) paid on true
     cross join lateral (select exists (
        select from terreau.expense_act x
         where x.cooperative_id = ${cooperativeId} and x.declaration_id = d.id and x.line_id = l.line_id
           and x.axis = 'export') as is_exported) filed
     where d.cooperative_id = ${cooperativeId} and ${declarations}`
}

interface Texts {
  month: string
  spentOn: string | null
  category: string | null
}

/** Approved, owed something and not paid. */
export const IS_DUE = sql<boolean>`(s.accepted_at is not null and s.amount_cents > 0 and s.payment = 'unpaid')`
export const IS_PAID = sql<boolean>`(s.payment = 'paid')`
export const IS_NOT_EXPORTED = sql<boolean>`(not s.is_exported)`

/** The last act of an axis on a line. */
function last(cooperativeId: string, axis: 'receipt' | 'payment' | 'export'): RawBuilder<unknown> {
  return sql`(select jsonb_build_object('act', x.act, 'on', x.done_on, 'by', coalesce(w.display_name, ''),
      'cents', x.amount_cents::text, 'reference', x.reference, 'exportId', x.export_id)
    from terreau.expense_act x left join terreau.app_user w on w.id = x.done_by
   where x.cooperative_id = ${cooperativeId} and x.declaration_id = s.declaration_id
     and x.line_id = s.line_id and x.axis = ${axis} order by x.n desc limit 1)`
}
