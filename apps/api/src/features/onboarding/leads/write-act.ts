import type { InterviewResult } from '@terreau/domain/pipeline/decision'
import { contactDeleteOn } from '@terreau/domain/pipeline/retention'
import { type LeadStage, leadTransition, type RecordedAct } from '@terreau/domain/pipeline/stage'
import { type LocalDate, laterOf, localDate } from '@terreau/domain/time/local-date'
import { actorLabel, type Context } from '../../../platform/context.ts'
import { toJson } from '../../../platform/db/to-json.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { ProblemError, refuse } from '../../../platform/problem-error.ts'
import type { Letter } from './decision-letter.ts'

export interface Locked {
  id: string
  stage: LeadStage
  lastContactOn: string
  version: number
}

export interface NewAct {
  act: RecordedAct
  doneOn: LocalDate
  reason?: string | null
  words?: string
  result?: InterviewResult
  ledBy?: string
  letter?: Letter | null
  mailId?: string | null
}

/**
 * Moves a contact by one act: the domain says whether it may, the act is written down with its day and its
 * author, and the day of deletion follows the last contact.
 */
export async function writeAct(
  tx: Tx,
  ctx: Context,
  lead: Locked,
  act: NewAct,
): Promise<{ stage: LeadStage; version: number }> {
  const next = leadTransition(lead.stage, act.act)
  if (!next.ok) refuse(next.refusal)
  refuseFuture(act.doneOn, ctx)
  await insertAct(tx, ctx, lead.id, { ...act, stage: next.value })
  const lastContactOn = laterOf(localDate(lead.lastContactOn), act.doneOn)
  const version = lead.version + 1
  await tx
    .updateTable('lead')
    .set({ stage: next.value, lastContactOn, deleteOn: contactDeleteOn(lastContactOn), version })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', lead.id)
    .execute()
  return { stage: next.value, version }
}

/** What has not happened cannot be written down. */
export function refuseFuture(day: LocalDate, ctx: Context, field = 'doneOn'): void {
  if (day <= ctx.today) return
  const errors = [{ pointer: `/body/${field}`, code: 'date-not-yet' }]
  throw new ProblemError('request-invalid', undefined, errors)
}

/** One line of the path of a contact. The caller holds the lock of the contact. */
export async function insertAct(
  tx: Tx,
  ctx: Context,
  leadId: string,
  act: Omit<NewAct, 'act'> & { act: RecordedAct | 'contact' | 'open_file'; stage: LeadStage },
): Promise<void> {
  const { cooperativeId } = ctx
  const last = await tx
    .selectFrom('leadAct')
    .select((eb) => eb.fn.max('n').as('n'))
    .where('cooperativeId', '=', cooperativeId)
    .where('leadId', '=', leadId)
    .executeTakeFirst()
  await tx
    .insertInto('leadAct')
    .values({
      cooperativeId,
      leadId,
      n: (last?.n ?? 0) + 1,
      act: act.act,
      doneOn: act.doneOn,
      stage: act.stage,
      reason: act.reason ?? null,
      words: act.words ?? '',
      result: act.result ?? null,
      ledBy: act.ledBy ?? null,
      letter: toJson(act.letter ?? null),
      mailId: act.mailId ?? null,
      recordedBy: actorLabel(ctx.actor),
      recordedAt: ctx.now,
    })
    .execute()
}
