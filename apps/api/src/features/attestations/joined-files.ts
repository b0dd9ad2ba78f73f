import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

/** By the file that is kept: itself, then those joined to it, whose rows stay under the file they were written in. */
export type JoinedFiles = ReadonlyMap<string, readonly string[]>

export async function joinedFiles(
  tx: Tx,
  cooperativeId: string,
  personIds: readonly string[],
): Promise<JoinedFiles> {
  const { rows } = await sql<{ keptId: string; id: string }>`
    select coalesce(p.merged_into_id, p.id) as kept_id, p.id from terreau.person p
     where p.cooperative_id = ${cooperativeId}
       and (p.id = any(${[...personIds]}::uuid[]) or p.merged_into_id = any(${[...personIds]}::uuid[]))
     order by p.merged_into_id is not null, p.id`.execute(tx)
  return new Map(
    [...Map.groupBy(rows, (row) => row.keptId)].map(([keptId, files]) => [
      keptId,
      files.map(({ id }) => id),
    ]),
  )
}

/** The rows of a person, under all of their files, in the order that `compare` gives. */
export function rowsOfFile<Row>(
  files: JoinedFiles,
  rows: ReadonlyMap<string, readonly Row[]>,
  compare: (left: Row, right: Row) => number,
): (personId: string) => Row[] {
  return (personId) => {
    const found = (files.get(personId) ?? []).map((id) => rows.get(id) ?? [])
    const [first, ...others] = found.filter((some) => some.length > 0)
    return others.length === 0 ? [...(first ?? [])] : found.flat().sort(compare)
  }
}
