import { type HostForm, type TutoringKind, tutoringHost } from '@terreau/domain/tutoring/hosts'
import type { SkillLevel } from '@terreau/domain/tutoring/valuation'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'

export interface How {
  kind: TutoringKind
  hostId: string | null
  level: SkillLevel
}

/** The columns of a relation that say how and where it is; refuses a volunteer where none may be. */
export async function hostColumns(tx: Tx, ctx: Context, how: How) {
  const host = how.hostId === null ? null : await readHost(tx, ctx, how.hostId)
  const form = (host?.form ?? null) as HostForm | null
  const allowed = tutoringHost(how.kind, form)
  if (!allowed.ok) {
    const { code } = allowed.refusal
    throw new ProblemError(code, undefined, [{ pointer: '/body/hostId', code }])
  }
  return { kind: how.kind, hostId: how.hostId, hostForm: form, level: how.level }
}

async function readHost(tx: Tx, ctx: Context, hostId: string) {
  const host = await tx
    .selectFrom('hostStructure')
    .select('form')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', hostId)
    .executeTakeFirst()
  return found(host)
}
