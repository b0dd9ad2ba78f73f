import { hiresToEnter } from '@terreau/domain/contracts/staff-register'
import { isPermitKind, permitRule } from '@terreau/domain/right-to-work/permit-kinds'
import { localDate } from '@terreau/domain/time/local-date'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import type { staffRegisterEndpoints } from '@terreau/protocol/staff-register'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { maskedPermitNumbers } from '../../right-to-work/index.ts'

type Register = HandlerOutput<(typeof staffRegisterEndpoints)[0]>
export type RegisterEntry = Register['entries'][number]
/** A line with the paper of the hire, which the answer of the API does not name. */
export type KeptEntry = RegisterEntry & { permitId: string | null }
type Mention = RegisterEntry['notes'][number]['mention']

/** The register as it stands, and what is still to be written in it. */
export async function readRegister(tx: Tx, ctx: Context): Promise<Register> {
  const kept = await registerEntries(tx, ctx)
  const entries = kept.map(({ permitId: _, ...entry }) => entry)
  const entered = new Set(entries.map(({ contractId }) => contractId))
  return { entries, toEnter: [...hiresToEnter(await hiresOf(tx, ctx), entered)] }
}

/**
 * The hires that the register is about: every CESA that was concluded, or imported as running. A CAPE is no
 * contract of employment and is not among them (C. com. L127-1).
 */
export async function hiresOf(tx: Tx, { cooperativeId }: Pick<Context, 'cooperativeId'>) {
  const { rows } = await sql<{
    contractId: string
    number: string
    personName: string
    activityName: string
    hiredOn: string
    isFrench: boolean
  }>`
    select c.id as contract_id, c.number, c.starts_on as hired_on, a.name as activity_name,
           terreau.full_name(p.given_name, p.family_name) as person_name,
           exists (select 1 from terreau.permit r where r.cooperative_id = c.cooperative_id
                 and r.person_id in (select terreau.file_ids(c.cooperative_id, c.person_id))
                 and r.replaced_at is null and r.kind = 'french') as is_french
      from terreau.contract c
      join terreau.person p on p.cooperative_id = c.cooperative_id and p.id = c.person_id
      join terreau.activity a on a.cooperative_id = c.cooperative_id and a.id = c.activity_id
     where c.cooperative_id = ${cooperativeId} and c.kind = 'CESA' and c.state = 'active'
       and p.erased_n is null`.execute(tx)
  return rows.map((row) => ({ ...row, hiredOn: localDate(row.hiredOn) }))
}

/** Every line with its notes, in the order in which they were written. */
export async function registerEntries(
  tx: Tx,
  ctx: Pick<Context, 'cooperativeId' | 'services'>,
): Promise<KeptEntry[]> {
  const { cooperativeId } = ctx
  const { rows } = await sql<
    Omit<RegisterEntry, 'notes' | 'permitNumber' | 'recordedAt'> & {
      permitId: string | null
      recordedAt: Date
    }
  >`
    select e.n, e.contract_id, e.person_id, e.family_name, e.given_names, e.nationality, e.born_on, e.sex, e.job,
           e.qualification, e.hired_on, x.effective_on as left_on, e.authorisation_on, e.permit_id,
           r.kind as permit_kind, e.recorded_at, u.display_name as recorded_by
      from terreau.staff_register_entry e
      join terreau.app_user u on u.id = e.recorded_by
      left join terreau.contract_exit x on x.cooperative_id = e.cooperative_id and x.contract_id = e.contract_id
      left join terreau.permit r on r.cooperative_id = e.cooperative_id and r.id = e.permit_id
     where e.cooperative_id = ${cooperativeId}
     order by e.n`.execute(tx)
  const notes = await notesOf(tx, cooperativeId)
  const permitIds = rows.flatMap(({ permitId }) => (permitId === null ? [] : [permitId]))
  const numbers = await maskedPermitNumbers(tx, ctx, permitIds)
  return rows.map((row) => ({
    ...row,
    permitKind: row.permitKind === null || !isPermitKind(row.permitKind) ? null : row.permitKind,
    permitNumber: numbers.get(row.permitId ?? '') ?? '',
    recordedAt: row.recordedAt.toISOString(),
    notes: notes.filter(({ entry }) => entry === row.n).map(({ entry: _, ...note }) => note),
  }))
}

async function notesOf(tx: Tx, cooperativeId: string) {
  const rows = await tx
    .selectFrom('staffRegisterNote as k')
    .innerJoin('appUser as u', 'u.id', 'k.recordedBy')
    .select(['k.entryN as entry', 'k.n', 'k.mention', 'k.words', 'k.happenedOn', 'k.recordedAt'])
    .select('u.displayName as recordedBy')
    .where('k.cooperativeId', '=', cooperativeId)
    .orderBy('k.entryN')
    .orderBy('k.n')
    .execute()
  return rows.map((row) => ({
    ...row,
    // The constraint of the table lists the same words.
    mention: row.mention as Mention,
    happenedOn: localDate(row.happenedOn),
    recordedAt: row.recordedAt.toISOString(),
  }))
}

/** The paper that somebody shows today, when it is a permit: type and number belong in the register (8°). */
export async function permitAtHire(
  tx: Tx,
  cooperativeId: string,
  personId: string,
): Promise<string | null> {
  const { rows } = await sql<{ id: string; kind: string }>`
    select r.id, r.kind from terreau.permit r
     where r.cooperative_id = ${cooperativeId} and r.replaced_at is null
       and r.person_id in (select terreau.file_ids(${cooperativeId}, ${personId}))`.execute(tx)
  const [paper] = rows
  if (paper === undefined) return null
  return isPermitKind(paper.kind) && !permitRule(paper.kind).isPermit ? null : paper.id
}
