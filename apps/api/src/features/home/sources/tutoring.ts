import { sql } from 'kysely'
import { ofPerson, type WorkSource } from './source.ts'

/** Sessions whose last answer is not a yes: their hours do not count until that is settled. */
export const disputedSessions: WorkSource = {
  kinds: ['session-disputed'],
  rows: (asked) => sql`
    select 'session-disputed', s.id::text, s.tutor_person_id, null::uuid, null::text, a.answered_at,
           null::date, 'certificate-waits', ''
      from terreau.tutoring_session s
      join lateral (select x.answer, x.answered_at from terreau.tutoring_answer x
             where x.cooperative_id = s.cooperative_id and x.session_id = s.id
             order by x.n desc limit 1) a on a.answer <> 'yes'
     where s.cooperative_id = ${asked.cooperativeId} and s.cancelled_at is null
           ${ofPerson(asked, 's.tutor_person_id')}`,
}
