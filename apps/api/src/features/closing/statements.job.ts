import { yearMonth } from '@terreau/domain/time/year-month'
import { documentModel } from '@terreau/pdf/document-kinds'
import type { Logo } from '@terreau/pdf/primitives/sheet'
import { z } from 'zod'
import { defineJob } from '../../platform/jobs/define-job.ts'
import type { Services } from '../../platform/services.ts'
import { logoOf } from '../settings/index.ts'
import { type DrawnStatement, keepStatements } from './keep-statements.ts'
import { isNamePrintable } from './progress.ts'
import { pendingStatements, type StatementToDraw } from './statement-facts.ts'

const BATCH = 8

/**
 * Draws one statement for each activity of a closed month (C. trav. R7331-5). Drawing happens outside
 * the database, a few at a time; a crash resumes with those that are not kept yet. One that cannot be
 * drawn does not hold up the others: the job fails at the end and is tried again, except for a name that no
 * font prints, where only somebody who writes the name anew can help.
 */
export const statementsJob = defineJob({
  name: 'statements',
  payload: z.object({
    cooperativeId: z.uuid(),
    month: z.string(),
    version: z.number().int(),
    sendMails: z.boolean(),
  }),
  async handle({ services, payload, act }) {
    const { cooperativeId, version, sendMails } = payload
    const month = yearMonth(payload.month)
    const failed: string[] = []
    const logo = await act((_ctx, tx) => logoOf(tx, cooperativeId))
    let unexplained = 0
    for (;;) {
      const batch = await act((_ctx, tx) =>
        pendingStatements(tx, { cooperativeId, month, version, limit: BATCH, except: failed }),
      )
      if (batch.length === 0) break
      const drawn = await Promise.all(batch.map((statement) => draw(services, statement, logo)))
      const missing = drawn.filter((one) => one.bytes === null)
      failed.push(...missing.map((one) => one.activityId))
      unexplained += missing.filter((one) => isNamePrintable(one.personName)).length
      const statements = drawn.filter((one): one is DrawnStatement => one.bytes !== null)
      await act((ctx) => keepStatements(ctx, { month, version, sendMails, statements }))
    }
    if (unexplained > 0) throw new Error(`${unexplained} statements could not be drawn`)
  },
})

async function draw(
  services: Services,
  statement: StatementToDraw,
  logo: Logo | null,
): Promise<Omit<DrawnStatement, 'bytes'> & { bytes: Uint8Array | null }> {
  const { facts, locale, ...rest } = statement
  const person = { ...rest, locale, number: facts.number }
  try {
    const model = documentModel('account-statement', facts, locale)
    const createdAt = new Date(facts.closing.closedAt)
    const bytes = await services.pdf.render('account-statement', model, createdAt, undefined, logo)
    return { ...person, bytes }
  } catch (error) {
    const kind = error instanceof Error ? error.message : 'unknown'
    services.log.error({ activityId: statement.activityId, kind }, 'statement not drawn')
    return { ...person, bytes: null }
  }
}
