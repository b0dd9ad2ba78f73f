import { checksThatCount, type RecordedCheck } from '@terreau/domain/right-to-work/hire-checks'
import type { HireChecks } from '@terreau/domain/right-to-work/right-to-work'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds } from '../../platform/own-person.ts'
import { oldestHireCheck } from './hire-check-age.ts'

/** What was done with the administration for a hire of the person on a day, as far as it counts for it. */
export async function hireChecksFor(
  tx: Tx,
  cooperativeId: string,
  asked: { on: LocalDate; checks: readonly RecordedCheck[] },
): Promise<HireChecks> {
  const since = await oldestHireCheck(tx, cooperativeId, asked.on)
  return checksThatCount(asked.checks, { on: asked.on, since })
}

/**
 * The steps of a person before a hire, the latest first. A step is of the title that is shown today unless
 * another one was shown when it was recorded: another kind, or other days. A paper that was written again
 * with one day corrected is the same title.
 */
export async function recordedChecks(
  tx: Tx,
  cooperativeId: string,
  personId: string,
): Promise<RecordedCheck[]> {
  const { rows } = await sql<Raw>`
    select h.kind, h.done_on::text, h.answer, d.id is not null as is_proved,
           (select v.expires_on::text from terreau.document_version v
             where v.cooperative_id = d.cooperative_id and v.document_id = d.id
             order by v.version desc limit 1) as proof_until,
           not exists (
             select 1 from terreau.permit o
              where o.cooperative_id = h.cooperative_id and o.person_id in ${fileIds(cooperativeId, personId)}
                and o.recorded_at <= h.recorded_at and o.replaced_at > h.recorded_at
                and not exists (
                  select 1 from terreau.permit n
                   where n.cooperative_id = o.cooperative_id and n.person_id in ${fileIds(cooperativeId, personId)}
                     and n.replaced_at is null and n.kind = o.kind
                     and (n.valid_until is not distinct from o.valid_until or n.valid_from = o.valid_from))) as is_of_title
      from terreau.hire_check h
      left join terreau.document d on d.cooperative_id = h.cooperative_id and d.id = h.document_id
        and d.withdrawn_at is null
     where h.cooperative_id = ${cooperativeId} and h.person_id in ${fileIds(cooperativeId, personId)}
     order by h.done_on desc, h.recorded_at desc`.execute(tx)
  return rows.map(({ kind, doneOn, proofUntil, ...row }) => ({
    ...row,
    kind: kind === 'job_seeker' || kind === 'student' ? kind : 'prefecture',
    doneOn: localDate(doneOn),
    proofUntil: proofUntil === null ? null : localDate(proofUntil),
  }))
}

interface Raw extends Pick<RecordedCheck, 'answer' | 'isProved' | 'isOfTitle'> {
  kind: string
  doneOn: string
  proofUntil: string | null
}

/**
 * Whether the permit `p` is the one that its person shows today. Two files that were joined may each hold one:
 * the one that was recorded last counts.
 */
export function isShownToday(cooperativeId: string): RawBuilder<boolean> {
  return sql<boolean>`(p.replaced_at is null and not exists (
    select 1 from terreau.permit n
     where n.cooperative_id = ${cooperativeId} and n.replaced_at is null and n.person_id <> p.person_id
       and n.person_id in (select terreau.file_ids(${cooperativeId}, (
             select coalesce(k.merged_into_id, k.id) from terreau.person k
              where k.cooperative_id = ${cooperativeId} and k.id = p.person_id)))
       and (n.recorded_at, n.id) > (p.recorded_at, p.id)))`
}
