import { FOLLOWED_KINDS, paperAlerts, USUAL_PAPER_ALERTS } from '@terreau/domain/documents/ending'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { settingsOn } from '../../settings/index.ts'
import { isHere } from '../still-here.ts'

/** A paper that ended longer ago without a newer one is read on the page of the person. */
const DAYS_BACK = 365

interface Asked {
  cooperativeId: string
  today: LocalDate
}

/** How many days before the end the first alert may be, as SQL: sources of the queue read no setting before. */
export const latestPaperAlert = ({ cooperativeId, today }: Asked): RawBuilder<unknown> => {
  const setting = (key: string, usual: number) => sql`coalesce((select s.value
    from terreau.cooperative_setting s where s.cooperative_id = ${cooperativeId} and s.key = ${key}
     and s.valid_from <= ${today}::date order by s.valid_from desc limit 1)::integer, ${usual}::integer)`
  const { firstDays, lastDays } = USUAL_PAPER_ALERTS
  return sql`greatest(${setting('paper_alert_first_days', firstDays)},
    ${setting('paper_alert_last_days', lastDays)})`
}

/**
 * The papers (`d`) of people who are here, but permits, whose last day (`x.last_day`) is within `days` (an
 * integer in SQL) or has passed without a newer one. What counts is the newest version of a document, or what
 * was written when a piece was accepted: one that waits, beside an accepted one too, or was asked for again,
 * is followed as a piece.
 */
export function endingPapers(
  asked: Asked,
  days: RawBuilder<unknown>,
): { from: RawBuilder<unknown>; where: RawBuilder<unknown> } {
  const { cooperativeId, today } = asked
  const near = (column: RawBuilder<unknown>) =>
    sql`${column} between ${today}::date - ${DAYS_BACK}::integer and ${today}::date + ${days}`
  return {
    from: sql`(
        select v.document_id, v.expires_on as last_day, null::uuid as kind_id, null::uuid as piece_id
          from terreau.document_version v
         where v.cooperative_id = ${cooperativeId} and v.expires_on is not null
           and ${near(sql`v.expires_on`)}
           and not exists (select 1 from terreau.document_version n
                 where n.cooperative_id = v.cooperative_id and n.document_id = v.document_id
                   and n.version > v.version)
           and not exists (select 1 from terreau.piece i
                 where i.cooperative_id = v.cooperative_id and i.document_id = v.document_id)
        union all
        select i.document_id, i.expires_on, i.kind_id, i.id
          from terreau.piece i
         where i.cooperative_id = ${cooperativeId} and i.state = 'accepted' and i.renewal_received_at is null
           and i.expires_on is not null and ${near(sql`i.expires_on`)}) x
      join terreau.document d on d.cooperative_id = ${cooperativeId} and d.id = x.document_id
      join terreau.person f on f.cooperative_id = d.cooperative_id and f.id = d.person_id
      left join terreau.piece_kind g on g.cooperative_id = d.cooperative_id and g.id = x.kind_id`,
    where: sql`d.withdrawn_at is null and d.kind = any(${[...FOLLOWED_KINDS]}::text[])
       and ${isHere(asked, sql`coalesce(f.merged_into_id, f.id)`)}
       and (d.kind = 'other' or not exists (
             select 1 from terreau.document o
               join lateral (select v.expires_on from terreau.document_version v
                     where v.cooperative_id = o.cooperative_id and v.document_id = o.id
                     order by v.version desc limit 1) w on true
               left join terreau.piece q on q.cooperative_id = o.cooperative_id and q.document_id = o.id
              where o.cooperative_id = d.cooperative_id and o.id <> d.id and o.kind = d.kind
                and o.person_id in (select terreau.file_ids(d.cooperative_id, coalesce(f.merged_into_id, f.id)))
                and o.withdrawn_at is null
                and case when q.id is null then w.expires_on > x.last_day
                         else q.state = 'accepted' and (q.expires_on is null or q.expires_on > x.last_day) end))`,
  }
}

/** The thresholds that the cooperative decided for today, in days before the end. */
export async function paperAlertDays(tx: Tx, ctx: Context): Promise<readonly number[]> {
  const keys = ['paper_alert_first_days', 'paper_alert_last_days'] as const
  const settings = await settingsOn(tx, ctx.cooperativeId, keys, ctx.today)
  return paperAlerts({
    firstDays: Number(settings.get(keys[0]) ?? USUAL_PAPER_ALERTS.firstDays),
    lastDays: Number(settings.get(keys[1]) ?? USUAL_PAPER_ALERTS.lastDays),
  })
}
