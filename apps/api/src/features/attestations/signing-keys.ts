import {
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  X509Certificate,
} from 'node:crypto'
import { calculateJwkThumbprint, exportJWK, type JWK } from 'jose'
import { actorLabel, type Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { sealedFields } from '../../platform/sealing/sealed-fields.ts'
import type { DocumentSigner } from '../../platform/signing/cades.ts'
import { selfSigned } from '../../platform/signing/self-signed.ts'

export type KeyPurpose = 'facts' | 'document'

export interface FactsKey {
  id: string
  privateKey: KeyObject
}

/** What a certificate is signed with now. Made on first use, and made again when the certificate is over. */
export async function currentKeys(
  tx: Tx,
  ctx: Context,
): Promise<{ facts: FactsKey; document: DocumentSigner }> {
  const known = await readCurrent(tx, ctx, ['facts', 'document'])
  const facts = known.get('facts') ?? (await newKey(tx, ctx, 'facts'))
  const document = known.get('document')
  if (document !== undefined && !isOver(document, ctx.now))
    return { facts, document: signerOf(document) }
  if (document !== undefined) await retireKey(tx, ctx, 'document', { isLeaked: false })
  return { facts, document: signerOf(await newKey(tx, ctx, 'document')) }
}

/** The Ed25519 key that facts are signed with now, made on first use. */
export async function currentFactsKey(tx: Tx, ctx: Context): Promise<FactsKey> {
  const known = await readCurrent(tx, ctx, ['facts'])
  return known.get('facts') ?? newKey(tx, ctx, 'facts')
}

/**
 * A key is made here unless the cooperative gives its own certificate. Two requests agree on the first one.
 * Null: this certificate was given before and leaked.
 */
export async function makeKey(
  tx: Tx,
  ctx: Context,
  purpose: KeyPurpose,
  given?: DocumentSigner,
): Promise<StoredKey | null> {
  const signer = given ?? (await newSigner(tx, ctx, purpose))
  const { chain, privateKey } = signer
  const jwk = await publicJwk(privateKey)
  const [own] = chain
  const id =
    own === undefined ? (await calculateJwkThumbprint(jwk)).slice(0, ID_LENGTH) : certificateId(own)
  const fields = await sealedFields(tx, ctx)
  const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const made = await tx
    .insertInto('attestationKey')
    .values({
      cooperativeId: ctx.cooperativeId,
      id,
      purpose,
      origin: given === undefined ? 'made' : 'given',
      publicJwk: JSON.stringify(jwk),
      certificates: chain.map((der) => Buffer.from(der)),
      validUntil: own === undefined ? null : new X509Certificate(own).validToDate,
      privateSealed: fields.seal(pem, keyPlace(id)),
      createdAt: ctx.now,
      createdBy: actorLabel(ctx.actor),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 1n) return { id, privateKey, chain, validUntil: null }
  return (await readCurrent(tx, ctx, [purpose])).get(purpose) ?? null
}

/** A key made here. */
export async function newKey(tx: Tx, ctx: Context, purpose: KeyPurpose): Promise<StoredKey> {
  const made = await makeKey(tx, ctx, purpose)
  if (made === null) throw new Error(`no current key for ${purpose}`)
  return made
}

/** Ends the use of the current key. What it signed stays true, unless the key leaked. */
export async function retireKey(
  tx: Tx,
  ctx: Context,
  purpose: KeyPurpose,
  { isLeaked }: { isLeaked: boolean },
): Promise<void> {
  await tx
    .updateTable('attestationKey')
    .set({ retiredOn: ctx.today, retiredBy: actorLabel(ctx.actor), isLeaked })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('purpose', '=', purpose)
    .where('retiredOn', 'is', null)
    .execute()
}

/** Uses a certificate again that was given before. False: it was not, or its key leaked. */
export async function restoreKey(tx: Tx, ctx: Context, certificate: Uint8Array): Promise<boolean> {
  const restored = await tx
    .updateTable('attestationKey')
    .set({ retiredOn: null, retiredBy: null })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', certificateId(certificate))
    .where('isLeaked', '=', false)
    .executeTakeFirst()
  return restored.numUpdatedRows === 1n
}

/** Seals the private keys again under the newest key of the cooperative. */
export async function resealKeys(tx: Tx, ctx: Context): Promise<number> {
  const fields = await sealedFields(tx, ctx)
  const rows = await tx
    .selectFrom('attestationKey')
    .select(['id', 'privateSealed'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .forUpdate()
    .execute()
  for (const { id, privateSealed } of rows)
    await tx
      .updateTable('attestationKey')
      .set({ privateSealed: fields.seal(fields.open(privateSealed, keyPlace(id)), keyPlace(id)) })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', id)
      .execute()
  return rows.length
}

/** 60 bits of the thumbprint (RFC 7638): short in a QR code, and no two keys of a cooperative share them. */
const ID_LENGTH = 10

/** A renewed certificate may keep its key: it is known by its own fingerprint. */
export function certificateId(certificate: Uint8Array): string {
  return createHash('sha256').update(certificate).digest('base64url').slice(0, ID_LENGTH)
}

interface StoredKey {
  id: string
  privateKey: KeyObject
  chain: readonly Uint8Array[]
  validUntil: Date | null
}

async function newSigner(
  tx: Tx,
  ctx: Context,
  purpose: KeyPurpose,
): Promise<{ chain: readonly Uint8Array[]; privateKey: KeyObject }> {
  if (purpose === 'facts')
    return { chain: [], privateKey: generateKeyPairSync('ed25519').privateKey }
  const owner = await tx
    .selectFrom('cooperative')
    .select(['name', 'siren'])
    .where('id', '=', ctx.cooperativeId)
    .executeTakeFirstOrThrow()
  return selfSigned(owner, ctx.now)
}

async function readCurrent(
  tx: Tx,
  ctx: Context,
  purposes: readonly KeyPurpose[],
): Promise<ReadonlyMap<string, StoredKey>> {
  const rows = await tx
    .selectFrom('attestationKey')
    .select(['purpose', 'id', 'privateSealed', 'certificates', 'validUntil'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('purpose', 'in', [...purposes])
    .where('retiredOn', 'is', null)
    .execute()
  if (rows.length === 0) return new Map()
  const fields = await sealedFields(tx, ctx)
  return new Map(
    rows.map(({ purpose, id, privateSealed, certificates, validUntil }) => {
      const privateKey = createPrivateKey(fields.open(privateSealed, keyPlace(id)))
      const chain = certificates.map((der) => new Uint8Array(der))
      return [purpose, { id, privateKey, chain, validUntil }]
    }),
  )
}

function isOver({ validUntil }: StoredKey, now: Date): boolean {
  return validUntil !== null && validUntil <= now
}

function signerOf({ chain: [own, ...issuers], privateKey }: StoredKey): DocumentSigner {
  if (own === undefined) throw new Error('a key for documents has a certificate')
  return { chain: [own, ...issuers], privateKey }
}

/** The public part only: OKP, EC or RSA. */
async function publicJwk(key: KeyObject): Promise<JWK> {
  const { kty, crv, x, y, n, e } = await exportJWK(key)
  return JSON.parse(JSON.stringify({ kty, crv, x, y, n, e }))
}

function keyPlace(rowId: string) {
  return { table: 'attestation_key', column: 'private_sealed', rowId }
}
