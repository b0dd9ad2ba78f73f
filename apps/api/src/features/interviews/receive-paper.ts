import { interviewTransition } from '@terreau/domain/interviews/support-interview'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { userIdOf } from '../../platform/context.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError, refuse } from '../../platform/problem-error.ts'
import type { SafeFile } from '../../platform/uploads/inspect-upload.ts'
import { keepDocument } from '../documents/index.ts'
import { lockInterview } from './queries.ts'
import { setInterviewState } from './set-interview-state.ts'

/**
 * Takes in the scan of a report that both signed by hand outside of the tool: before the cooperative had it, or
 * elsewhere. It counts once somebody else has looked at it, as every paper does.
 */
export const receiveReport = mutation<
  { interviewId: string; signedOn: LocalDate; file: SafeFile },
  { documentId: string }
>({
  access: 'interview.manage',
  async run(tx, ctx, { interviewId, signedOn, file }) {
    const interview = await lockInterview(tx, ctx, interviewId)
    const next = interviewTransition(interview.state, 'hand_in')
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
      paperReceivedBy: userIdOf(ctx),
    })
    const entity = { kind: 'interview', id: interviewId }
    const after = { heldOn, signedOn, documentId }
    return {
      value: { documentId },
      audit: [{ action: 'interview.paper-received', entity, after }],
    }
  },
})

/** A second look: somebody else than who took the paper in says whether it is this report, signed. */
export const checkReport = mutation<
  { interviewId: string; isRight: boolean; reason: string },
  undefined
>({
  access: 'interview.manage',
  async run(tx, ctx, { interviewId, isRight, reason }) {
    const interview = await lockInterview(tx, ctx, interviewId)
    const next = interviewTransition(interview.state, isRight ? 'confirm' : 'send_back')
    if (!next.ok) refuse(next.refusal)
    if (interview.paperReceivedBy === userIdOf(ctx)) throw new ProblemError('signature-second-look')
    const entity = { kind: 'interview', id: interviewId }
    if (isRight) {
      await setInterviewState(tx, ctx, interview, { state: next.value })
      const { heldOn, signedOn, paperDocumentId: documentId } = interview
      const after = { heldOn, signedOn, documentId }
      return { value: undefined, audit: [{ action: 'interview.signed-outside', entity, after }] }
    }
    if (reason === '') {
      const errors = [{ pointer: '/body/reason', code: 'field-required' }]
      throw new ProblemError('request-invalid', undefined, errors)
    }
    // The scan stays among the papers of the person, where it can be thrown away as any other.
    await setInterviewState(tx, ctx, interview, {
      state: next.value,
      signedOn: null,
      paperDocumentId: null,
      paperReceivedBy: null,
    })
    return {
      value: undefined,
      audit: [{ action: 'interview.paper-sent-back', entity, after: { reason } }],
    }
  },
})
