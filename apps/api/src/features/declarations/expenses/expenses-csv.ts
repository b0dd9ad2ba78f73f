import { EXPENSE_CATEGORY_BY_FRENCH_CODE } from '@terreau/domain/expenses/vat-recovery'
import { stringify } from 'csv-stringify/sync'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { FileAnswer } from '../../../platform/http/mount.ts'
import { found } from '../../../platform/problem-error.ts'
import { type ExpenseRow, expenseRows } from './expense-rows.ts'

const HEADERS = {
  fr: ['mois', 'référence', 'personne', 'activité', 'date', 'nature', 'détail', 'montant'],
  en: ['month', 'reference', 'person', 'activity', 'date', 'kind', 'detail', 'amount'],
}
const FRENCH_CODES = new Map(
  Object.entries(EXPENSE_CATEGORY_BY_FRENCH_CODE).map(([code, category]) => [category, code]),
)

/**
 * A file of what is to be paid back, with the amounts of the day it was made: semicolons, UTF-8 with BOM,
 * decimal comma. What a spreadsheet would run as a formula is escaped; an amount is a number.
 */
export async function expensesCsv(tx: Tx, ctx: Context, exportId: string): Promise<FileAnswer> {
  const inFile = sql<boolean>`(s.declaration_id, s.line_id) in (
    select f.declaration_id, f.line_id from terreau.expense_act f
     where f.cooperative_id = ${ctx.cooperativeId} and f.export_id = ${exportId})`
  const { rows } = await expenseRows(tx, ctx.cooperativeId, inFile, { limit: 100_000 })
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
  const text = stringify([HEADERS[ctx.locale], ...lines], {
    delimiter: ';',
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: { bigint: (amount) => ({ value: decimal(amount), escape_formulas: false }) },
  })
  return {
    mediaType: 'text/csv; charset=utf-8',
    fileName: `${ctx.locale === 'en' ? 'expenses' : 'frais'}-${madeOn}.csv`,
    bytes: Buffer.from(text, 'utf8'),
  }
}

function natureOf({ category }: ExpenseRow, locale: 'fr' | 'en'): string {
  if (category === null) return locale === 'en' ? 'mileage' : 'kilometres'
  return locale === 'en' ? category : (FRENCH_CODES.get(category) ?? category)
}

/** 123456n prints 1234,56. */
function decimal(amountCents: bigint): string {
  const digits = amountCents.toString().padStart(3, '0')
  return `${digits.slice(0, -2)},${digits.slice(-2)}`
}
