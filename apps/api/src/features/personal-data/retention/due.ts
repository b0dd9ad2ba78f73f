import {
  keptMonths,
  keptSince,
  PERSON_KINDS,
  RETENTION_KINDS,
  type RetentionKind,
  retentionRule,
} from '@terreau/domain/retention/kinds'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { countPersonal, fileStandings, retentionSettings } from '../erasure/standing.ts'

/** One kind: how long it is kept, and what is over today. */
export interface DueKind {
  kind: RetentionKind
  months: number
  /** Whether the cooperative set the length itself. */
  isSet: boolean
  /** Files over their length, each with the rows that it holds; empty for kinds that go by date. */
  files: { personId: string; rows: number; since: LocalDate }[]
  /** The first day that is kept, for kinds that go by date. */
  before: LocalDate | null
  rows: number
  oldest: LocalDate | null
  /** Files that a hold keeps beyond their length. */
  held: number
}

/** What is over today, kind by kind. Reads only: the dry run, the page and the night share it. */
export async function dueKinds(tx: Tx, ctx: Context): Promise<DueKind[]> {
  const settings = await retentionSettings(tx, ctx)
  const perFile = await dueFiles(tx, ctx)
  const kinds: DueKind[] = []
  for (const kind of RETENTION_KINDS) {
    const { scope, setting } = retentionRule(kind)
    const months = keptMonths(kind, settings)
    const head = { kind, months, isSet: setting !== undefined && settings.has(setting) }
    const due = perFile.get(kind) ?? { files: [], held: 0 }
    kinds.push(
      scope === 'date'
        ? { ...head, ...(await dueByDate(tx, ctx, kind, months)) }
        : { ...head, ...due, before: null, ...sumOf(due.files) },
    )
  }
  return kinds
}

type Files = Pick<DueKind, 'files' | 'held'>

async function dueFiles(tx: Tx, ctx: Context): Promise<Map<RetentionKind, Files>> {
  const due = new Map<RetentionKind, Files>(
    PERSON_KINDS.map((kind) => [kind, { files: [], held: 0 }]),
  )
  for (const { personId, isHeld, since, kinds, erased } of await fileStandings(tx, ctx, null)) {
    for (const { kind, state } of kinds) {
      if (state !== 'due' || erased.has(kind)) continue
      const rows = await countPersonal(tx, ctx, { kind, personId, before: null })
      const entry = due.get(kind)
      if (rows === 0 || entry === undefined) continue
      if (isHeld) entry.held += 1
      else entry.files.push({ personId, rows, since })
    }
  }
  return due
}

function sumOf(files: DueKind['files']): Pick<DueKind, 'rows' | 'oldest'> {
  const days = files.map((file) => file.since).sort()
  return { rows: files.reduce((sum, file) => sum + file.rows, 0), oldest: days[0] ?? null }
}

async function dueByDate(
  tx: Tx,
  ctx: Context,
  kind: RetentionKind,
  months: number,
): Promise<Pick<DueKind, 'files' | 'before' | 'rows' | 'oldest' | 'held'>> {
  const before = keptSince(kind, months, ctx.today)
  // A contact carries its own last day, counted when it was last spoken with.
  const until = kind === 'lead' ? ctx.today : before
  const rows = await countPersonal(tx, ctx, { kind, personId: null, before: until })
  const oldest = rows === 0 ? null : await oldestOf(tx, ctx, kind)
  return { files: [], before: until, rows, oldest, held: 0 }
}

const OLDEST: Partial<Record<RetentionKind, RawBuilder<unknown>>> = {
  lead: sql`select min(t.last_contact_on) as day from terreau.lead t where t.person_id is null and`,
  accounting: sql`select min((t.month || '-01')::date) as day from terreau.declaration t where`,
  message: sql`select min(t.created_at)::date as day from terreau.mail t where t.to_address <> '…' and`,
  look: sql`select min(t.looked_at)::date as day from terreau.look t where`,
  check: sql`select min(t.checked_at)::date as day from terreau.attestation_check t where`,
  sign_in: sql`select min(t.created_at)::date as day from terreau.session t where`,
  journal: sql`select min(t.at)::date as day from terreau.audit_entry t where (t.before is not null or t.after is not null) and`,
  request: sql`select min(t.created_at)::date as day from terreau.idempotency t where`,
  export: sql`select min(t.expires_on) as day from terreau.personal_export t where t.state = 'ready' and`,
}

async function oldestOf(tx: Tx, ctx: Context, kind: RetentionKind): Promise<LocalDate | null> {
  const query = OLDEST[kind]
  if (query === undefined) return null
  const { rows } = await sql<{ day: string | null }>`
    ${query} t.cooperative_id = ${ctx.cooperativeId}`.execute(tx)
  const day = rows[0]?.day ?? null
  return day === null ? null : localDate(day)
}
