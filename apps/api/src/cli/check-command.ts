import { commandLineWords } from '@terreau/i18n/command-line'
import type { Command, Output } from './command.ts'
import { openForReading } from './open-for-command.ts'
import { readOptions } from './options.ts'
import { type CheckResult, runChecks } from './run-checks.ts'

const ROWS_SHOWN = 20

/** Verifies every invariant: exit code 1 as soon as one row is found. */
export const checkCommand: Command = {
  name: 'check',
  async run(call) {
    const { flags } = readOptions(call, { json: { type: 'boolean' } })
    const { out, locale } = call
    const words = commandLineWords(locale)
    const installation = await openForReading(call)
    try {
      if (installation.checkUrl === undefined) out.warn(words('check.perCooperative'))
      const results = await runChecks(installation)
      if (flags.has('json')) out.print(asJson(results))
      else printResults(results, { out, words })
      return results.some((result) => result.rows.length > 0) ? 1 : 0
    } finally {
      await installation.close()
    }
  },
}

function asJson(results: readonly CheckResult[]): string {
  const isHealthy = results.every((result) => result.rows.length === 0)
  return JSON.stringify({ isHealthy, checks: results }, null, 2)
}

function printResults(
  results: readonly CheckResult[],
  { out, words }: { out: Output; words: ReturnType<typeof commandLineWords> },
): void {
  for (const { name, title, rows } of results) {
    const key = rows.length === 0 ? 'check.healthy' : 'check.broken'
    out.print(words(key, { name: name.padEnd(32), title }))
    if (rows.length === 0) continue
    out.print(words('check.rows', { count: rows.length }))
    for (const row of rows.slice(0, ROWS_SHOWN)) out.print(`           ${JSON.stringify(row)}`)
    if (rows.length > ROWS_SHOWN) out.print('           …')
  }
  const broken = results.filter((result) => result.rows.length > 0).length
  out.print(words('check.summary', { count: results.length, broken }))
}
