import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importMonth, readFolder } from '../src/features/imports/index.ts'
import { MONTH_FIXTURE } from './expected-month.ts'
import { queryAsOwner } from './query-as-owner.ts'
import { asCommand, type TestApp, type TestCooperative } from './test-app.ts'

const folders: string[] = []

/** A folder for one test, thrown away afterwards. */
export function newMonthFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'terreau-mois-'))
  folders.push(folder)
  return folder
}

/** A copy of the fixture with one file changed; bytes are latin1 text, so that any byte can be written. */
export function changedMonth(file: string, change: (text: string) => string | Buffer): string {
  const folder = newMonthFolder()
  cpSync(MONTH_FIXTURE, folder, { recursive: true })
  const path = join(folder, file)
  writeFileSync(path, change(readFileSync(path, 'utf8')))
  return folder
}

/** Throws the copies away. */
export function removeChangedMonths(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** What an import of a folder refuses, as 'file:line:column code'; the word of its outcome otherwise. */
export async function refusals(
  test: TestApp,
  coop: TestCooperative,
  folder: string,
): Promise<string[]> {
  const outcome = await asCommand(test, coop.id, (ctx) =>
    importMonth(ctx, { ...readFolder(folder), isDryRun: false }),
  )
  if (outcome.kind !== 'refused') return [outcome.kind]
  return outcome.refusals.map((one) => `${one.file}:${one.line}:${one.column} ${one.code}`)
}

/** How many rows an import may have written, table by table. */
export async function rowCounts(
  test: TestApp,
  coop: TestCooperative,
): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const table of [
    'person',
    'contract',
    'declaration',
    'posting',
    'contribution_scheme',
    'import',
    'membership',
    'exchange_rate',
    'cooperative_setting',
  ]) {
    const [row] = await queryAsOwner<{ n: string }>(
      test,
      `select count(*) as n from terreau.${table} where cooperative_id = $1`,
      [coop.id],
    )
    found[table] = Number(row?.n)
  }
  return found
}
