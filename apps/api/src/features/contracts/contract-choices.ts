import { localDate } from '@terreau/domain/time/local-date'
import type { contractsEndpoints } from '@terreau/protocol/contracts'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds } from '../../platform/own-person.ts'
import { found } from '../../platform/problem-error.ts'
import { schemeView, settingOn } from '../settings/index.ts'
import { contractTermsOn } from './amendments/terms-in-force.ts'
import { schemes } from './schemes.ts'
import { readTerms } from './terms.ts'

/** Where most cooperatives set the declaration; a contract writes its own day. */
const DEFAULT_DUE_DAY = 5
const LAST_DUE_DAY = 28

type Choices = HandlerOutput<(typeof contractsEndpoints)[0]>
type Previous = NonNullable<Choices['activities'][number]['previous']>

/** What the form of a new contract offers. */
export async function contractChoices(tx: Tx, ctx: Context, personId: string): Promise<Choices> {
  const person = await tx
    .selectFrom('person as p')
    .leftJoin('appUser as u', 'u.id', 'p.adviserUserId')
    .select(['p.id', 'p.familyName', 'p.givenName', 'u.displayName as referent'])
    .where('p.cooperativeId', '=', ctx.cooperativeId)
    .where('p.id', '=', personId)
    .where('p.archivedAt', 'is', null)
    .executeTakeFirst()
  const dueDay = await settingOn(tx, ctx.cooperativeId, 'declaration_deadline_day', ctx.today)
  return {
    person: found(person),
    activities: await activityChoices(tx, ctx, personId),
    schemes: (await schemes(tx, ctx)).map(({ id, scheme }) => ({ id, ...schemeView(scheme) })),
    declarationDueDay: Math.min(Number(dueDay ?? DEFAULT_DUE_DAY), LAST_DUE_DAY),
  }
}

type StoredPrevious = Omit<Previous, 'terms' | 'amendedMeans'> & { terms: unknown }

async function activityChoices(
  tx: Tx,
  ctx: Context,
  personId: string,
): Promise<Choices['activities']> {
  const { rows } = await sql<{ id: string; name: string; previous: StoredPrevious | null }>`
    select a.id, a.name, (
        select jsonb_build_object('id', c.id, 'number', c.number, 'sequence', c.sequence,
                 'startsOn', c.starts_on, 'endsOn', c.ends_on, 'schemeId', c.scheme_id, 'terms', c.terms,
                 'referent', (select u.display_name from terreau.referent r
                    join terreau.app_user u on u.id = r.adviser_user_id
                   where r.cooperative_id = c.cooperative_id and r.person_id = ${personId}
                     and r.from_on <= c.starts_on order by r.n desc limit 1))
          from terreau.contract c
         where c.cooperative_id = m.cooperative_id and c.person_id in ${fileIds(ctx.cooperativeId, personId)}
           and c.activity_id = m.activity_id and c.kind = 'CAPE' and c.state <> 'cancelled'
         order by c.starts_on desc limit 1) as previous
      from terreau.activity_member m
      join terreau.activity a on a.cooperative_id = m.cooperative_id and a.id = m.activity_id
     where m.cooperative_id = ${ctx.cooperativeId} and m.person_id in ${fileIds(ctx.cooperativeId, personId)} and a.archived_at is null
     order by a.created_at, a.id`.execute(tx)
  const choices: Choices['activities'] = []
  for (const { previous, ...row } of rows)
    choices.push({ ...row, previous: previous && (await asItEnds(tx, ctx, previous)) })
  return choices
}

/** What a contract says on its last day, after its amendments: that is what its renewal takes up. */
async function asItEnds(tx: Tx, ctx: Context, previous: StoredPrevious): Promise<Previous> {
  const contract = { ...previous, kind: 'CAPE' } as const
  const on = localDate(previous.endsOn)
  const inForce = await contractTermsOn(tx, ctx.cooperativeId, contract, { on })
  const original = await contractTermsOn(tx, ctx.cooperativeId, contract, { on, before: 0 })
  const { means } = inForce.terms
  return {
    ...previous,
    schemeId: inForce.schemeId,
    amendedMeans: means === original.terms.means ? null : means,
    terms: readTerms(previous.terms),
  }
}
