import type { CheckDoor, CheckResult } from '@terreau/protocol/attestation-checks'
import { sql } from 'kysely'
import { mutation } from '../../platform/mutation.ts'

interface Check {
  attestationId: string
  door: CheckDoor
  result: CheckResult
}

/**
 * Counts a check by its minute: when, through which code, with what answer. It takes nothing of the visitor,
 * no address and no device, and is no act of anybody, so the journal says nothing of it.
 */
export const keepCheck = mutation<Check, void>({
  access: 'code-holder',
  async run(tx, ctx, { attestationId, door, result }) {
    await tx
      .insertInto('attestationCheck')
      .values({
        cooperativeId: ctx.cooperativeId,
        attestationId,
        checkedAt: sql`date_trunc('minute', ${ctx.now}::timestamptz)`,
        door,
        result,
      })
      .onConflict((conflict) =>
        conflict
          .constraint('attestation_check_pkey')
          .doUpdateSet({ times: sql`attestation_check.times + 1` }),
      )
      .execute()
    return { value: undefined, audit: 'unchanged' }
  },
})
