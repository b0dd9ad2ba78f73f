import { firstDay, lastDay, type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import { isTutoringSubject } from '@terreau/domain/tutoring/subjects'
import { subjectWord } from '@terreau/i18n/tutoring-subjects'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { fileIds, ownPersonId } from '../../platform/own-person.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { issueAttestation } from '../attestations/index.ts'

interface MonthRow {
  month: string
  sessions: number
  notedMinutes: number
  confirmedMinutes: number
}

/**
 * A tutor's certificate: hours that the people helped have confirmed, month by month, beside those only
 * noted. Hours that nobody confirmed prove nothing, so without one there is nothing to certify.
 */
export const issueHoursCertificate = mutation({
  access: 'tutoring.own',
  async run(tx, ctx, input: { from: YearMonth; to: YearMonth }) {
    const personId = ownPersonId(ctx)
    const months = await monthsOf(tx, ctx, personId, input)
    if (months.every((line) => line.confirmedMinutes === 0)) {
      throw new ProblemError('attestation-nothing-to-attest')
    }
    const about = await aboutConfirmed(tx, ctx, personId, input)
    const issued = await issueAttestation(tx, ctx, {
      personId,
      locale: ctx.locale,
      content: {
        kind: 'tutoring_hours',
        facts: {
          period: { startsOn: firstDay(input.from), endsOn: lastDay(input.to) },
          // Volunteering depends on the host structure, so the document does not claim it.
          isVolunteer: false,
          peopleHelped: about.people,
          subjects: about.subjects.filter(isTutoringSubject).map((s) => subjectWord(ctx.locale, s)),
          months: months.map((line) => ({ ...line, month: yearMonth(line.month) })),
        },
      },
    })
    return {
      value: { attestationId: issued.id, number: issued.number },
      audit: [issued.audit],
      jobs: issued.jobs,
    }
  },
})

const lastAnswer = sql`(select x.answer from terreau.tutoring_answer x
  where x.cooperative_id = s.cooperative_id and x.session_id = s.id order by x.n desc limit 1)`

async function monthsOf(
  tx: Tx,
  ctx: Context,
  personId: string,
  range: { from: YearMonth; to: YearMonth },
) {
  const { rows } = await sql<MonthRow>`
    select to_char(s.held_on, 'YYYY-MM') as month, count(*)::int as sessions,
           sum(s.minutes)::int as noted_minutes,
           coalesce(sum(s.minutes) filter (where ${lastAnswer} = 'yes'), 0)::int as confirmed_minutes
      from terreau.tutoring_session s
     where s.cooperative_id = ${ctx.cooperativeId} and s.tutor_person_id in ${fileIds(ctx.cooperativeId, personId)} and s.cancelled_at is null
       and s.held_on between ${firstDay(range.from)}::date and ${lastDay(range.to)}::date
     group by 1 order by 1`.execute(tx)
  return rows
}

async function aboutConfirmed(
  tx: Tx,
  ctx: Context,
  personId: string,
  range: { from: YearMonth; to: YearMonth },
) {
  const { rows } = await sql<{ people: number; subjects: string[] }>`
    select count(distinct s.tutee_person_id)::int as people,
           coalesce(array_agg(distinct subject order by subject) filter (where subject is not null), '{}') as subjects
      from terreau.tutoring_session s left join lateral unnest(s.subjects) subject on true
     where s.cooperative_id = ${ctx.cooperativeId} and s.tutor_person_id in ${fileIds(ctx.cooperativeId, personId)} and s.cancelled_at is null
       and s.held_on between ${firstDay(range.from)}::date and ${lastDay(range.to)}::date
       and ${lastAnswer} = 'yes'`.execute(tx)
  return rows[0] ?? { people: 0, subjects: [] }
}
