import { mutation } from '../../../platform/mutation.ts'
import { found } from '../../../platform/problem-error.ts'
import { deciderId, refuseOwnHours } from '../own-hours.ts'

/** Takes a badge back for good: its page and the status list read this row at each visit. */
export const revokeBadge = mutation({
  access: 'tutoring.approve',
  async run(tx, ctx, { badgeId, reason }: { badgeId: string; reason: string }) {
    const badge = found(
      await tx
        .selectFrom('tutorBadge')
        .select(['personId', 'thresholdMinutes'])
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('id', '=', badgeId)
        .executeTakeFirst(),
    )
    refuseOwnHours(ctx, badge.personId)
    await tx
      .insertInto('tutorBadgeRevocation')
      .values({
        cooperativeId: ctx.cooperativeId,
        badgeId,
        reason,
        revokedAt: ctx.now,
        revokedBy: deciderId(ctx),
      })
      .execute()
    const after = { thresholdMinutes: badge.thresholdMinutes }
    return {
      value: undefined,
      audit: [{ action: 'badge.revoked', entity: { kind: 'badge', id: badgeId }, after }],
    }
  },
})
