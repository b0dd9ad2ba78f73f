import { createHash, randomUUID } from 'node:crypto'
import type { YearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import { type Context, userIdOf } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { FileAnswer } from '../../platform/http/mount.ts'
import { mutation } from '../../platform/mutation.ts'
import { csvFile } from '../../platform/tables/write-csv.ts'
import { XLSX_TYPE, xlsxBytes } from '../../platform/tables/write-xlsx.ts'
import { factsOfMonth, requireExport } from './export-by-two.ts'
import { payLines } from './pay-lines.ts'
import { variableLines } from './variable-lines.ts'
import { variableRows } from './variables.ts'

/**
 * The pay variables leave as a file; who took it, when, and its fingerprint stay. Whoever takes out again what they
 * have already gets the same bytes, under the record of the first time; the journal tells of each time.
 */
export const exportVariables = mutation<{ month: YearMonth; format: 'csv' | 'xlsx' }, FileAnswer>({
  access: 'pay-variables.export',
  async run(tx, ctx, { month, format }) {
    await requireExport(tx, ctx, month)
    const fixed = await payLines(tx, ctx.cooperativeId, month)
    const variable = await variableLines(tx, ctx.cooperativeId, month)
    const rows = variableRows({ fixed, variable }, month, ctx.locale)
    const of = { month, format, fileName: `paie-${month}.${format}` }
    const before = await lastExport(tx, ctx, of)
    const again = before && (await fileOf(rows, { ...of, madeAt: before.exportedAt }))
    const isSame =
      before !== undefined && again !== undefined && hashOf(again).equals(before.contentSha256)
    const value = isSame ? again : await fileOf(rows, { ...of, madeAt: ctx.now })
    const id = isSame ? before.id : randomUUID()
    const contentSha256 = hashOf(value)
    const made = { month, fileName: of.fileName, lines: rows.length - 1 }
    const after = { ...made, sha256: contentSha256.toString('hex') }
    const audit = [{ action: 'pay.exported', entity: { kind: 'pay_export', id }, after }] as const
    if (isSame) return { value, audit }
    await tx
      .insertInto('payExport')
      .values({
        cooperativeId: ctx.cooperativeId,
        id,
        ...made,
        contentSha256,
        facts: await factsOfMonth(tx, ctx, month),
        exportedAt: ctx.now,
        exportedBy: userIdOf(ctx),
      })
      .execute()
    return { value, audit }
  },
})

/** What the same person took out last; two requests at once wait for each other. */
async function lastExport(
  tx: Tx,
  ctx: Context,
  { month, fileName }: { month: YearMonth; fileName: string },
) {
  const userId = userIdOf(ctx)
  await sql`select pg_advisory_xact_lock(hashtextextended(${`pay export ${ctx.cooperativeId} ${month} ${userId}`}, 0))`.execute(
    tx,
  )
  return tx
    .selectFrom('payExport')
    .select(['id', 'contentSha256', 'exportedAt'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('month', '=', month)
    .where('exportedBy', '=', userId)
    .where('fileName', '=', fileName)
    .orderBy('exportedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** A workbook says when it was made. */
async function fileOf(
  rows: ReturnType<typeof variableRows>,
  of: { month: YearMonth; format: 'csv' | 'xlsx'; fileName: string; madeAt: Date },
): Promise<FileAnswer> {
  if (of.format === 'csv') return csvFile(of.fileName, rows)
  const bytes = await xlsxBytes(rows, { name: of.month, modified: of.madeAt })
  return { mediaType: XLSX_TYPE, fileName: of.fileName, bytes }
}

function hashOf({ bytes }: FileAnswer): Buffer {
  return createHash('sha256').update(bytes).digest()
}

/** The files of a month that left, the latest first. */
export async function exportedFiles(tx: Tx, ctx: Context, month: YearMonth) {
  const rows = await tx
    .selectFrom('payExport as e')
    .innerJoin('appUser as u', 'u.id', 'e.exportedBy')
    .select(['e.id', 'e.fileName', 'e.contentSha256', 'e.lines', 'e.facts', 'e.exportedAt'])
    .select('u.displayName as exportedBy')
    .where('e.cooperativeId', '=', ctx.cooperativeId)
    .where('e.month', '=', month)
    .orderBy('e.exportedAt', 'desc')
    .orderBy('e.id')
    .execute()
  if (rows.length === 0) return []
  const now = await factsOfMonth(tx, ctx, month)
  return rows.map(({ contentSha256, facts, exportedAt, ...row }) => ({
    ...row,
    sha256: contentSha256.toString('hex'),
    exportedAt: exportedAt.toISOString(),
    isCurrent: facts === now,
  }))
}
