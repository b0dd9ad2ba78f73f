import { badgesDue, nextBadge } from '@terreau/domain/tutoring/badges'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { ownPersonIds } from '../../../platform/own-person.ts'
import { badgeUrl } from './addresses.ts'
import { thresholdsToday, volunteerHoursOf } from './badge-hours.ts'

const PAGE = 50

interface BadgeRow {
  id: string
  thresholdMinutes: number
  issuedAt: Date
  code: string
  revokedAt: Date | null
  isKeyLeaked: boolean
}

interface StaffBadgeRow extends BadgeRow {
  personName: string
  reason: string
  isBelow: boolean
}

const badgeColumns = sql`b.id, b.threshold_minutes, b.issued_at, b.code, r.revoked_at, k.is_leaked as is_key_leaked`
const badgesFrom = sql`terreau.tutor_badge b
  join terreau.attestation_key k on k.cooperative_id = b.cooperative_id and k.id = b.key_id
  left join terreau.tutor_badge_revocation r on r.cooperative_id = b.cooperative_id and r.badge_id = b.id`

/** The badges of whoever is signed in, newest first, and how far the next one is. */
export async function ownBadges(tx: Tx, ctx: Context) {
  const personIds = ownPersonIds(ctx)
  const { rows } = await sql<BadgeRow>`select ${badgeColumns} from ${badgesFrom}
    where b.cooperative_id = ${ctx.cooperativeId} and b.person_id = any(${personIds}::uuid[])
    order by b.issued_at desc, b.id`.execute(tx)
  const { approvedMinutes } = await volunteerHoursOf(tx, ctx, personIds)
  const thresholds = await thresholdsToday(tx, ctx)
  const held = rows.filter((row) => row.revokedAt === null).map((row) => row.thresholdMinutes)
  return {
    approvedMinutes,
    next: nextBadge(approvedMinutes, thresholds),
    waiting: badgesDue(approvedMinutes, { thresholds, held }),
    badges: rows.map((row) => badgeView(ctx, row)),
  }
}

/** What staff see: who has reached a threshold, by name, then one page of what was issued. */
export async function listBadges(
  tx: Tx,
  ctx: Context,
  { before }: { before?: string | undefined },
) {
  const thresholds = await thresholdsToday(tx, ctx)
  const at = decodeCursor(before, z.tuple([z.iso.datetime(), z.uuid()]))
  const further = at === null ? sql`` : sql`and (b.issued_at, b.id) < (${at[0]}, ${at[1]}::uuid)`
  const { rows } = await sql<StaffBadgeRow>`select ${badgeColumns},
      terreau.full_name(p.given_name, p.family_name) as person_name, coalesce(r.reason, '') as reason,
      coalesce((select sum(m.approved_minutes) from terreau.tutoring_tutor_month m
        where m.cooperative_id = b.cooperative_id and m.kind = 'volunteer'
          and m.tutor_person_id in (select terreau.file_ids(b.cooperative_id, coalesce(p.merged_into_id, p.id)))), 0)
        < b.threshold_minutes as is_below
    from ${badgesFrom}
    join terreau.person p on p.cooperative_id = b.cooperative_id and p.id = b.person_id
    where b.cooperative_id = ${ctx.cooperativeId} ${further}
    order by b.issued_at desc, b.id desc limit ${PAGE + 1}`.execute(tx)
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    thresholds,
    due: await dueBadges(tx, ctx, thresholds),
    badges: shown.map((row) => ({
      ...badgeView(ctx, row),
      personName: row.personName,
      reason: row.reason,
      isBelow: row.isBelow,
    })),
    next: rows.length > PAGE && last ? encodeCursor([last.issuedAt.toISOString(), last.id]) : null,
  }
}

/** Thresholds that tutors have reached and hold no badge for: the first of them, in the order of names. */
async function dueBadges(tx: Tx, ctx: Context, thresholds: readonly number[]) {
  const { rows } = await sql<{
    personId: string
    personName: string
    thresholdMinutes: number
    approvedMinutes: number
  }>`with given as (
      select coalesce(p.merged_into_id, p.id) as file_id, sum(m.approved_minutes) as minutes
        from terreau.tutoring_tutor_month m
        join terreau.person p on p.cooperative_id = m.cooperative_id and p.id = m.tutor_person_id
       where m.cooperative_id = ${ctx.cooperativeId} and m.kind = 'volunteer'
       group by 1),
    held as (
      select coalesce(p.merged_into_id, p.id) as file_id, b.threshold_minutes
        from terreau.tutor_badge b
        join terreau.person p on p.cooperative_id = b.cooperative_id and p.id = b.person_id
        left join terreau.tutor_badge_revocation r on r.cooperative_id = b.cooperative_id and r.badge_id = b.id
       where b.cooperative_id = ${ctx.cooperativeId} and r.badge_id is null)
    select f.id as person_id, terreau.full_name(f.given_name, f.family_name) as person_name, t.minutes as threshold_minutes,
           g.minutes::int as approved_minutes
      from given g
      join terreau.person f on f.cooperative_id = ${ctx.cooperativeId} and f.id = g.file_id
      join unnest(${thresholds}::int[]) as t (minutes) on t.minutes <= g.minutes
     where f.archived_at is null and (f.id, t.minutes) not in (select h.file_id, h.threshold_minutes from held h)
     order by f.search_name collate "C", f.id, t.minutes limit ${PAGE}`.execute(tx)
  return rows
}

function badgeView(ctx: Context, row: BadgeRow) {
  return {
    id: row.id,
    thresholdMinutes: row.thresholdMinutes,
    issuedAt: row.issuedAt.toISOString(),
    url: badgeUrl(ctx.services.config.publicUrl, row.code),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    isKeyLeaked: row.isKeyLeaked,
  }
}
