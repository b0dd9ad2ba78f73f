import { holdsLetter, normaliseName } from '@terreau/domain/names/normalise'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { unprintableInName } from '@terreau/pdf/printable-text'
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
 * Refuses what a schema cannot see: names that `nameProblems` refuses, a birth date that has not come yet (a
 * contract would print it), a reference that somebody else has.
 */
export async function checkIdentity(
  tx: Tx,
  ctx: Context,
  person: Identity,
  ownId: string | null,
): Promise<void> {
  const errors: FieldProblem[] = []
  errors.push(...nameProblems(person))
  if (person.bornOn !== null && person.bornOn >= ctx.today)
    errors.push({ pointer: '/body/bornOn', code: 'date-in-future' })
  if (person.reference && (await isReferenceTaken(tx, ctx, person.reference, ownId)))
    errors.push({ pointer: '/body/reference', code: 'reference-taken' })
  if (errors.length > 0) throw new ProblemError('request-invalid', undefined, errors)
}

/**
 * What is wrong with the names of somebody, each at its field: no family name, no letter in it, or characters
 * that the documents cannot print. Who has one name only has no given name. Every document about a person bears the name, and a wrong
 * name is never printed: it is refused here, by who can still ask, rather than on the day of a certificate.
 */
export function nameProblems(names: { familyName: string; givenName: string }): FieldProblem[] {
  return (['givenName', 'familyName'] as const).flatMap((field): FieldProblem[] => {
    const pointer = `/body/${field}`
    const name = normaliseName(names[field])
    if (name === '') return field === 'givenName' ? [] : [{ pointer, code: 'field-required' }]
    if (!holdsLetter(name)) return [{ pointer, code: 'name-without-letter' }]
    const characters = unprintableInName(name)
    return characters === ''
      ? []
      : [{ pointer, code: 'name-not-printable', params: { characters } }]
  })
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
