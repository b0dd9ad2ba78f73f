import { isRound, type SurveyRound } from '@terreau/domain/contracts/exit-survey'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { instantMinute } from '@terreau/domain/time/zoned-day'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { openLink } from '../../../platform/open-link.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { registerPublicCode } from '../../../platform/public-codes.ts'
import { newToken } from '../../../platform/secrets.ts'

export interface Survey {
  cooperativeId: string
  id: string
  contractId: string
  /** The file that is kept, when two were joined. */
  personId: string
  greeted: string
  round: SurveyRound
  lastDay: LocalDate
  closesOn: LocalDate
  isAnswered: boolean
  cooperative: { name: string; phone: string }
}

/** A link for one survey, which works without an account until the survey closes. */
export async function newSurveyLink(
  tx: Tx,
  ctx: Context,
  survey: Pick<Survey, 'id' | 'personId' | 'closesOn'> & {
    purpose: 'exit_survey' | 'exit_survey_mailed'
  },
): Promise<string> {
  const token = newToken()
  await registerPublicCode(tx, ctx, {
    text: token,
    purpose: survey.purpose,
    targetId: survey.id,
    partyId: survey.personId,
    expiresAt: new Date(instantMinute(survey.closesOn, 0, ctx.zone) * 60_000),
  })
  return `${ctx.services.config.publicUrl}/sortie/${token}`
}

/** One survey; 404 in another cooperative. */
export async function surveyOf(
  tx: Tx,
  of: { cooperativeId: string; surveyId: string },
): Promise<Survey> {
  const { rows } = await sql<
    Omit<Survey, 'round' | 'cooperative' | 'lastDay' | 'closesOn'> & {
      round: string
      lastDay: string
      closesOn: string
      name: string
      phone: string
    }
  >`
    select s.cooperative_id, s.id, s.contract_id, s.round, s.closes_on::text as closes_on,
           x.effective_on::text as last_day, k.id as person_id, terreau.greeted_name(k.given_name, k.family_name) as greeted, o.name, o.phone,
           exists (select 1 from terreau.exit_survey_answer a
             where a.cooperative_id = s.cooperative_id and a.survey_id = s.id) as is_answered
      from terreau.exit_survey s
      join terreau.contract_exit x on x.cooperative_id = s.cooperative_id and x.contract_id = s.contract_id
      join terreau.contract c on c.cooperative_id = s.cooperative_id and c.id = s.contract_id
      join terreau.person p on p.cooperative_id = c.cooperative_id and p.id = c.person_id
      join terreau.person k on k.cooperative_id = p.cooperative_id and k.id = coalesce(p.merged_into_id, p.id)
      join terreau.cooperative o on o.id = s.cooperative_id
     where s.cooperative_id = ${of.cooperativeId} and s.id = ${of.surveyId}`.execute(tx)
  const { round, lastDay, closesOn, name, phone, ...row } = found(rows[0])
  return {
    ...row,
    round: found(isRound(round) ? round : undefined),
    lastDay: localDate(lastDay),
    closesOn: localDate(closesOn),
    cooperative: { name, phone },
  }
}

/** What a link is about. The transaction then sees the cooperative of the link. Throws `link-expired` once closed. */
export async function openSurvey(tx: Tx, { now, today }: Context, token: string) {
  const { cooperativeId, targetId, channel } = await openLink(tx, token, 'exit_survey', { now })
  const survey = await surveyOf(tx, { cooperativeId, surveyId: targetId })
  if (survey.closesOn <= today) throw new ProblemError('link-expired')
  return { survey, channel }
}

/** A link that staff pass on themselves: by a message, or on a sheet. */
export const shareSurvey = mutation<{ surveyId: string }, { url: string }>({
  access: 'contract.create',
  async run(tx, ctx, { surveyId }) {
    const survey = await surveyOf(tx, { cooperativeId: ctx.cooperativeId, surveyId })
    refuseClosed(ctx, survey)
    const url = await newSurveyLink(tx, ctx, { ...survey, purpose: 'exit_survey' })
    const entity = { kind: 'contract', id: survey.contractId }
    return {
      value: { url },
      audit: [{ action: 'exit-survey.shared', entity, after: { round: survey.round } }],
    }
  },
})

/** Refuses what was answered, and what is over. */
export function refuseClosed({ today }: Context, { isAnswered, closesOn }: Survey): void {
  if (isAnswered || closesOn <= today) throw new ProblemError('survey-closed')
}
