import { randomUUID } from 'node:crypto'
import { isUnlikelyEnd } from '@terreau/domain/right-to-work/permit-dates'
import { type PermitKind, permitRule } from '@terreau/domain/right-to-work/permit-kinds'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { FieldProblem } from '@terreau/protocol/problems'
import { userIdOf } from '../../platform/context.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { sealedFields } from '../../platform/sealing/sealed-fields.ts'
import { refreshClocks } from '../clocks/index.ts'
import { markRead } from '../documents/index.ts'
import { personExists } from '../people/index.ts'
import { numberPlace } from './permits.ts'
import { requireScan } from './require-proof.ts'

interface NewPermit {
  personId: string
  kind: PermitKind
  number: string
  validFrom: LocalDate | null
  validUntil: LocalDate | null
  originalSeenOn: LocalDate | null
  authorisedFrom: LocalDate | null
  authorisedUntil: LocalDate | null
  documentIds: readonly string[]
}

/** Records the paper that a person shows. The journal says that one was recorded, never what is on it. */
export const recordPermit = mutation<NewPermit, { id: string }>({
  access: 'permit.edit',
  async run(tx, ctx, input) {
    const { number, documentIds, ...facts } = input
    await personExists(tx, ctx, input.personId)
    const errors = faultsOf(input, ctx.today)
    if (errors.length > 0) throw new ProblemError('request-invalid', undefined, errors)
    for (const documentId of documentIds)
      await requireScan(tx, ctx.cooperativeId, { personId: input.personId, documentId })
    const id = randomUUID()
    const fields = await sealedFields(tx, ctx)
    await tx
      .updateTable('permit')
      .set({ replacedAt: ctx.now })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('personId', '=', input.personId)
      .where('replacedAt', 'is', null)
      .execute()
    await tx
      .insertInto('permit')
      .values({
        ...facts,
        cooperativeId: ctx.cooperativeId,
        id,
        numberSealed: number === '' ? null : fields.seal(number, numberPlace(id)),
        originalSeenBy: input.originalSeenOn === null ? null : userIdOf(ctx),
        recordedAt: ctx.now,
        recordedBy: userIdOf(ctx),
      })
      .execute()
    for (const documentId of new Set(documentIds))
      await tx
        .insertInto('permitScan')
        .values({ cooperativeId: ctx.cooperativeId, permitId: id, documentId })
        .execute()
    await markRead(tx, ctx, input.personId)
    await refreshClocks(tx, ctx, input.personId)
    const entity = { kind: 'person', id: input.personId }
    return {
      value: { id },
      audit: [{ action: 'permit.recorded', entity, after: { permitId: id } }],
    }
  },
})

function faultsOf(input: NewPermit, today: LocalDate): FieldProblem[] {
  const errors: FieldProblem[] = []
  const add = (field: string, code: string) => errors.push({ pointer: `/body/${field}`, code })
  const { isPermit } = permitRule(input.kind)
  if (isPermit && input.validUntil === null && input.kind !== 'other')
    add('validUntil', 'expiry-required')
  if (input.validFrom !== null && input.validUntil !== null && input.validUntil < input.validFrom)
    add('validUntil', 'ends-before-start')
  for (const name of ['validUntil', 'authorisedUntil'] as const)
    if (isUnlikelyEnd(input[name], today)) add(name, 'paper-end-unlikely')
  if (input.originalSeenOn !== null && input.originalSeenOn > today)
    add('originalSeenOn', 'date-in-future')
  if (input.authorisedUntil !== null && input.authorisedFrom === null)
    add('authorisedFrom', 'field-required')
  const { authorisedFrom: from, authorisedUntil: until } = input
  if (from !== null && until !== null && until < from) add('authorisedUntil', 'ends-before-start')
  return errors
}
