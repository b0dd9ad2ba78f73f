import { createHash, randomUUID } from 'node:crypto'
import type { YearMonth } from '@terreau/domain/time/year-month'
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

/** The pay variables leave as a file; who took it, when, and its fingerprint stay. */
export const exportVariables = mutation<{ month: YearMonth; format: 'csv' | 'xlsx' }, FileAnswer>({
  access: 'pay-variables.export',
  async run(tx, ctx, { month, format }) {
    await requireExport(tx, ctx, month)
    const fixed = await payLines(tx, ctx.cooperativeId, month)
    const variable = await variableLines(tx, ctx.cooperativeId, month)
    const rows = variableRows({ fixed, variable }, month, ctx.locale)
    const value = await fileOf(ctx, rows, { month, format })
    const id = randomUUID()
    const contentSha256 = createHash('sha256').update(value.bytes).digest()
    const made = { month, fileName: value.fileName, lines: rows.length - 1 }
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
    const after = { ...made, sha256: contentSha256.toString('hex') }
    return {
      value,
      audit: [{ action: 'pay.exported', entity: { kind: 'pay_export', id }, after }],
    }
  },
})

async function fileOf(
  ctx: Context,
  rows: ReturnType<typeof variableRows>,
  { month, format }: { month: YearMonth; format: 'csv' | 'xlsx' },
): Promise<FileAnswer> {
  const fileName = `paie-${month}.${format}`
  if (format === 'csv') return csvFile(fileName, rows)
  const bytes = await xlsxBytes(rows, { name: month, modified: ctx.now })
  return { mediaType: XLSX_TYPE, fileName, bytes }
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
