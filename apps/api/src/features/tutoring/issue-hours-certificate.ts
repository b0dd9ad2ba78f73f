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
  approvedMinutes: number
}

type Range = { personId: string; from: YearMonth; to: YearMonth }

/**
 * A tutor's certificate: hours that the people helped have confirmed and staff approved, month by month,
 * beside those only noted or confirmed. Without an approved hour there is nothing to certify.
 */
export const issueHoursCertificate = mutation({
  access: 'tutoring.own',
  async run(tx, ctx, input: { from: YearMonth; to: YearMonth }) {
    const range = { ...input, personId: ownPersonId(ctx) }
    const months = await monthsOf(tx, ctx, range)
    if (months.every((line) => line.approvedMinutes === 0)) {
      throw new ProblemError('attestation-nothing-to-attest')
    }
    const about = await aboutApproved(tx, ctx, range)
    const issued = await issueAttestation(tx, ctx, {
      personId: range.personId,
      locale: ctx.locale,
      content: {
        kind: 'tutoring_hours',
        facts: {
          period: { startsOn: firstDay(input.from), endsOn: lastDay(input.to) },
          isVolunteer: about.isVolunteer,
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

async function monthsOf(tx: Tx, ctx: Context, range: Range) {
  const { rows } = await sql<MonthRow>`
    select m.month, sum(m.sessions)::int as sessions, sum(m.noted_minutes)::int as noted_minutes,
           sum(m.confirmed_minutes)::int as confirmed_minutes, sum(m.approved_minutes)::int as approved_minutes
      from terreau.tutoring_tutor_month m
     where m.cooperative_id = ${ctx.cooperativeId} and m.tutor_person_id in ${fileIds(ctx.cooperativeId, range.personId)}
       and m.month between ${range.from} and ${range.to}
     group by 1 having sum(m.sessions) > 0 order by 1`.execute(tx)
  return rows
}

/** Whom and what the approved hours were about; volunteering only when every one of them is recorded so. */
async function aboutApproved(tx: Tx, ctx: Context, range: Range) {
  const { rows } = await sql<{ people: number; subjects: string[]; isVolunteer: boolean }>`
    select count(distinct coalesce(t.merged_into_id, t.id))::int as people,
           coalesce(array_agg(distinct subject order by subject) filter (where subject is not null), '{}') as subjects,
           coalesce(bool_and(s.kind is not distinct from 'volunteer'), false) as is_volunteer
      from terreau.tutoring_session s
      join terreau.tutoring_part p on p.cooperative_id = s.cooperative_id and p.session_id = s.id and p.answer = 'yes'
      join terreau.person t on t.cooperative_id = p.cooperative_id and t.id = p.tutee_person_id
      left join lateral unnest(s.subjects) subject on true
     where s.cooperative_id = ${ctx.cooperativeId} and s.tutor_person_id in ${fileIds(ctx.cooperativeId, range.personId)} and s.cancelled_at is null
       and s.held_on between ${firstDay(range.from)}::date and ${lastDay(range.to)}::date
       and s.state = 'approved'`.execute(tx)
  return rows[0] ?? { people: 0, subjects: [], isVolunteer: false }
}
