import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const MONTH_FIXTURE = join(import.meta.dirname, 'fixtures/mois-2026-10')

/** The expected figures of the fixture, computed by another program: one record per person. */
export function expectedMonth(): Record<string, string>[] {
  const text = readFileSync(join(MONTH_FIXTURE, 'attendu.csv'), 'utf8').replace(/^\ufeff/, '')
  const [header = '', ...lines] = text.trim().split('\r\n')
  const names = header.split(';')
  return lines.map((line) => {
    const cells = line.split(';')
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']))
  })
}
