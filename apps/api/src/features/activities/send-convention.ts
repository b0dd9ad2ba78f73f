import { conventionTransition } from '@terreau/domain/activities/convention'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError, refuse } from '../../platform/problem-error.ts'
import { openSignature } from '../signatures/index.ts'
import { keepConvention } from './convention-document.ts'
import { lockConvention } from './queries.ts'
import { setConventionState } from './set-convention-state.ts'
import { CONVENTION_SUBJECT } from './signable-convention.ts'

/** Fixes the exact bytes and asks the people of the convention to sign, one after the other. */
export const sendConvention = mutation<
  { conventionId: string },
  { signatureId: string; documentSha256: string }
>({
  access: 'contract.create',
  async run(tx, ctx, { conventionId }) {
    const convention = await lockConvention(tx, ctx, conventionId)
    if (convention.version !== ctx.ifMatch) throw new ProblemError('version-changed')
    const next = conventionTransition(convention.state, 'send')
    if (!next.ok) refuse(next.refusal)
    const file = await keepConvention(tx, ctx, convention)
    await setConventionState(tx, ctx, convention, next.value)
    const { requestId, documentSha256, audit, jobs } = await openSignature(tx, ctx, {
      kind: CONVENTION_SUBJECT,
      subjectId: conventionId,
      title: `Convention ${convention.number}`,
      file,
    })
    const sent = {
      action: 'convention.sent-to-sign',
      entity: { kind: 'convention', id: conventionId },
      after: { documentSha256, requestId },
    } as const
    return { value: { signatureId: requestId, documentSha256 }, audit: [sent, ...audit], jobs }
  },
})
