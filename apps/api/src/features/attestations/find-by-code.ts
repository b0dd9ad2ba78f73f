import type { AttestationKind } from '@terreau/domain/attestations/kinds'
import { isValidShortCode, normaliseShortCode } from '@terreau/domain/attestations/short-code'
import type { CooperativeZone } from '@terreau/domain/time/zoned-day'
import type { KeyFigure } from '@terreau/protocol/attestations'
import { sql } from 'kysely'
import { enterCooperative, type Tx } from '../../platform/db/transaction.ts'
import { openPublicCode } from '../../platform/public-codes.ts'
import { sha256 } from '../../platform/secrets.ts'
import { type ArchivedFacts, archivedFacts, archivedKeyFigures } from './archived-facts.ts'
import { keysOfCooperative, type PublishedKey } from './published-keys.ts'
import { kindOf } from './queries.ts'

/** Whom a reader may call. */
export interface Contact {
  name: string
  phone: string
  email: string
}

/** What the verification page may say of a certificate; the page decides what a short code hides. */
export interface FoundAttestation {
  id: string
  cooperativeId: string
  /** On whose clocks the days of its page begin. */
  zone: CooperativeZone
  kind: AttestationKind
  number: string
  periodStart: string | null
  periodEnd: string | null
  facts: ArchivedFacts
  keyFigures: KeyFigure[]
  revokedAt: Date | null
  /** When another one took its place, and the number of that one. */
  replaced: { at: Date; number: string } | null
  /** The stored bytes, hashed again at this visit, are those of the day of issue. */
  isIntact: boolean
  /** The name and the document were erased at the end of their length; the rest is still true. */
  isErased: boolean
  /** SHA-256 of the document, hexadecimal. */
  sha256: string
  contact: Contact
  /** Keys that the facts of the cooperative's certificates are checked with. */
  keys: PublishedKey[]
}

/** Whoever has the bytes of the document knows all that it says. */
const OPENS: Readonly<Record<CodeForm['kind'], readonly string[]>> = {
  short: ['attestation_short'],
  long: ['attestation_long', 'attestation_file'],
}

export type CodeForm = { kind: 'short'; text: string } | { kind: 'long'; text: string }

const LONG_CODE = /^[\w-]{22,64}$/

/** Which code a reader gave, in the form that is stored; null for what can be neither. */
export function readCode(text: string): CodeForm | null {
  if (LONG_CODE.test(text)) return { kind: 'long', text }
  return isValidShortCode(text) ? { kind: 'short', text: normaliseShortCode(text) } : null
}

/** The certificate behind a code. The transaction then sees the cooperative of the code, and only that. */
export async function findByCode(tx: Tx, code: CodeForm): Promise<FoundAttestation | null> {
  const known = await openPublicCode(tx, code.text)
  if (known === undefined || !OPENS[code.kind].includes(known.purpose)) return null
  const row = await tx
    .selectFrom('attestation as a')
    .innerJoin('cooperative as c', 'c.id', 'a.cooperativeId')
    .leftJoin('storedFile as f', (join) =>
      join.onRef('f.cooperativeId', '=', 'a.cooperativeId').onRef('f.id', '=', 'a.fileId'),
    )
    .leftJoin('attestationRevocation as r', (join) =>
      join.onRef('r.cooperativeId', '=', 'a.cooperativeId').onRef('r.attestationId', '=', 'a.id'),
    )
    .leftJoin('attestationReplacement as x', (join) =>
      join.onRef('x.cooperativeId', '=', 'a.cooperativeId').onRef('x.attestationId', '=', 'a.id'),
    )
    .leftJoin('attestation as next', (join) =>
      join
        .onRef('next.cooperativeId', '=', 'a.cooperativeId')
        .onRef('next.id', '=', 'x.replacedById'),
    )
    .select([
      'a.kind',
      'a.number',
      'a.periodStart',
      'a.periodEnd',
      'a.facts',
      'a.keyFigures',
      'a.sha256',
      'f.bytes',
      'f.erasedAt',
      'r.revokedAt',
      'x.replacedAt',
      'next.number as nextNumber',
      'c.name',
      'c.phone',
      'c.email',
    ])
    .where('a.cooperativeId', '=', known.cooperativeId)
    .where('a.id', '=', known.targetId)
    .executeTakeFirst()
  if (row === undefined) return null
  const { kind, number, periodStart, periodEnd, revokedAt, replacedAt, nextNumber } = row
  const { name, phone, email } = row
  return {
    id: known.targetId,
    cooperativeId: known.cooperativeId,
    zone: known.zone,
    kind: kindOf(kind),
    number,
    periodStart,
    periodEnd,
    facts: archivedFacts(row.facts),
    keyFigures: archivedKeyFigures(row.keyFigures),
    revokedAt,
    replaced: replacedAt === null ? null : { at: replacedAt, number: nextNumber ?? '' },
    isIntact: row.bytes !== null && (row.erasedAt !== null || sha256(row.bytes).equals(row.sha256)),
    isErased: row.erasedAt !== null,
    sha256: row.sha256.toString('hex'),
    contact: { name, phone, email },
    keys: await keysOfCooperative(tx, known.cooperativeId),
  }
}

/** The only cooperative of the installation, to call about a code that nobody knows; null when several. */
export async function onlyCooperative(tx: Tx): Promise<Contact | null> {
  const { rows } = await sql<{
    id: string
  }>`select id from terreau.cooperative_ids() as id`.execute(tx)
  const [only] = rows
  if (only === undefined || rows.length > 1) return null
  await enterCooperative(tx, only.id)
  const row = await tx
    .selectFrom('cooperative')
    .select(['name', 'phone', 'email'])
    .where('id', '=', only.id)
    .executeTakeFirst()
  return row ?? null
}
