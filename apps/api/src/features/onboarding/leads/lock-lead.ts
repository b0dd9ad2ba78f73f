import { isLeadStage, type LeadStage } from '@terreau/domain/pipeline/stage'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'

/** A contact to change, locked, at the version that was read. */
export async function lockLead(tx: Tx, ctx: Context, leadId: string) {
  const row = await tx
    .selectFrom('lead')
    .selectAll()
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', leadId)
    .forUpdate()
    .executeTakeFirst()
  const lead = found(row)
  return { ...lead, stage: leadStage(lead.stage) }
}

/** The same, when the caller must have seen the last version. */
export async function lockSeenLead(tx: Tx, ctx: Context, leadId: string) {
  const lead = await lockLead(tx, ctx, leadId)
  if (lead.version !== ctx.ifMatch) throw new ProblemError('version-changed')
  return lead
}

/** A stage as the table holds it. */
export function leadStage(text: string): LeadStage {
  if (!isLeadStage(text)) throw new Error(`${text} is no stage of a contact`)
  return text
}
