import { addDays, type LocalDate, localDate } from '@terreau/domain/time/local-date'
import type { cesaEndpoints } from '@terreau/protocol/cesa'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { fileIds } from '../../../platform/own-person.ts'
import { found } from '../../../platform/problem-error.ts'
import { schemeView } from '../../settings/index.ts'
import { schemes } from '../schemes.ts'
import { cesaLimits } from './check-cesa.ts'

type Choices = HandlerOutput<(typeof cesaEndpoints)[0]>
type Activity = Choices['activities'][number]

/** What the form of a new CESA offers, with the limits of the law for the day asked. */
export async function cesaChoices(
  tx: Tx,
  ctx: Context,
  asked: { personId: string; startsOn: LocalDate | undefined },
): Promise<Choices> {
  const { personId } = asked
  const person = await tx
    .selectFrom('person')
    .select(['id', 'familyName', 'givenName'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', personId)
    .where('archivedAt', 'is', null)
    .executeTakeFirst()
  const known = found(person)
  const activities = await activitiesOf(tx, ctx, personId)
  const startsOn = asked.startsOn ?? firstStart(ctx, activities)
  return {
    person: known,
    activities,
    schemes: (await schemes(tx, ctx)).map(({ id, scheme }) => ({ id, ...schemeView(scheme) })),
    startsOn,
    ...(await cesaLimits(tx, ctx, { personId, startsOn, contractId: null })),
  }
}

/** The day after the CAPE, when that day is to come; else today. */
function firstStart(ctx: Context, activities: readonly Activity[]): LocalDate {
  const cape = activities[0]?.cape
  const after = cape ? addDays(cape.endsOn, 1) : ctx.today
  if (after > ctx.today) return after
  return ctx.today
}

async function activitiesOf(tx: Tx, ctx: Context, personId: string): Promise<Activity[]> {
  const { rows } = await sql<Activity>`
    select a.id, a.name, (
        select jsonb_build_object('id', c.id, 'number', c.number, 'endsOn', c.ends_on, 'schemeId', c.scheme_id)
          from terreau.contract c
         where c.cooperative_id = m.cooperative_id and c.person_id in ${fileIds(ctx.cooperativeId, personId)}
           and c.activity_id = m.activity_id and c.kind = 'CAPE' and c.state = 'active'
         order by c.starts_on desc limit 1) as cape
      from terreau.activity_member m
      join terreau.activity a on a.cooperative_id = m.cooperative_id and a.id = m.activity_id
     where m.cooperative_id = ${ctx.cooperativeId} and m.person_id in ${fileIds(ctx.cooperativeId, personId)} and a.archived_at is null
     order by a.created_at, a.id`.execute(tx)
  return rows.map(({ cape, ...row }) => ({
    ...row,
    cape: cape && { ...cape, endsOn: localDate(cape.endsOn) },
  }))
}
