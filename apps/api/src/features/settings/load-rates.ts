import type { AuditEntry } from '../../platform/audit/actions.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import type { TableFile } from '../../platform/tables/read-table.ts'
import { writeRate } from './enter-exchange-rate.ts'
import { readRatesFile } from './read-rates-file.ts'

/** Loads a table of rates, the whole file or nothing. A rate that is there already, the same, is left alone. */
export const loadRates = mutation<{ file: TableFile }, { entered: number; unchanged: number }>({
  access: ['cooperative.settings', 'declaration.review'],
  async run(tx, ctx, { file }) {
    const { rates, problems } = readRatesFile(file.rows)
    if (problems.length > 0) throw new ProblemError('rates-file-refused', undefined, problems)
    const entries: AuditEntry[] = []
    const used: typeof problems = []
    for (const { line, ...rate } of rates) {
      const written = await writeRate(tx, ctx, rate)
      if (written === 'used') used.push({ pointer: `/lines/${line}`, code: 'rate-is-used' })
      else if (written !== 'same') entries.push(written)
    }
    if (used.length > 0) throw new ProblemError('rates-file-refused', undefined, used)
    const [first, ...rest] = entries
    const value = { entered: entries.length, unchanged: rates.length - entries.length }
    return { value, audit: first === undefined ? 'unchanged' : [first, ...rest] }
  },
})
