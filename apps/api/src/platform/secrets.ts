import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32

/** What only this installation knows. The keys never enter the database. */
export interface Secrets {
  /** AES-256-GCM; `place` (tenant, table, column, row) is authenticated, so a copied value cannot be opened. */
  seal(text: string, place: string): string
  open(sealed: string, place: string): string
  /** Keyed hash for one purpose, as hex. The first key signs for ever: what it signed must be found again. */
  sign(purpose: string, text: string): string
  /** A new key seals from now on; the older ones still open what they sealed. */
  addKey(): void
}

/** The keys of an installation, oldest first; it grows, it never changes. */
interface KeyRing {
  read(): Buffer[]
  add(): void
}

/** Reads DATA_DIR/secret.key (32 bytes, mode 0600) and its successors, and makes it on the first start. */
export function loadSecrets(dataDir: string): Secrets {
  mkdirSync(dataDir, { recursive: true })
  createKey(join(dataDir, keyFile(1)))
  return secretsFromRing({
    read: () => readKeys(dataDir),
    add: () => createKey(join(dataDir, keyFile(readKeys(dataDir).length + 1))),
  })
}

/** Secrets that live in memory only. */
export function secretsFromKey(key: Buffer): Secrets {
  const keys = [key]
  return secretsFromRing({ read: () => [...keys], add: () => keys.push(randomBytes(KEY_BYTES)) })
}

function secretsFromRing(ring: KeyRing): Secrets {
  let keys = ring.read()
  const first = keys[0]
  if (first === undefined) throw new Error('an installation has a key')
  const signingKey = derive(first, 'signing')
  /** Another process may have added one since. */
  const keyOf = (number: number): Buffer => {
    if (number > keys.length) keys = ring.read()
    const key = keys[number - 1]
    if (key === undefined)
      throw new Error(`${keyFile(number)} is missing; restore it from your backup`)
    return derive(key, 'encryption')
  }
  return {
    seal(text, place) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', keyOf(keys.length), nonce)
      const body = Buffer.concat([
        cipher.setAAD(Buffer.from(place)).update(text, 'utf8'),
        cipher.final(),
      ])
      const sealed = Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
      return `k${keys.length}.${sealed}`
    },
    open(sealed, place) {
      const [id = '', encoded = ''] = sealed.split('.')
      const raw = Buffer.from(encoded, 'base64url')
      const nonce = raw.subarray(0, NONCE_BYTES)
      const tag = raw.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', keyOf(Number(id.slice(1))), nonce)
      decipher.setAAD(Buffer.from(place)).setAuthTag(tag)
      const body = raw.subarray(NONCE_BYTES + TAG_BYTES)
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
    },
    sign: (purpose, text) =>
      createHmac('sha256', signingKey).update(`${purpose}\0${text}`).digest('hex'),
    addKey() {
      ring.add()
      keys = ring.read()
    },
  }
}

function derive(key: Buffer, purpose: 'encryption' | 'signing'): Buffer {
  return createHmac('sha256', key).update(purpose).digest()
}

/** Unkeyed SHA-256, for tokens that are long and random already. */
export function sha256(value: string | Uint8Array): Buffer {
  return createHash('sha256').update(value).digest()
}

/** A 256-bit token for links and sessions. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** secret.key, then secret-2.key, secret-3.key… */
function keyFile(number: number): string {
  return number === 1 ? 'secret.key' : `secret-${number}.key`
}

function createKey(file: string): void {
  try {
    writeFileSync(file, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}

function readKeys(dataDir: string): Buffer[] {
  const keys: Buffer[] = []
  for (let number = 1; existsSync(join(dataDir, keyFile(number))); number += 1) {
    const file = join(dataDir, keyFile(number))
    const key = readFileSync(file)
    if (key.length !== KEY_BYTES)
      throw new Error(`${file} is not a 32-byte key; restore it from your backup`)
    keys.push(key)
  }
  return keys
}
