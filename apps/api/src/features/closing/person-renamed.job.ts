import { sql } from 'kysely'
import { defineJob } from '../../platform/jobs/define-job.ts'
import { mutation } from '../../platform/mutation.ts'
import { PERSON_RENAMED, renamedPerson } from '../people/index.ts'
import { statementsJob } from './statements.job.ts'

/** A name that no font printed was written anew: the statements that waited for it are drawn. */
export const personRenamedJob = defineJob({
  name: PERSON_RENAMED,
  payload: renamedPerson,
  handle: ({ payload, act }) => act((ctx) => drawWaiting(ctx, payload)),
})

/** The months whose statement for this person is not there, with what was last decided about messages. */
const drawWaiting = mutation<{ personId: string }, void>({
  access: 'system',
  async run(tx, ctx, { personId }) {
    const { cooperativeId } = ctx
    const { rows } = await sql<{ month: string; version: number; sendMails: boolean }>`
      select distinct c.month, c.version,
             coalesce((select (e.after ->> 'sendMails')::boolean from terreau.audit_entry e
                        where e.cooperative_id = c.cooperative_id and e.entity_kind = 'month'
                          and e.entity_id = c.month and e.after ->> 'version' = c.version::text
                          and e.action in ('month.closed', 'statement.asked-again')
                        order by e.n desc limit 1), false) as send_mails
        from terreau.closing_line l
        join terreau.standing_closing c
          on c.cooperative_id = l.cooperative_id and c.month = l.month and c.version = l.version
       where l.cooperative_id = ${cooperativeId} and l.person_id = ${personId}
         and not exists (select 1 from terreau.closing_statement s
               where s.cooperative_id = l.cooperative_id and s.month = l.month
                 and s.version = l.version and s.activity_id = l.activity_id)`.execute(tx)
    const [first, ...rest] = rows.map(({ month, version, sendMails }) => ({
      action: 'statement.asked-again' as const,
      entity: { kind: 'month', id: month },
      after: { version, sendMails },
    }))
    return {
      value: undefined,
      audit: first === undefined ? 'unchanged' : [first, ...rest],
      jobs: rows.map(({ month, version, sendMails }) =>
        statementsJob.queue(
          { cooperativeId, month, version, sendMails },
          { key: `statements:${cooperativeId}:${month}:${version}` },
        ),
      ),
    }
  },
})
