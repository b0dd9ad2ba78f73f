import type { BatchKind } from '@terreau/domain/attestations/kinds'
import { sendingOf } from '@terreau/domain/attestations/sending'
import { foldForSearch } from '@terreau/domain/names/normalise'
import type { YearMonth } from '@terreau/domain/time/year-month'
import { MOST_IN_BATCH } from '@terreau/protocol/attestation-batches'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { gatherFactsOf } from '../gather-facts.ts'

interface Choice {
  kind: BatchKind
  months?: readonly YearMonth[] | undefined
  group: 'cape' | 'cesa' | 'all'
  q?: string | undefined
}

/** Who could get a certificate now, and what is missing for the others, by name. */
export async function preflight(tx: Tx, ctx: Context, choice: Choice) {
  const people = await chosenPeople(tx, ctx, choice)
  const shown = people.slice(0, MOST_IN_BATCH)
  const gathered = await gatherFactsOf(tx, ctx, {
    kind: choice.kind,
    months: choice.months ?? [],
    isProvisional: false,
    personIds: shown.map(({ id }) => id),
  })
  return {
    people: shown.flatMap(({ id }) => {
      const facts = gathered.get(id)
      if (facts === undefined) return []
      const { parties, content, missing } = facts
      const isReady = content !== null
      const sending = sendingOf(parties.reach)
      return [{ personId: id, name: parties.person.fullName, isReady, sending, missing }]
    }),
    isCut: people.length > MOST_IN_BATCH,
  }
}

async function chosenPeople(tx: Tx, ctx: Context, { group, q }: Choice): Promise<{ id: string }[]> {
  const words = foldForSearch(q ?? '')
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`)
  const kinds = group === 'all' ? ['CAPE', 'CESA'] : [group.toUpperCase()]
  const { rows } = await sql<{ id: string }>`
    select p.id from terreau.person p
     where p.cooperative_id = ${ctx.cooperativeId} and p.merged_into_id is null and p.erased_n is null
       and p.search_name like all(${words}::text[])
       and exists (select 1 from terreau.contract c
             where c.cooperative_id = p.cooperative_id and c.person_id = p.id and c.state = 'active'
               and c.kind = any(${kinds}::text[])
               and (${group} = 'all' or (c.starts_on <= ${ctx.today} and c.last_on >= ${ctx.today})))
     order by p.search_name, p.id limit ${MOST_IN_BATCH + 1}`.execute(tx)
  return rows
}
