import type { LocalDate } from '@terreau/domain/time/local-date'
import type { EngagementRole } from '@terreau/domain/tutoring/engagement'
import { mutation } from '../../../platform/mutation.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { deciderId, refuseOwnHours } from '../own-hours.ts'
import { lastFacts, requireHost } from './engagement-queries.ts'

/** Writes what the citizen account asks about a structure; another version, never an edit. */
export const recordHostFacts = mutation({
  access: 'tutoring.approve',
  async run(
    tx,
    ctx,
    input: { hostId: string; declaredOn: LocalDate | null; isGeneralInterest: boolean | null },
  ) {
    const { hostId, declaredOn, isGeneralInterest } = input
    await requireHost(tx, ctx, hostId)
    if (declaredOn !== null && declaredOn > ctx.today)
      throw new ProblemError('request-invalid', undefined, [
        { pointer: '/body/declaredOn', code: 'date-in-future' },
      ])
    const version = ((await lastFacts(tx, ctx, hostId))?.version ?? 0) + 1
    await tx
      .insertInto('hostEngagement')
      .values({
        cooperativeId: ctx.cooperativeId,
        hostId,
        version,
        declaredOn,
        isGeneralInterest,
        recordedAt: ctx.now,
        recordedBy: deciderId(ctx),
      })
      .execute()
    const entity = { kind: 'host', id: hostId }
    const after = { version, declaredOn, isGeneralInterest }
    return { value: undefined, audit: [{ action: 'engagement.host-stated', entity, after }] }
  },
})

/** Writes what somebody was in a structure in a year; nobody says it of themselves. */
export const recordRole = mutation({
  access: 'tutoring.approve',
  async run(
    tx,
    ctx,
    input: { hostId: string; personId: string; year: number; role: EngagementRole },
  ) {
    const { hostId, personId, year, role } = input
    await requireHost(tx, ctx, hostId)
    const person = await tx
      .selectFrom('person')
      .select('id')
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', personId)
      .where('archivedAt', 'is', null)
      .executeTakeFirst()
    found(person)
    refuseOwnHours(ctx, personId)
    const last = await tx
      .selectFrom('engagementRole')
      .select((eb) => eb.fn.max('version').as('version'))
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('personId', '=', personId)
      .where('hostId', '=', hostId)
      .where('year', '=', year)
      .executeTakeFirst()
    const version = (last?.version ?? 0) + 1
    await tx
      .insertInto('engagementRole')
      .values({
        cooperativeId: ctx.cooperativeId,
        personId,
        hostId,
        year,
        version,
        role,
        recordedAt: ctx.now,
        recordedBy: deciderId(ctx),
      })
      .execute()
    const entity = { kind: 'person', id: personId }
    const after = { hostId, year, version, role }
    return { value: undefined, audit: [{ action: 'engagement.role-stated', entity, after }] }
  },
})
