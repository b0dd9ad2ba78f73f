import { randomUUID } from 'node:crypto'
import {
  isSurveyed,
  openRounds,
  SURVEY_DAYS,
  type SurveyRound,
  surveyDueOn,
} from '@terreau/domain/contracts/exit-survey'
import { isExitReason } from '@terreau/domain/contracts/exits'
import { addDays, addMonthsClamped, localDate } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { mutation } from '../../../platform/mutation.ts'
import { alertContacts } from '../../right-to-work/index.ts'
import { newSurveyLink } from './survey-link.ts'

interface Due {
  contractId: string
  /** The file that is kept, when two were joined. */
  personId: string
  round: SurveyRound
  dueOn: string
}

/** Exits that a round may still be open for: six months, then the days it stays open. */
const MONTHS_BACK = -9

/**
 * Who left and was not asked yet. Only the last exit of somebody counts, and nobody who has a contract again.
 */
export async function surveysToAsk(tx: Tx, ctx: Context): Promise<Due[]> {
  const { cooperativeId, today } = ctx
  const { rows } = await sql<{
    contractId: string
    personId: string
    reason: string
    lastDay: string
    asked: string[]
  }>`
    select x.contract_id, f.person_id, x.reason, x.effective_on::text as last_day,
           array(select s.round from terreau.exit_survey s
             where s.cooperative_id = x.cooperative_id and s.contract_id = x.contract_id) as asked
      from terreau.contract_exit x
      join terreau.contract c on c.cooperative_id = x.cooperative_id and c.id = x.contract_id
      join lateral (select coalesce(p.merged_into_id, p.id) as person_id from terreau.person p
            where p.cooperative_id = c.cooperative_id and p.id = c.person_id) f on true
      join terreau.person k on k.cooperative_id = c.cooperative_id and k.id = f.person_id
     where x.cooperative_id = ${cooperativeId} and k.erased_n is null
       and x.effective_on < ${today}::date and x.effective_on >= ${addMonthsClamped(today, MONTHS_BACK)}::date
       and not exists (select 1 from terreau.contract o
             left join terreau.contract_exit y on y.cooperative_id = o.cooperative_id and y.contract_id = o.id
             where o.cooperative_id = c.cooperative_id and o.id <> c.id and o.state <> 'cancelled'
               and o.person_id in (select terreau.file_ids(c.cooperative_id, f.person_id))
               and ((o.ends_on is null or o.ends_on >= ${today}::date)
                 or (y.effective_on, y.contract_id) > (x.effective_on, x.contract_id)))
     order by x.effective_on, x.contract_id`.execute(tx)
  return rows.flatMap(({ contractId, personId, reason, lastDay, asked }) => {
    if (!isExitReason(reason) || !isSurveyed(reason)) return []
    const day = localDate(lastDay)
    return openRounds(day, today)
      .filter((round) => !asked.includes(round))
      .map((round) => ({ contractId, personId, round, dueOn: surveyDueOn(round, day) }))
  })
}

/** Writes down that somebody is asked, and mails the link to whoever reads mails. */
export const askSurvey = mutation<
  { contractId: string; round: SurveyRound },
  { wasMailed: boolean }
>({
  access: 'system',
  async run(tx, ctx, { contractId, round }) {
    const due = (await surveysToAsk(tx, ctx)).find(
      (one) => one.contractId === contractId && one.round === round,
    )
    if (due === undefined) return { value: { wasMailed: false }, audit: 'unchanged' }
    const { personId, dueOn } = due
    const contacts = await alertContacts(tx, ctx, { personId, permission: 'contract.read' })
    const { person, isMailed: wasMailed, cooperative } = contacts
    const closesOn = addDays(ctx.today, SURVEY_DAYS)
    const id = randomUUID()
    await tx
      .insertInto('exitSurvey')
      .values({
        cooperativeId: ctx.cooperativeId,
        id,
        contractId,
        round,
        dueOn,
        askedOn: ctx.today,
        wasMailed,
        closesOn,
      })
      .execute()
    const of = { id, personId, closesOn }
    const jobs = wasMailed
      ? [
          await queueMail(tx, ctx, {
            template: round === 'exit' ? 'exit-survey' : 'exit-survey-later',
            to: person.to,
            params: {
              name: person.greeted,
              link: await newSurveyLink(tx, ctx, { ...of, purpose: 'exit_survey_mailed' }),
              cooperative,
            },
            usefulUntil: closesOn,
          }),
        ]
      : []
    const entity = { kind: 'contract', id: contractId }
    return {
      value: { wasMailed },
      audit: [{ action: 'exit-survey.asked', entity, after: { round, wasMailed } }],
      jobs,
    }
  },
})
