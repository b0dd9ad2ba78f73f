import { interviewTransition } from '@terreau/domain/interviews/support-interview'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { formatDate } from '@terreau/i18n/format'
import { interviewSummaryWords } from '@terreau/i18n/interview-summary'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { refuse } from '../../platform/problem-error.ts'
import {
  type Effects,
  NO_EFFECTS,
  type SignableKind,
  type SubjectOfSignature,
} from '../../platform/signable-kind.ts'
import { type InterviewRow, interviewRow, lockInterview, REPORT_SUBJECT } from './queries.ts'
import { setInterviewState } from './set-interview-state.ts'

/** How the report of an interview is signed: the person first (R7331-3), then who held it. */
export const signableInterviewReport: SignableKind = {
  kind: REPORT_SUBJECT,
  async parties(tx, ctx, subjectId) {
    const { personId, personName, conductorName } = await interviewRow(tx, ctx, subjectId)
    return [
      { side: 'person', personId, printedName: personName },
      { side: 'cooperative', personId: null, printedName: conductorName },
    ]
  },
  async summary(tx, ctx, subjectId) {
    const interview = await interviewRow(tx, ctx, subjectId)
    return { fr: plainSummary(interview, 'fr'), en: plainSummary(interview, 'en') }
  },
  async onPartySigned(tx, ctx, { subjectId, requestId, side }) {
    if (side !== 'person') return NO_EFFECTS
    const interview = await lockInterview(tx, ctx, subjectId)
    const signedOn = await dayOnPaper(tx, ctx, requestId)
    await setInterviewState(tx, ctx, interview, {
      state: interview.state,
      signedOn: signedOn ?? ctx.today,
    })
    return NO_EFFECTS
  },
  async onSigned(tx, ctx, { subjectId, documentSha256 }) {
    const interview = await lockInterview(tx, ctx, subjectId)
    const next = interviewTransition(interview.state, 'complete')
    if (!next.ok) refuse(next.refusal)
    await setInterviewState(tx, ctx, interview, { state: next.value })
    const entity = { kind: 'interview', id: subjectId }
    const after = { documentSha256, heldOn: interview.heldOn, signedOn: interview.signedOn }
    return { audit: [{ action: 'interview.signed', entity, after }], jobs: [] }
  },
  onRefused: recall,
  onExpired: recall,
  onWithdrawn: recall,
}

/** Somebody refused, or the time ran out: the report can be changed and sent again. */
async function recall(tx: Tx, ctx: Context, { subjectId }: SubjectOfSignature): Promise<Effects> {
  const interview = await lockInterview(tx, ctx, subjectId)
  const next = interviewTransition(interview.state, 'recall')
  if (!next.ok) refuse(next.refusal)
  await setInterviewState(tx, ctx, interview, { state: next.value, signedOn: null })
  const entity = { kind: 'interview', id: subjectId }
  return { audit: [{ action: 'interview.recalled', entity }], jobs: [] }
}

/** The day written beside a signature on paper; null when the person signed on a screen. */
async function dayOnPaper(tx: Tx, ctx: Context, requestId: string): Promise<LocalDate | null> {
  const row = await tx
    .selectFrom('signatureAct')
    .select('signedOn')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('requestId', '=', requestId)
    .where('act', '=', 'signed')
    .where('signedOn', 'is not', null)
    .executeTakeFirst()
  return row?.signedOn == null ? null : localDate(row.signedOn)
}

function plainSummary(interview: InterviewRow, locale: 'fr' | 'en'): string[] {
  const t = interviewSummaryWords(locale)
  const date = formatDate(interview.heldOn ?? '', locale)
  return [
    t('what', { date, name: interview.conductorName }),
    t('why'),
    t('contents'),
    t('disagree'),
    t('after'),
  ]
}
