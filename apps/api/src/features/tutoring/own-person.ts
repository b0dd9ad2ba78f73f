import type { Context } from '../../platform/context.ts'
import { ProblemError } from '../../platform/problem-error.ts'

/** The file of the tutor who asks. A tutor without a file has nothing to log. */
export function tutorPersonId(ctx: Context): string {
  if (ctx.actor.kind !== 'person' || ctx.actor.personId === null)
    throw new ProblemError('not-found')
  return ctx.actor.personId
}
