import { interviewTransition } from '@terreau/domain/interviews/support-interview'
import { mutation } from '../../platform/mutation.ts'
import { refuse } from '../../platform/problem-error.ts'
import { withdrawSignature } from '../signatures/index.ts'
import { lockInterview, REPORT_SUBJECT } from './queries.ts'
import { setInterviewState } from './set-interview-state.ts'

/** Drops an interview before its report is signed; a request to sign it is taken back. It keeps its number. */
export const cancelInterview = mutation<
  { interviewId: string; reason: string },
  Record<string, never>
>({
  access: 'interview.manage',
  async run(tx, ctx, { interviewId, reason }) {
    const interview = await lockInterview(tx, ctx, interviewId)
    const next = interviewTransition(interview.state, 'cancel')
    if (!next.ok) refuse(next.refusal)
    await setInterviewState(tx, ctx, interview, { state: next.value, signedOn: null })
    const of = { kind: REPORT_SUBJECT, subjectId: interviewId }
    const withdrawn = await withdrawSignature(tx, ctx, { ...of, reason })
    const cancelled = {
      action: 'interview.cancelled',
      entity: { kind: 'interview', id: interviewId },
      before: { state: interview.state },
      after: { reason },
    } as const
    return { value: {}, audit: [cancelled, ...withdrawn.audit], jobs: withdrawn.jobs }
  },
})
