import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { sealedFields } from '../../platform/sealing/sealed-fields.ts'
import { sealedNumberPlace } from './numbers.ts'
import { numberPlace } from './permits.ts'

interface Sealed {
  id: string
  kind: string
  value: string
}

/** Every sealed number of a file, opened. The caller answers for the look, or masks them at once. */
export async function sealedNumbersOf(tx: Tx, ctx: Context, personId: string) {
  const rows = await sealedRows(tx, ctx, personId)
  if (rows.length === 0) return []
  const fields = await sealedFields(tx, ctx)
  return rows.map(({ id, kind, value }) => ({
    kind,
    value: fields.open(value, kind === 'permit' ? numberPlace(id) : sealedNumberPlace(id)),
  }))
}

export async function hasSealedNumbers(tx: Tx, ctx: Context, personId: string): Promise<boolean> {
  return (await sealedRows(tx, ctx, personId)).length > 0
}

async function sealedRows(tx: Tx, ctx: Context, personId: string): Promise<Sealed[]> {
  const { rows } = await sql<Sealed>`
    with own (id) as (select terreau.file_ids(${ctx.cooperativeId}, ${personId}))
    select n.id, n.kind, n.value_sealed as value from terreau.sealed_number n
     where n.cooperative_id = ${ctx.cooperativeId} and n.person_id in (select id from own)
    union all
    select p.id, 'permit', p.number_sealed from terreau.permit p
     where p.cooperative_id = ${ctx.cooperativeId} and p.person_id in (select id from own)
       and p.number_sealed is not null
     order by kind, id`.execute(tx)
  return rows
}
