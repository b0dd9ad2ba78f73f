import { interviewTransition } from '@terreau/domain/interviews/support-interview'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError, refuse } from '../../platform/problem-error.ts'
import type { SafeFile } from '../../platform/uploads/inspect-upload.ts'
import { keepDocument } from '../documents/index.ts'
import { lockInterview } from './queries.ts'
import { setInterviewState } from './set-interview-state.ts'

/**
 * Takes in the scan of a report that both signed by hand outside of the tool: before the cooperative had it, or
 * elsewhere. The interview counts in its period as any other; its page says that it was signed outside.
 */
export const signOutside = mutation<
  { interviewId: string; signedOn: LocalDate; file: SafeFile },
  { documentId: string }
>({
  access: 'interview.manage',
  async run(tx, ctx, { interviewId, signedOn, file }) {
    const interview = await lockInterview(tx, ctx, interviewId)
    const next = interviewTransition(interview.state, 'sign_outside')
    if (!next.ok) refuse(next.refusal)
    const { heldOn, personId } = interview
    if (heldOn === null || signedOn < heldOn || signedOn > ctx.today) {
      const errors = [{ pointer: '/query/signedOn', code: 'signature-day-wrong' }]
      throw new ProblemError('signature-day-wrong', undefined, errors)
    }
    const { documentId } = await keepDocument(tx, ctx, { personId, kind: 'signed_paper', file })
    await setInterviewState(tx, ctx, interview, {
      state: next.value,
      signedOn,
      paperDocumentId: documentId,
    })
    const entity = { kind: 'interview', id: interviewId }
    const after = { heldOn, signedOn, documentId }
    return {
      value: { documentId },
      audit: [{ action: 'interview.signed-outside', entity, after }],
    }
  },
})
