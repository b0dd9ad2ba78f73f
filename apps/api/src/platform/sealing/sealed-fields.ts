import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
import type { Secrets } from '../secrets.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32

/** Where a sealed value stands. It is authenticated, so a value copied elsewhere cannot be opened. */
export interface FieldPlace {
  table: string
  column: string
  rowId: string
}

/** AES-256-GCM with a key of one cooperative, which the key of the installation wraps. */
export interface SealedFields {
  seal(text: string, place: FieldPlace): string
  open(sealed: string, place: FieldPlace): string
}

type Installation = Pick<Context, 'cooperativeId'> & { services: { secrets: Secrets } }

/** The keys of a cooperative, made on first use. A value names its key, so old ones open after a rotation. */
export async function sealedFields(tx: Tx, ctx: Installation): Promise<SealedFields> {
  const keys = await readKeys(tx, ctx)
  const current = [...keys].find(([, key]) => key.isCurrent) ?? (await addKey(tx, ctx, 1))
  keys.set(...current)
  const [currentId, currentKey] = current
  return {
    seal(text, place) {
      const nonce = randomBytes(NONCE_BYTES)
      const aad = additionalData(ctx.cooperativeId, place, currentId)
      const cipher = createCipheriv('aes-256-gcm', currentKey.bytes, nonce).setAAD(aad)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `${currentId}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    open(sealed, place) {
      const [id = '', encoded = ''] = sealed.split('.')
      const key = keys.get(id)
      if (key === undefined) throw new Error(`the key ${id} of a sealed field is not here`)
      const raw = Buffer.from(encoded, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key.bytes, raw.subarray(0, NONCE_BYTES))
      decipher.setAAD(additionalData(ctx.cooperativeId, place, id))
      decipher.setAuthTag(raw.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      const body = raw.subarray(NONCE_BYTES + TAG_BYTES)
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
    },
  }
}

/** Begins a new key: what is sealed from now on uses it, older values still open. Answers its id. */
export async function rotateDataKey(tx: Tx, ctx: Installation): Promise<string> {
  const keys = await readKeys(tx, ctx)
  await tx
    .updateTable('dataKey')
    .set((eb) => ({ retiredAt: eb.fn<Date>('now', []) }))
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('retiredAt', 'is', null)
    .execute()
  const [id] = await addKey(tx, ctx, keys.size + 1)
  return id
}

/** Wraps every key of the cooperative again with the newest key of the installation. */
export async function rewrapDataKeys(tx: Tx, ctx: Installation): Promise<number> {
  const keys = await readKeys(tx, ctx)
  for (const [id, { bytes }] of keys) {
    await tx
      .updateTable('dataKey')
      .set({ wrapped: wrap(ctx, id, bytes) })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', id)
      .execute()
  }
  return keys.size
}

interface DataKey {
  bytes: Buffer
  isCurrent: boolean
}

async function readKeys(tx: Tx, ctx: Installation): Promise<Map<string, DataKey>> {
  const rows = await tx
    .selectFrom('dataKey')
    .select(['id', 'wrapped', 'retiredAt'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .orderBy('id')
    .execute()
  const { secrets } = ctx.services
  return new Map(
    rows.map(({ id, wrapped, retiredAt }) => {
      const bytes = Buffer.from(secrets.open(wrapped, keyPlace(ctx.cooperativeId, id)), 'base64url')
      return [id, { bytes, isCurrent: retiredAt === null }]
    }),
  )
}

/** Two requests that both make the first key agree on one: the second waits, then reads it. */
async function addKey(tx: Tx, ctx: Installation, n: number): Promise<[string, DataKey]> {
  const id = `d${n}`
  const bytes = randomBytes(KEY_BYTES)
  const made = await tx
    .insertInto('dataKey')
    .values({ cooperativeId: ctx.cooperativeId, id, wrapped: wrap(ctx, id, bytes) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 1n) return [id, { bytes, isCurrent: true }]
  const known = [...(await readKeys(tx, ctx))].find(([, key]) => key.isCurrent)
  if (known === undefined) throw new Error('no current key of sealed fields')
  return known
}

function wrap(ctx: Installation, id: string, bytes: Buffer): string {
  const place = keyPlace(ctx.cooperativeId, id)
  return ctx.services.secrets.seal(bytes.toString('base64url'), place)
}

function keyPlace(cooperativeId: string, id: string): string {
  return `${cooperativeId}|data_key|wrapped|${id}`
}

function additionalData(cooperativeId: string, place: FieldPlace, keyId: string): Buffer {
  return Buffer.from([cooperativeId, place.table, place.column, place.rowId, keyId].join('|'))
}
