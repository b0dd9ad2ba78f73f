import { sql } from 'kysely'
import { mutation } from '../../platform/mutation.ts'
import { found } from '../../platform/problem-error.ts'
import { listUsers } from './user-queries.ts'

/**
 * For a colleague who lost their phone. They are signed out everywhere and set up another factor at their
 * next sign-in. Refused for somebody who also belongs to another cooperative.
 */
export const forgetSecondFactor = mutation<{ userId: string }, void>({
  access: 'user.grant',
  async run(tx, ctx, { userId }) {
    const colleague = found((await listUsers(tx, ctx)).find((user) => user.id === userId))
    const { rows } = await sql<{
      isDone: boolean
    }>`select terreau.forget_second_factor(${colleague.id}) as is_done`.execute(tx)
    found(rows[0]?.isDone === true ? true : undefined)
    return {
      value: undefined,
      audit: [{ action: 'totp.forgotten', entity: { kind: 'user', id: userId } }],
    }
  },
})
