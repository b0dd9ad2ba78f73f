import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import type { ChangeReason } from '@terreau/domain/tutoring/hosts'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { type How, hostColumns } from './how-they-help.ts'
import { deciderId, refuseOwnHours } from './own-hours.ts'

interface Change extends How {
  relationId: string
  fromOn: LocalDate
  reason: ChangeReason
}

/**
 * Says from which day on a pair helps otherwise: paid instead of freely, in another structure, at another level.
 * Its sessions since then that are not approved follow. Approved ones keep what was approved: each is corrected,
 * confirmed and approved anew, and stands in the page of the pair until then.
 */
export const changeRelation = mutation({
  access: 'tutoring.approve',
  async run(tx, ctx, { relationId, fromOn, reason, ...how }: Change) {
    const relation = await lockStated(tx, ctx, relationId)
    refuseOwnHours(ctx, relation.tutorPersonId)
    if (fromOn > ctx.today) throw atFromOn('date-in-future')
    const columns = await hostColumns(tx, ctx, how)
    const version = await nextVersion(tx, ctx, relation)
    await insertWay(tx, ctx, { relationId, version, fromOn, reason, ...columns })
    const now = found(await wayOn(tx, ctx, { relationId, day: ctx.today }))
    await tx
      .updateTable('tutoringRelation')
      .set({ kind: now.kind, hostId: now.hostId, hostForm: now.hostForm, level: now.level })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', relationId)
      .execute()
    await moveOpenSessions(tx, ctx, { ...relation, relationId })
    const entity = { kind: 'tutoring-relation', id: relationId }
    const before = { kind: relation.kind, hostId: relation.hostId, level: relation.level }
    return {
      value: undefined,
      audit: [{ action: 'tutoring.changed', entity, before, after: { fromOn, reason, ...how } }],
    }
  },
})

async function lockStated(tx: Tx, ctx: Context, relationId: string) {
  const row = await tx
    .selectFrom('tutoringRelation')
    .select(['tutorPersonId', 'tuteePersonId', 'startedOn', 'kind', 'hostId', 'hostForm', 'level'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', relationId)
    .forUpdate()
    .executeTakeFirst()
  const { kind, ...relation } = found(row)
  // What was never said is said first, for all of its sessions.
  if (kind === null) throw new ProblemError('tutoring-act-not-allowed')
  return { ...relation, kind, relationId }
}

/** The number of the next wording; before the first change, what was so far is written down too. */
async function nextVersion(
  tx: Tx,
  ctx: Context,
  relation: Awaited<ReturnType<typeof lockStated>>,
): Promise<number> {
  const { relationId, startedOn, kind, hostId, hostForm, level } = relation
  const { last } = await tx
    .selectFrom('tutoringWay')
    .select(({ fn }) => fn.max('version').as('last'))
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('relationId', '=', relationId)
    .executeTakeFirstOrThrow()
  if (last !== null) return last + 1
  const first = { fromOn: localDate(startedOn), reason: 'first' as const }
  await insertWay(tx, ctx, { relationId, version: 1, ...first, kind, hostId, hostForm, level })
  return 2
}

async function insertWay(
  tx: Tx,
  ctx: Context,
  way: {
    relationId: string
    version: number
    fromOn: LocalDate
    reason: ChangeReason | 'first'
    kind: string
    hostId: string | null
    hostForm: string | null
    level: string
  },
): Promise<void> {
  await tx
    .insertInto('tutoringWay')
    .values({
      cooperativeId: ctx.cooperativeId,
      ...way,
      writtenAt: ctx.now,
      writtenBy: deciderId(ctx),
    })
    .execute()
}

async function wayOn(tx: Tx, ctx: Context, of: { relationId: string; day: LocalDate }) {
  const { rows } = await sql<{
    kind: string
    hostId: string | null
    hostForm: string | null
    level: string
  }>`select w.kind, w.host_id, w.host_form, w.level
      from terreau.way_on(${ctx.cooperativeId}, ${of.relationId}, ${of.day}) w`.execute(tx)
  return rows[0]
}

/** Sessions with this person alone; those of a group are of several pairs, and follow a correction. */
async function moveOpenSessions(
  tx: Tx,
  ctx: Context,
  of: { relationId: string; tutorPersonId: string; tuteePersonId: string },
): Promise<void> {
  await sql`update terreau.tutoring_session s set kind = w.kind, host_id = w.host_id, level = w.level
      from terreau.tutoring_session o
      join terreau.tutoring_part p on p.cooperative_id = o.cooperative_id and p.session_id = o.id
      cross join lateral terreau.way_on(o.cooperative_id, ${of.relationId}, o.held_on) w
     where o.cooperative_id = ${ctx.cooperativeId} and p.tutor_person_id = ${of.tutorPersonId}
       and p.tutee_person_id = ${of.tuteePersonId} and o.state <> 'approved' and o.tutee_count = 1
       and (o.kind, o.host_id, o.level) is distinct from (w.kind, w.host_id, w.level)
       and s.cooperative_id = o.cooperative_id and s.id = o.id`.execute(tx)
}

function atFromOn(code: 'date-in-future'): ProblemError {
  return new ProblemError('request-invalid', undefined, [{ pointer: '/body/fromOn', code }])
}
