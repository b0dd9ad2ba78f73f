import { type KindStanding, standingOf } from '@terreau/domain/retention/erasure'
import { RETENTION_KINDS, retentionRule } from '@terreau/domain/retention/kinds'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { settingsOn } from '../../settings/index.ts'

/** A file and what may happen to each kind of its data today. */
export interface FileStanding {
  personId: string
  isHeld: boolean
  /** From when the lengths count: the end of the last contract, or the last contact. */
  since: LocalDate
  kinds: KindStanding[]
  /** Kinds that were erased since then. */
  erased: ReadonlySet<string>
}

interface Row {
  personId: string
  runs: boolean
  hadContract: boolean
  departedOn: string | null
  lastContactOn: string
  isHeld: boolean
  erased: string[]
}

/** The lengths that the cooperative set, in force today. */
export function retentionSettings(tx: Tx, ctx: Context): Promise<ReadonlyMap<string, string>> {
  const keys = RETENTION_KINDS.flatMap((kind) => retentionRule(kind).setting ?? [])
  return settingsOn(tx, ctx.cooperativeId, [...new Set(keys)], ctx.today)
}

/** Every file that still has a name, or the one that is asked for. */
export async function fileStandings(
  tx: Tx,
  ctx: Context,
  personId: string | null,
): Promise<FileStanding[]> {
  const { rows } = await sql<Row>`
    select r.person_id, r.runs, r.had_contract, r.departed_on::text, r.last_contact_on::text,
           r.person_id in (select terreau.held_people()) as is_held,
           array(select x.kind from terreau.redaction x where x.cooperative_id = ${ctx.cooperativeId}
             and x.person_id = r.person_id
             and x.made_on >= coalesce(r.departed_on, r.last_contact_on)) as erased
      from terreau.person_relations(${ctx.today}::date) r
      join terreau.person p on p.cooperative_id = ${ctx.cooperativeId} and p.id = r.person_id
     where p.erased_n is null and (${personId}::uuid is null or r.person_id = ${personId})
     order by r.person_id`.execute(tx)
  const settings = await retentionSettings(tx, ctx)
  return rows.map((row) => toStanding(row, ctx.today, settings))
}

function toStanding(
  row: Row,
  today: LocalDate,
  settings: ReadonlyMap<string, string>,
): FileStanding {
  const departedOn = row.departedOn === null ? null : localDate(row.departedOn)
  const lastContactOn = localDate(row.lastContactOn)
  const { personId, runs, hadContract, isHeld } = row
  return {
    personId,
    isHeld,
    since: departedOn ?? lastContactOn,
    kinds: standingOf({ runs, hadContract, departedOn, lastContactOn }, today, settings),
    erased: new Set(row.erased),
  }
}

/** How many rows a kind holds, of one file or before a day. */
export async function countPersonal(
  tx: Tx,
  ctx: Context,
  of: { kind: string; personId: string | null; before: LocalDate | null },
): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`
    select terreau.count_personal(${of.kind}, array(select terreau.file_ids(${ctx.cooperativeId}, ${of.personId}::uuid)),
      ${of.before}::date) as count`.execute(tx)
  return Number(rows[0]?.count ?? 0n)
}
