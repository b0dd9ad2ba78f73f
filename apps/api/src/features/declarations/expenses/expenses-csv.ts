import { EXPENSE_CATEGORY_BY_FRENCH_CODE } from '@terreau/domain/expenses/vat-recovery'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { FileAnswer } from '../../../platform/http/mount.ts'
import { found } from '../../../platform/problem-error.ts'
import { csvFile } from '../../../platform/tables/write-csv.ts'
import { type ExpenseRow, expenseRows } from './expense-rows.ts'

const HEADERS = {
  fr: ['mois', 'référence', 'personne', 'activité', 'date', 'nature', 'détail', 'montant'],
  en: ['month', 'reference', 'person', 'activity', 'date', 'kind', 'detail', 'amount'],
}
const FRENCH_CODES = new Map(
  Object.entries(EXPENSE_CATEGORY_BY_FRENCH_CODE).map(([code, category]) => [category, code]),
)

/** A file of what is to be paid back, with the amounts of the day it was made. */
export async function expensesCsv(tx: Tx, ctx: Context, exportId: string): Promise<FileAnswer> {
  const inFile = sql`select f.declaration_id, f.line_id from terreau.expense_act f
    where f.cooperative_id = ${ctx.cooperativeId} and f.export_id = ${exportId}`
  const rows = await expenseRows(tx, ctx.cooperativeId, {
    declarations: sql`d.id in (select x.declaration_id from (${inFile}) x)`,
    lines: sql`(s.declaration_id, s.line_id) in (${inFile})`,
    limit: 100_000,
  })
  const madeOn = found(rows[0]?.exportAct).on
  const lines = rows.map((row) => [
    row.month,
    row.personReference,
    row.personName,
    row.activityName,
    row.spentOn ?? '',
    natureOf(row, ctx.locale),
    row.label,
    BigInt(row.exportAct?.cents ?? '0'),
  ])
  const name = ctx.locale === 'en' ? 'expenses' : 'frais'
  return csvFile(`${name}-${madeOn}.csv`, [HEADERS[ctx.locale], ...lines])
}

function natureOf({ category }: ExpenseRow, locale: 'fr' | 'en'): string {
  if (category === null) return locale === 'en' ? 'mileage' : 'kilometres'
  return locale === 'en' ? category : (FRENCH_CODES.get(category) ?? category)
}
