import { sql } from 'kysely'
import { consequenceOf, kindOf, type WorkSource } from './source.ts'

/** Whose turn it is: a person to sign, the cooperative to sign, or a sheet of paper to be checked. */
export const waitingSignatures: WorkSource = {
  kinds: ['sign-document', 'countersign-document', 'check-signed-paper'],
  rows: ({ cooperativeId }) => ({
    kind: sql`case when p.state = 'to_check' then 'check-signed-paper'
                   when p.side = 'person' then 'sign-document' else 'countersign-document' end`,
    targetId: sql`r.id::text`,
    personId: sql`coalesce(p.person_id, (select o.person_id from terreau.signature_party o
      where o.cooperative_id = r.cooperative_id and o.request_id = r.id and o.side = 'person'
      order by o.position limit 1))`,
    since: sql`p.asked_at`,
    dueOn: sql`r.expires_on`,
    // Without the person's signature an interview does not count: its report waits on a day of the law.
    consequence: sql`case r.subject_kind when 'interview-report' then 'legal-deadline' else 'work-stops' end`,
    article: sql`case r.subject_kind when 'interview-report' then 'C. trav. R7331-3' else '' end`,
    from: sql`terreau.signature_request r
      join terreau.signature_party p on p.cooperative_id = r.cooperative_id
       and p.request_id = r.id and p.state in ('asked', 'to_check')`,
    where: sql`r.cooperative_id = ${cooperativeId} and r.state = 'waiting'`,
    orderBy: sql`r.opened_at, r.id`,
  }),
}

/** Somebody would rather read their document with us. */
export const wantedReadings: WorkSource = {
  kinds: ['read-together'],
  rows: ({ cooperativeId }) => ({
    kind: kindOf('read-together'),
    targetId: sql`r.id::text`,
    personId: sql`p.person_id`,
    since: sql`h.at`,
    dueOn: sql`r.expires_on`,
    consequence: consequenceOf('work-stops'),
    from: sql`terreau.signature_request r
      join lateral (select a.position, max(a.at) as at from terreau.signature_act a
        where a.cooperative_id = r.cooperative_id and a.request_id = r.id and a.act = 'help_asked'
        group by a.position) h on true
      join terreau.signature_party p on p.cooperative_id = r.cooperative_id
       and p.request_id = r.id and p.position = h.position and p.state = 'asked'`,
    where: sql`r.cooperative_id = ${cooperativeId} and r.state = 'waiting'
      and not exists (select 1 from terreau.signature_act g where g.cooperative_id = r.cooperative_id
            and g.request_id = r.id and g.act = 'help_given' and g.at > h.at)`,
    orderBy: sql`r.opened_at, r.id`,
  }),
}
