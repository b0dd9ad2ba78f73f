import { X509Certificate } from 'node:crypto'
import { localDate } from '@terreau/domain/time/local-date'
import type { SigningKey } from '@terreau/protocol/attestation-keys'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { oneLine } from './give-certificate.ts'

const DAY_MS = 86_400_000

/** Every key of the cooperative, those in use first. */
export async function keysView(
  tx: Tx,
  ctx: Context,
  publishedPath: string,
): Promise<{ keys: SigningKey[]; publishedAt: string }> {
  const rows = await tx
    .selectFrom('attestationKey as k')
    .select([
      'k.id',
      'k.purpose',
      'k.origin',
      'k.certificates',
      'k.createdAt',
      'k.retiredOn',
      'k.isLeaked',
    ])
    .where('k.cooperativeId', '=', ctx.cooperativeId)
    .orderBy((eb) => eb('k.retiredOn', 'is', null), 'desc')
    .orderBy('k.purpose', 'desc')
    .orderBy('k.createdAt', 'desc')
    .execute()
  const { siren } = await tx
    .selectFrom('cooperative')
    .select('siren')
    .where('id', '=', ctx.cooperativeId)
    .executeTakeFirstOrThrow()
  return {
    keys: rows.map((row) => ({
      id: row.id,
      purpose: row.purpose === 'facts' ? 'facts' : 'document',
      createdAt: row.createdAt.toISOString(),
      retiredOn: row.retiredOn === null ? null : localDate(row.retiredOn),
      isLeaked: row.isLeaked,
      certificate: certificateView(row, ctx.now),
    })),
    publishedAt: `${ctx.services.config.publicUrl}${publishedPath}/${siren}`,
  }
}

function certificateView(
  { certificates, origin }: { certificates: readonly Buffer[]; origin: string },
  now: Date,
): SigningKey['certificate'] {
  const [own] = certificates
  if (own === undefined) return null
  const { subject, issuer, validToDate, fingerprint256 } = new X509Certificate(own)
  return {
    origin: origin === 'given' ? 'given' : 'made',
    subject: oneLine(subject),
    issuer: oneLine(issuer),
    validUntil: validToDate.toISOString(),
    daysLeft: Math.floor((validToDate.getTime() - now.getTime()) / DAY_MS),
    fingerprint: fingerprint256,
  }
}
