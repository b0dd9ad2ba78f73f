import { interviewTransition } from '@terreau/domain/interviews/support-interview'
import { storeFile } from '../../platform/files/store.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError, refuse } from '../../platform/problem-error.ts'
import { openSignature } from '../signatures/index.ts'
import { lockInterview, REPORT_SUBJECT } from './queries.ts'
import { printReport } from './report-document.ts'
import { setInterviewState } from './set-interview-state.ts'

/** Fixes the exact bytes of a report and asks the person to sign first. */
export const sendReport = mutation<
  { interviewId: string },
  { signatureId: string; documentSha256: string }
>({
  access: 'interview.manage',
  async run(tx, ctx, { interviewId }) {
    const interview = await lockInterview(tx, ctx, interviewId)
    if (interview.version !== ctx.ifMatch) throw new ProblemError('version-changed')
    const next = interviewTransition(interview.state, 'send')
    if (!next.ok) refuse(next.refusal)
    const file = await storeFile(tx, ctx, {
      mediaType: 'application/pdf',
      fileName: `${interview.number}.pdf`,
      bytes: await printReport(tx, ctx, interview),
    })
    await setInterviewState(tx, ctx, interview, { state: next.value })
    const { requestId, documentSha256, audit, jobs } = await openSignature(tx, ctx, {
      kind: REPORT_SUBJECT,
      subjectId: interviewId,
      title: `Compte rendu d’entretien ${interview.number}`,
      file,
    })
    const sent = {
      action: 'interview.sent-to-sign',
      entity: { kind: 'interview', id: interviewId },
      after: { documentSha256, requestId },
    } as const
    return { value: { signatureId: requestId, documentSha256 }, audit: [sent, ...audit], jobs }
  },
})
