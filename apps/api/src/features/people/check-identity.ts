import { normaliseName } from '@terreau/domain/names/normalise'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { FieldProblem } from '@terreau/protocol/problems'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { ProblemError } from '../../platform/problem-error.ts'

interface Identity {
  reference?: string | undefined
  familyName: string
  givenName: string
  bornOn: LocalDate | null
}

/**
 * Refuses what a schema cannot see: names made of invisible marks, a birth date that has not come yet (a
 * contract would print it), a reference that somebody else has.
 */
export async function checkIdentity(
  tx: Tx,
  ctx: Context,
  person: Identity,
  ownId: string | null,
): Promise<void> {
  const errors: FieldProblem[] = []
  for (const field of ['familyName', 'givenName'] as const) {
    if (normaliseName(person[field]) === '')
      errors.push({ pointer: `/body/${field}`, code: 'field-required' })
  }
  if (person.bornOn !== null && person.bornOn >= ctx.today)
    errors.push({ pointer: '/body/bornOn', code: 'date-in-future' })
  if (person.reference && (await isReferenceTaken(tx, ctx, person.reference, ownId)))
    errors.push({ pointer: '/body/reference', code: 'reference-taken' })
  if (errors.length > 0) throw new ProblemError('request-invalid', undefined, errors)
}

async function isReferenceTaken(
  tx: Tx,
  ctx: Context,
  reference: string,
  ownId: string | null,
): Promise<boolean> {
  const holder = await tx
    .selectFrom('person')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('reference', '=', reference)
    .where('archivedAt', 'is', null)
    .executeTakeFirst()
  return holder !== undefined && holder.id !== ownId
}
