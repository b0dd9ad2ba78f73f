import { isFreeTextKind } from '@terreau/domain/attestations/free-text'
import type { Locale } from '@terreau/protocol/codecs'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

/** The free paragraphs that certificates of one kind carry today in one language. */
export interface Template {
  version: number
  body: string
}

/** Versions by language, of one kind: what a batch keeps when it is started. */
export type TextVersions = { readonly [L in Locale]?: number | undefined }

/**
 * The versions in use of these kinds and languages, or those that a batch keeps, by `templateKey`; none where
 * nothing was published.
 */
export async function currentTemplates(
  tx: Tx,
  ctx: Context,
  wanted: readonly { kind: string; locale: Locale }[],
  versions: TextVersions | null = null,
): Promise<Map<string, Template>> {
  const kinds = [...new Set(wanted.map(({ kind }) => kind))].filter(isFreeTextKind)
  if (kinds.length === 0) return new Map()
  const { rows } = await sql<Template & { kind: string; locale: string }>`
    select distinct on (t.kind, t.locale) t.kind, t.locale, t.version, t.body
      from terreau.attestation_template t
     where t.cooperative_id = ${ctx.cooperativeId} and t.kind = any(${kinds}::text[])
       ${versions === null ? sql`` : sql`and t.version <= coalesce((${JSON.stringify(versions)}::jsonb ->> t.locale)::int, 0)`}
     order by t.kind, t.locale, t.version desc`.execute(tx)
  return new Map(rows.map((row) => [templateKey(row), row]))
}

export function templateKey({ kind, locale }: { kind: string; locale: string }): string {
  return `${kind} ${locale}`
}

/** Every version of the paragraphs of a kind in one language, the latest first. */
export async function templateVersions(
  tx: Tx,
  ctx: Context,
  { kind, locale }: { kind: string; locale: string },
) {
  const rows = await tx
    .selectFrom('attestationTemplate as t')
    .leftJoin('appUser as u', 'u.id', 't.publishedBy')
    .select(['t.version', 't.body', 't.publishedAt', 'u.displayName'])
    .where('t.cooperativeId', '=', ctx.cooperativeId)
    .where('t.kind', '=', kind)
    .where('t.locale', '=', locale)
    .orderBy('t.version', 'desc')
    .execute()
  return rows.map(({ version, body, publishedAt, displayName }) => ({
    version,
    body,
    publishedAt: publishedAt.toISOString(),
    publishedBy: displayName ?? '',
  }))
}
