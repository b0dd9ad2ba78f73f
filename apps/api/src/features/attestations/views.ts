import { formatShortCode } from '@terreau/domain/attestations/short-code'
import type { attestationsEndpoints } from '@terreau/protocol/attestations'
import type { Locale } from '@terreau/protocol/codecs'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { readFile } from '../../platform/files/store.ts'
import type { FileAnswer } from '../../platform/http/mount.ts'
import { ownPersonId } from '../../platform/own-person.ts'
import { sha256 } from '../../platform/secrets.ts'
import { archivedFacts, archivedKeyFigures, snapshotOf } from './archived-facts.ts'
import { deliveryOf } from './deliveries/delivery-views.ts'
import type { FactsWanted } from './gather-facts.ts'
import { gatherFacts } from './gather-facts.ts'
import { attestationDetail, attestationsOfPerson, documentOf, lastChecks } from './queries.ts'
import { verifyUrl } from './verify-url.ts'

export async function factsView(tx: Tx, ctx: Context, wanted: FactsWanted) {
  const { parties, lines, months, missing, content } = await gatherFacts(tx, ctx, wanted)
  const { personId: id, person, locale } = parties
  return {
    person: { id, name: person.fullName, locale },
    lines,
    months,
    missing,
    canIssue: content !== null,
  }
}

export async function detailView(tx: Tx, ctx: Context, attestationId: string) {
  const row = await attestationDetail(tx, ctx.cooperativeId, attestationId)
  const file = await readFile(tx, ctx.cooperativeId, row.fileId)
  const locale: Locale = row.locale === 'en' ? 'en' : 'fr'
  return {
    ...row.summary,
    locale,
    copyLocale: row.copyLocale === 'en' ? ('en' as const) : null,
    templateVersion: row.templateVersion,
    issuedAt: row.issuedAt.toISOString(),
    issuedBy: row.issuedBy ?? '',
    revocation:
      row.revokedAt === null
        ? null
        : {
            reason: row.reason ?? '',
            revokedAt: row.revokedAt.toISOString(),
            revokedBy: row.revokedBy ?? '',
          },
    replacement:
      row.replacedAt === null || row.nextId === null
        ? null
        : {
            id: row.nextId,
            number: row.nextNumber ?? '',
            reason: row.replacedFor ?? '',
            replacedAt: row.replacedAt.toISOString(),
            replacedBy: row.replacedBy ?? '',
          },
    replaces: row.formerId === null ? null : { id: row.formerId, number: row.formerNumber ?? '' },
    shortCode: formatShortCode(row.shortCode),
    verifyUrl: verifyUrl(ctx.services.config.publicUrl, row.longCode),
    sha256: row.sha256.toString('hex'),
    isIntact: sha256(file.bytes).equals(row.sha256),
    sealed: sealedOf(row),
    keyFigures: archivedKeyFigures(row.keyFigures),
    delivery: await deliveryOf(tx, ctx, {
      ...row.summary,
      isValid: row.summary.state === 'issued',
    }),
    lastChecks: await lastChecks(tx, ctx.cooperativeId, attestationId),
    snapshot: snapshotOf(archivedFacts(row.facts), locale),
  }
}

type Sealed = HandlerOutput<(typeof attestationsEndpoints)[3]>['sealed']

/** The table's own checks hold these words. */
function sealedOf(row: {
  sealLevel: string | null
  stampedAt: Date | null
  stampFailure: string | null
}): Sealed {
  if (row.sealLevel === null) return null
  const failures = ['no-answer', 'refused', 'wrong'] as const
  return {
    level: row.sealLevel === 'B-T' ? 'B-T' : 'B-B',
    stampedAt: row.stampedAt?.toISOString() ?? null,
    stampFailure: failures.find((one) => one === row.stampFailure) ?? null,
  }
}

export async function documentAnswer(
  tx: Tx,
  ctx: Context,
  of: { attestationId: string; personIds?: readonly string[] },
): Promise<FileAnswer> {
  const { mediaType, fileName, bytes } = await documentOf(tx, ctx.cooperativeId, of)
  return { mediaType, fileName, bytes, isInline: true }
}

export async function ownAttestations(tx: Tx, ctx: Context) {
  const rows = await attestationsOfPerson(tx, ctx.cooperativeId, ownPersonId(ctx))
  return rows.map(({ longCode, personId: _personId, personName: _name, endedAt: _at, ...row }) => ({
    ...row,
    verifyUrl: verifyUrl(ctx.services.config.publicUrl, longCode),
  }))
}
