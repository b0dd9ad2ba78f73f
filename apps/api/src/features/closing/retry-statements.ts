import type { YearMonth } from '@terreau/domain/time/year-month'
import { mutation } from '../../platform/mutation.ts'
import { found } from '../../platform/problem-error.ts'
import { statementsJob } from './statements.job.ts'

/**
 * Asks again for the statements of a closed month that are not there yet, once what stopped them was mended.
 * Those that are kept stay as they are.
 */
export const retryStatements = mutation<{ month: YearMonth; sendMails: boolean }, undefined>({
  access: 'closing.close',
  async run(tx, ctx, { month, sendMails }) {
    const { cooperativeId } = ctx
    const closing = found(
      await tx
        .selectFrom('standingClosing')
        .select('version')
        .where('cooperativeId', '=', cooperativeId)
        .where('month', '=', month)
        .executeTakeFirst(),
    )
    const version = found(closing.version)
    return {
      value: undefined,
      audit: [
        {
          action: 'statement.asked-again',
          entity: { kind: 'month', id: month },
          after: { version, sendMails },
        },
      ],
      jobs: [
        statementsJob.queue(
          { cooperativeId, month, version, sendMails },
          { key: `statements:${cooperativeId}:${month}:${version}` },
        ),
      ],
    }
  },
})
