import { addDays } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import { endingPapers, isHere, isWantedPiece, latestPaperAlert } from '../../onboarding/index.ts'
import { consequenceOf, kindOf, type WorkSource } from './source.ts'

/** A contact that nobody answered for this long is late; so is a call about missing pieces. */
const ANSWER_DAYS = 7

/** Contacts who wait for an answer, and interviews after which nobody has decided. */
export const waitingLeads: WorkSource = {
  kinds: ['lead-waiting', 'decision-waiting'],
  rows: ({ cooperativeId, today }) => ({
    kind: sql`case when l.stage = 'diagnosis' then 'decision-waiting' else 'lead-waiting' end`,
    targetId: sql`l.id::text`,
    personId: sql`null::uuid`,
    since: sql`l.last_contact_on::timestamptz`,
    dueOn: sql`(l.last_contact_on + ${ANSWER_DAYS}::int)::date`,
    consequence: consequenceOf('courtesy'),
    from: sql`terreau.lead l`,
    // Whoever is invited to a meeting to come has their answer.
    where: sql`l.cooperative_id = ${cooperativeId} and l.person_id is null
       and l.stage in ('lead', 'info_meeting_attended', 'diagnosis', 'admitted')
       and not exists (select 1 from terreau.info_meeting_guest g
             join terreau.info_meeting m on m.cooperative_id = g.cooperative_id and m.id = g.meeting_id
            where g.cooperative_id = l.cooperative_id and g.lead_id = l.id and l.stage = 'lead'
              and m.cancelled_at is null and m.held_on >= ${today}::date)`,
    orderBy: sql`l.last_contact_on, l.id`,
  }),
}

/** Pieces that came and nobody looked at, beside an accepted one too, or that were accepted and have expired while the person is here. */
export const piecesToCheck: WorkSource = {
  kinds: ['piece-to-check'],
  rows: (asked) => ({
    kind: kindOf('piece-to-check'),
    targetId: sql`p.id::text`,
    personId: sql`p.person_id`,
    since: sql`coalesce(p.renewal_received_at, p.received_at)`,
    consequence: consequenceOf('work-stops'),
    from: sql`terreau.piece p`,
    where: sql`p.cooperative_id = ${asked.cooperativeId}
       and (p.state = 'received' or p.renewal_received_at is not null or (p.state = 'accepted' and p.expires_on < ${asked.today}::date
             and ${isHere(asked, sql`p.person_id`)}))`,
    orderBy: sql`coalesce(p.renewal_received_at, p.received_at), p.id`,
  }),
}

/** Missing pieces of people who want to be called or have no address: no mail reminds them. */
export const piecesToCallFor: WorkSource = {
  kinds: ['pieces-to-call-for'],
  rows: (asked) => ({
    kind: kindOf('pieces-to-call-for'),
    targetId: sql`p.id::text`,
    personId: sql`p.id`,
    since: sql`w.asked_on::timestamptz`,
    dueOn: sql`(w.last_on + ${ANSWER_DAYS}::int)::date`,
    consequence: consequenceOf('work-stops'),
    from: sql`(
        select x.cooperative_id, x.person_id, min(x.asked_on) as asked_on,
               max(greatest(x.asked_on, coalesce(x.spoken_on, x.asked_on))) as last_on
          from terreau.piece x
         where x.cooperative_id = ${asked.cooperativeId} and x.state in ('asked', 'refused')
         group by x.cooperative_id, x.person_id) w
      join terreau.person p on p.cooperative_id = w.cooperative_id and p.id = w.person_id
      left join lateral (
        select f.value from terreau.person_fact f
         where f.cooperative_id = p.cooperative_id and f.person_id = p.id and f.kind = 'channel'
           and f.valid_from <= ${asked.today}::date
         order by f.valid_from desc, f.n desc limit 1) c on true`,
    where: sql`p.archived_at is null and p.merged_into_id is null
       and (p.email = '' or coalesce(c.value, 'email') <> 'email')
       and w.last_on <= ${addDays(asked.today, -ANSWER_DAYS)}::date
       and ${isHere(asked, sql`p.id`)}`,
    orderBy: sql`w.last_on, p.id`,
  }),
}

/** Somebody has pieces to send: the same fact that their own list shows. */
export const welcomesToFinish: WorkSource = {
  kinds: ['welcome-to-finish'],
  rows: (asked) => ({
    kind: kindOf('welcome-to-finish'),
    targetId: sql`w.person_id::text`,
    personId: sql`w.person_id`,
    since: sql`w.asked_on::timestamptz`,
    consequence: consequenceOf('work-stops'),
    from: sql`(select x.person_id, min(x.asked_on) as asked_on from terreau.piece x
         where x.cooperative_id = ${asked.cooperativeId} and ${isWantedPiece(sql`x`, asked.today)}
         group by x.person_id) w`,
    where: isHere(asked, sql`w.person_id`),
    orderBy: sql`w.asked_on, w.person_id`,
  }),
}

/** A paper, permits apart, whose end comes or has passed, until a newer one is accepted. A piece that has expired is looked at again. */
export const papersToRenew: WorkSource = {
  kinds: ['paper-ending'],
  rows: (asked) => {
    const ending = endingPapers(asked, latestPaperAlert(asked))
    return {
      kind: kindOf('paper-ending'),
      targetId: sql`d.id::text`,
      personId: sql`d.person_id`,
      dueOn: sql`x.last_day`,
      consequence: consequenceOf('work-stops'),
      from: ending.from,
      where: sql`${ending.where} and (x.kind_id is null or x.last_day >= ${asked.today}::date)`,
      orderBy: sql`x.last_day, d.id`,
    }
  },
}
