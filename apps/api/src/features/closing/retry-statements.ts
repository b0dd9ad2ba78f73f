import type { YearMonth } from '@terreau/domain/time/year-month'
import { mutation } from '../../platform/mutation.ts'
import { standingVersion } from './standing-version.ts'
import { statementsJob } from './statements.job.ts'

/**
 * Asks again for the statements of a closed month that are not there yet, once what stopped them was mended.
 * Those that are kept stay as they are.
 */
export const retryStatements = mutation<{ month: YearMonth; sendMails: boolean }, undefined>({
  access: 'closing.close',
  async run(tx, ctx, { month, sendMails }) {
    const { cooperativeId } = ctx
    const version = await standingVersion(tx, cooperativeId, month)
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
