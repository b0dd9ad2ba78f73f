import type { Cents } from '@terreau/domain/money/cents'
import { sql } from 'kysely'
import { toJson } from '../../../platform/db/to-json.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { readCesaTerms, readFixedPart } from '../terms.ts'
import { type LivingContract, lockLiving } from './living-contract.ts'

/**
 * Notes the gross fixed part of a month that a CESA written elsewhere gives, as its paper says it: from then on
 * each month owes it (Code du travail, R7331-11, 1°), and amendments change it. What was signed here stands.
 */
export const noteFixedPart = mutation<
  { contractId: string; fixedPartCents: Cents },
  { version: number }
>({
  access: 'contract.create',
  async run(tx, ctx, { contractId, fixedPartCents }) {
    const contract = await lockLiving(tx, ctx, contractId, 'fixed-part')
    if (contract.version !== ctx.ifMatch) throw new ProblemError('version-changed')
    if (!isCesaOnPaper(contract))
      throw new ProblemError('contract-act-not-allowed', { state: 'signed', act: 'fixed-part' })
    const version = contract.version + 1
    await tx
      .updateTable('contract')
      .set({
        terms: sql`terms || ${toJson({ fixedPartCents: fixedPartCents.toString() })}`,
        version,
      })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', contractId)
      .execute()
    const entity = { kind: 'contract', id: contractId }
    const before = { fixedPartCents: readFixedPart(contract.terms) }
    const after = { fixedPartCents }
    return {
      value: { version },
      audit: [{ action: 'contract.fixed-part-noted', entity, before, after }],
    }
  },
})

/** Both signed it elsewhere: no clause of it was written here. */
export function isCesaOnPaper({ kind, state, terms }: LivingContract): boolean {
  return kind === 'CESA' && state === 'active' && readCesaTerms(terms) === null
}
