import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_ID = 'k1'

/** What only this installation knows. The key never enters the database. */
export interface Secrets {
  /** AES-256-GCM; `place` (tenant, table, column, row) is authenticated, so a copied value cannot be opened. */
  seal(text: string, place: string): string
  open(sealed: string, place: string): string
  /** Keyed hash for one purpose, as hex. */
  sign(purpose: string, text: string): string
}

/** Reads DATA_DIR/secret.key (32 bytes, mode 0600), and makes it on the first start. */
export function loadSecrets(dataDir: string): Secrets {
  return secretsFromKey(readOrCreateKey(join(dataDir, 'secret.key'), dataDir))
}

export function secretsFromKey(key: Buffer): Secrets {
  const encryptionKey = createHmac('sha256', key).update('encryption').digest()
  const signingKey = createHmac('sha256', key).update('signing').digest()
  return {
    seal(text, place) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', encryptionKey, nonce).setAAD(Buffer.from(place))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `${KEY_ID}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    open(sealed, place) {
      const raw = Buffer.from(sealed.slice(KEY_ID.length + 1), 'base64url')
      const nonce = raw.subarray(0, NONCE_BYTES)
      const tag = raw.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', encryptionKey, nonce)
      decipher.setAAD(Buffer.from(place)).setAuthTag(tag)
      const body = raw.subarray(NONCE_BYTES + TAG_BYTES)
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
    },
    sign: (purpose, text) =>
      createHmac('sha256', signingKey).update(`${purpose}\0${text}`).digest('hex'),
  }
}

/** Unkeyed SHA-256, for tokens that are long and random already. */
export function sha256(value: string | Uint8Array): Buffer {
  return createHash('sha256').update(value).digest()
}

/** A 256-bit token for links and sessions. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

function readOrCreateKey(file: string, dataDir: string): Buffer {
  mkdirSync(dataDir, { recursive: true })
  try {
    writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const key = readFileSync(file)
  if (key.length !== 32)
    throw new Error(`${file} is not a 32-byte key; restore it from your backup`)
  return key
}
