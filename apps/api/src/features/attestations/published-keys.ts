import { sql } from 'kysely'
import { z } from 'zod'
import { enterCooperative, type Tx } from '../../platform/db/transaction.ts'

const publicJwk = z.looseObject({ kty: z.string(), kid: z.string() })

/** A key as it is published: a JWK (RFC 7517) with whose it is and, once it is no longer used, its last day. */
const publishedKey = z.object({
  ...publicJwk.shape,
  crv: z.string().optional(),
  x: z.string().optional(),
  /** The certificate of a key that seals documents, then its issuers: DER in base64. */
  x5c: z.array(z.string()).optional(),
  issuer: z.string(),
  /** Of the cooperative; absent in lists that were kept before it was published. */
  siren: z.string().optional(),
  /** The last day this key signed, 'YYYY-MM-DD'; null while it is used. */
  retired_on: z.string().nullable(),
})

export const publishedKeys = z.object({ keys: z.array(publishedKey) })

export type PublishedKey = z.output<typeof publishedKey>

/** The keys of the cooperative that this transaction sees. Keys that leaked are no longer published. */
export async function keysOfCooperative(tx: Tx, cooperativeId: string): Promise<PublishedKey[]> {
  const rows = await tx
    .selectFrom('attestationKey as k')
    .innerJoin('cooperative as c', 'c.id', 'k.cooperativeId')
    .select(['k.id', 'k.publicJwk', 'k.certificates', 'k.retiredOn', 'c.name', 'c.siren'])
    .where('k.cooperativeId', '=', cooperativeId)
    .where('k.isLeaked', '=', false)
    .orderBy('k.createdAt', 'desc')
    .orderBy('k.id')
    .execute()
  return rows.map(({ id, publicJwk: jwk, certificates, retiredOn, name, siren }) => ({
    ...publicJwk.parse({ ...z.looseObject({}).parse(jwk), kid: id }),
    use: 'sig',
    ...(certificates.length === 0
      ? { alg: 'EdDSA' }
      : { x5c: certificates.map((der) => der.toString('base64')) }),
    issuer: name,
    siren,
    retired_on: retiredOn,
  }))
}

/** The keys of every cooperative of the installation, or of the one with this SIREN. */
export async function allKeys(tx: Tx, siren?: string): Promise<PublishedKey[]> {
  const { rows } = await sql<{
    id: string
  }>`select id from terreau.cooperative_ids() as id`.execute(tx)
  const keys: PublishedKey[] = []
  for (const { id } of rows) {
    await enterCooperative(tx, id)
    if (siren === undefined || (await sirenOf(tx, id)) === siren)
      keys.push(...(await keysOfCooperative(tx, id)))
  }
  return keys
}

async function sirenOf(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('cooperative')
    .select('siren')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.siren
}
