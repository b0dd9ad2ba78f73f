import type { Context } from '../../platform/context.ts'
import { ownPersonIds } from '../../platform/own-person.ts'
import { ProblemError } from '../../platform/problem-error.ts'

/** Whether the hours are those of the very person who asks, under any of their files. */
export function isOwnHours(ctx: Context, tutorId: string): boolean {
  return ownPersonIds(ctx).includes(tutorId)
}

/** Nobody of the staff decides about hours they gave themselves. */
export function refuseOwnHours(ctx: Context, tutorId: string): void {
  if (isOwnHours(ctx, tutorId)) throw new ProblemError('tutoring-own-hours')
}

/** The account of who decides; a decision about hours is always a person's. */
export function deciderId(ctx: Context): string {
  if (ctx.actor.kind !== 'person') throw new ProblemError('forbidden')
  return ctx.actor.userId
}
