import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { lockLiving } from '../life/living-contract.ts'
import { amendmentRow } from './amendment-row.ts'
import { type AmendmentBody, acceptEffect, changesOf } from './draft-amendment.ts'

/** Writes the draft of an amendment anew; what was sent to sign stays as somebody reads it. */
export const editAmendment = mutation<AmendmentBody & { amendmentId: string }, { version: number }>(
  {
    access: 'contract.create',
    async run(tx, ctx, { amendmentId, ...wanted }) {
      const { contractId } = await amendmentRow(tx, ctx, amendmentId)
      const contract = await lockLiving(tx, ctx, contractId, 'amend')
      const amendment = await amendmentRow(tx, ctx, amendmentId)
      if (amendment.version !== ctx.ifMatch) throw new ProblemError('version-changed')
      if (amendment.state !== 'draft')
        throw new ProblemError('contract-act-not-allowed', { state: amendment.state, act: 'edit' })
      const { schemeId, changes } = await changesOf(tx, ctx, contract, wanted)
      const count = Object.keys(changes).length + (schemeId === null ? 0 : 1)
      const { effectiveOn, reason } = wanted
      await acceptEffect(tx, ctx, contract, { effectiveOn, changes: count })
      const version = amendment.version + 1
      await tx
        .updateTable('contractAmendment')
        .set({ effectiveOn, reason, schemeId, changes: JSON.stringify(changes), version })
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('id', '=', amendmentId)
        .execute()
      const entity = { kind: 'contract', id: contractId }
      const { n } = amendment
      const before = {
        effectiveOn: amendment.effectiveOn,
        reason: amendment.reason,
        schemeId: amendment.schemeId,
        changes: { ...amendment.changes },
      }
      const after = { amendmentId, n, effectiveOn, reason, schemeId, changes: { ...changes } }
      return {
        value: { version },
        audit: [{ action: 'contract.amendment-edited', entity, before, after }],
      }
    },
  },
)
