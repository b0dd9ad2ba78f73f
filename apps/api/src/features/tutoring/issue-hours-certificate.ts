import { earlierOf } from '@terreau/domain/time/local-date'
import { firstDay, lastDay, type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import { COUNTED_KINDS, type CountedKind } from '@terreau/domain/tutoring/hosts'
import { isTutoringSubject } from '@terreau/domain/tutoring/subjects'
import { subjectWord } from '@terreau/i18n/tutoring-subjects'
import type { Locale } from '@terreau/protocol/codecs'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { fileIds, ownPersonId } from '../../platform/own-person.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { issueAttestation } from '../attestations/index.ts'

interface MonthRow {
  month: string
  kind: CountedKind
  sessions: number
  notedMinutes: number
  confirmedMinutes: number
  approvedMinutes: number
}

interface KindRow {
  kind: CountedKind
  people: string[]
  subjects: string[]
  individualMinutes: number
  travelMinutes: number
}

type Range = { personId: string; from: YearMonth; to: YearMonth }

/**
 * A tutor's certificate, in French, with an English copy for who reads English: hours that the people helped have confirmed and staff approved, kind by kind and
 * month by month, beside those only noted or confirmed. Without an approved hour there is nothing to certify.
 */
export const issueHoursCertificate = mutation({
  access: 'tutoring.own',
  async run(tx, ctx, input: { from: YearMonth; to: YearMonth }) {
    const range = { ...input, personId: ownPersonId(ctx) }
    const months = await monthsOf(tx, ctx, range)
    const certified = new Set(
      months.filter((line) => line.approvedMinutes > 0).map((line) => line.kind),
    )
    if (certified.size === 0) throw new ProblemError('attestation-nothing-to-attest')
    const approved = await aboutApproved(tx, ctx, range)
    const subjects = new Set(approved.flatMap((row) => row.subjects))
    const issued = await issueAttestation(tx, ctx, {
      personId: range.personId,
      locale: 'fr',
      ...(ctx.locale === 'en' && { copy: 'en' }),
      content: {
        kind: 'tutoring_hours',
        facts: {
          // Nothing is certified of days that have not come.
          period: {
            startsOn: firstDay(input.from),
            endsOn: earlierOf(lastDay(input.to), ctx.today),
          },
          peopleHelped: new Set(approved.flatMap((row) => row.people)).size,
          subjects: subjectWords(subjects, 'fr'),
          ...(ctx.locale === 'en' && { copySubjects: subjectWords(subjects, 'en') }),
          parts: COUNTED_KINDS.filter((kind) => certified.has(kind)).map((kind) => {
            const row = approved.find((one) => one.kind === kind)
            return {
              kind,
              peopleHelped: row?.people.length ?? 0,
              individualMinutes: row?.individualMinutes ?? 0,
              travelMinutes: row?.travelMinutes ?? 0,
              months: months
                .filter((line) => line.kind === kind)
                .map(({ kind: _own, ...line }) => ({ ...line, month: yearMonth(line.month) })),
            }
          }),
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

function subjectWords(subjects: ReadonlySet<string>, locale: Locale): string[] {
  return [...subjects]
    .sort()
    .filter(isTutoringSubject)
    .map((subject) => subjectWord(locale, subject))
}

async function monthsOf(tx: Tx, ctx: Context, range: Range) {
  const { rows } = await sql<MonthRow>`
    select m.month, m.kind, sum(m.sessions)::int as sessions, sum(m.noted_minutes)::int as noted_minutes,
           sum(m.confirmed_minutes)::int as confirmed_minutes, sum(m.approved_minutes)::int as approved_minutes
      from terreau.tutoring_tutor_month m
     where m.cooperative_id = ${ctx.cooperativeId} and m.tutor_person_id in ${fileIds(ctx.cooperativeId, range.personId)}
       and m.month between ${range.from} and ${range.to}
     group by 1, 2 having sum(m.sessions) > 0 order by 1`.execute(tx)
  return rows
}

/** Whom and what the approved hours were about, kind by kind; a session of several people counts once. */
async function aboutApproved(tx: Tx, ctx: Context, range: Range): Promise<KindRow[]> {
  const { rows } = await sql<KindRow>`
    with approved as (
      select s.id, coalesce(s.kind, 'unstated') as kind, s.minutes, s.travel_minutes, s.tutee_count, s.subjects
        from terreau.tutoring_session s
       where s.cooperative_id = ${ctx.cooperativeId} and s.tutor_person_id in ${fileIds(ctx.cooperativeId, range.personId)}
         and s.cancelled_at is null and s.state = 'approved'
         and s.held_on between ${firstDay(range.from)}::date and ${lastDay(range.to)}::date)
    select a.kind, coalesce(sum(a.minutes) filter (where a.tutee_count = 1), 0)::int as individual_minutes,
           sum(a.travel_minutes)::int as travel_minutes,
           array(select distinct subject from approved b cross join unnest(b.subjects) subject where b.kind = a.kind) as subjects,
           array(select distinct coalesce(t.merged_into_id, t.id)::text from approved b
             join terreau.tutoring_part p on p.cooperative_id = ${ctx.cooperativeId} and p.session_id = b.id and p.answer = 'yes'
             join terreau.person t on t.cooperative_id = p.cooperative_id and t.id = p.tutee_person_id
            where b.kind = a.kind) as people
      from approved a group by a.kind`.execute(tx)
  return rows
}
