import { randomUUID } from 'node:crypto'
import { foldForSearch } from '@terreau/domain/names/normalise'
import type { RetentionKind } from '@terreau/domain/retention/kinds'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { erasedName } from '@terreau/i18n/erased-name'
import { sql } from 'kysely'
import type { AuditEntry } from '../../../platform/audit/actions.ts'
import { actorLabel, type Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { found } from '../../../platform/problem-error.ts'

/** One kind of one file, or one kind before the first day that is kept. */
export type Erased = { kind: RetentionKind; cause: 'request' | 'retention'; reason: string } & (
  | { personId: string; before: null }
  | { personId: null; before: LocalDate }
)

export interface Erasure {
  rows: number
  entries: number
  audit: AuditEntry
}

/**
 * The one call of the one door (`terreau.redact`). Its line of the journal carries the digest of what was
 * emptied: it alone vouches for contents that are gone, so the caller must give it to its outcome.
 */
export async function redact(tx: Tx, ctx: Context, erased: Erased): Promise<Erasure> {
  const id = randomUUID()
  const { kind, personId, before, cause, reason } = erased
  const { rows } = await sql<{ changed: bigint; entries: bigint; digest: string }>`
    select changed, entries, digest from terreau.redact(${id}, ${kind}, ${personId}, ${before}::date,
      ${cause}, ${reason}, ${actorLabel(ctx.actor)}, ${await names(tx, ctx)}::text[], ${ctx.today}::date)`.execute(
    tx,
  )
  const { changed, entries, digest } = found(rows[0])
  const entity =
    personId === null ? { kind: 'retention', id: kind } : { kind: 'person', id: personId }
  const counted = { rows: Number(changed), entries: Number(entries) }
  const after = { redaction: id, kind, before, cause, reason, ...counted, digest }
  return { ...counted, audit: { action: 'personal-data.erased', entity, after } }
}

/** The pseudonym, in the language of the cooperative; '#' is its number. */
async function names(tx: Tx, ctx: Context): Promise<string[]> {
  const { locale } = await tx
    .selectFrom('cooperative')
    .select('locale')
    .where('id', '=', ctx.cooperativeId)
    .executeTakeFirstOrThrow()
  const { given, family } = erasedName(locale === 'en' ? 'en' : 'fr')
  return [given, family, foldForSearch(`${family} ${given}`)]
}
