import { readSignature } from '@terreau/pdf/signature-field'
import { checkPdf } from '../src/features/attestations/check-pdf.ts'
import { findByCode, readCode } from '../src/features/attestations/find-by-code.ts'
import { type PublishedKey, publishedKeys } from '../src/features/attestations/published-keys.ts'
import { checkFacts } from '../src/features/attestations/signed-facts.ts'
import { inTransaction } from '../src/platform/db/transaction.ts'
import { givenScheme, givenTester } from '../test/given-money.ts'
import { queryAsOwner } from '../test/query-as-owner.ts'
import { type Caller, call, givenCooperative, givenUser, type TestApp } from '../test/test-app.ts'
import { type Bar, type BarOptions, fact, onTestApp } from './bar.ts'

interface Issued {
  id: string
  pdf: Uint8Array
  facts: string
  shortCode: string
}

/** Certificates checked in every way, before and after a change of keys, and what must not pass as one. */
export const truth: Bar = {
  name: 'truth',
  promise: 'a true certificate is known in every way, a false one in none',
  sabotage: 'the file is not compared with its signature, only its facts are read',
  run: (options) => onTestApp(options, (test) => runOn(test, options)),
}

async function runOn(test: TestApp, options: BarOptions): ReturnType<Bar['run']> {
  const size = options.isSmall
    ? { documents: 20, guesses: 300 }
    : { documents: 500, guesses: 10_000 }
  const cooperative = await givenCooperative(test)
  const scheme = await givenScheme(test, cooperative)
  const direction = await givenUser(test, cooperative, ['direction'])
  const { personId } = await givenTester(test, cooperative, scheme, { kind: 'CAPE' })
  const issue = async (): Promise<Issued> => issueOne(test, direction, personId)
  const before = await times(size.documents / 2, issue)
  for (const purpose of ['facts', 'document'] as const)
    await call(test, direction, 'POST /attestation-keys/rotation', {
      body: { purpose, isLeaked: false },
    })
  const all = [...before, ...(await times(size.documents / 2, issue))]
  const keys = await readKeys(test)
  const isGenuine = async (pdf: Uint8Array): Promise<boolean> =>
    (await (options.isSabotaged ? factsOnly(pdf, keys) : checkPdf(pdf, keys))).is === 'genuine'
  const bySeal = await count(all, ({ pdf }) => isGenuine(pdf))
  const byFacts = await count(
    all,
    async ({ facts }) => (await checkFacts(facts, keys)).is === 'genuine',
  )
  const byCode = await count(all, ({ shortCode }) => says(test, shortCode, 'Attestation vraie'))
  const unseen = await count(all, ({ pdf }) => isGenuine(withOneByteChanged(pdf)))
  const revoked = await count(all.slice(0, 5), (one) => isRevokedAtOnce(test, direction, one))
  const guessed = await guess(test, size.guesses)
  return {
    checks: [
      fact('known by the signature of the file', bySeal, all.length),
      fact('known by the signed facts', byFacts, all.length),
      fact('known by the short code', byCode, all.length),
      fact('changes of one byte that nobody saw', unseen, 0),
      fact('revocations shown at the next visit, within a second', revoked, 5),
      fact('certificates found by guessing', guessed, 0),
    ],
    counts: { documents: all.length, changes: all.length, guesses: size.guesses },
  }
}

async function issueOne(test: TestApp, who: Caller, personId: string): Promise<Issued> {
  const { body } = await call(test, who, 'POST /attestations', {
    body: { kind: 'cape_entry', personId, months: [], locale: 'fr' },
  })
  const params = { attestationId: body.id }
  const detail = await call(test, who, 'GET /attestations/:attestationId', { params })
  const document = await call(test, who, 'GET /attestations/:attestationId/document', { params })
  const pdf = await document.bytes()
  const signed = readSignature(pdf)
  const facts = typeof signed === 'string' ? signed : signed.facts
  return { id: body.id, pdf, facts, shortCode: detail.body.shortCode }
}

async function readKeys(test: TestApp): Promise<PublishedKey[]> {
  const [row] = await queryAsOwner<{ siren: string }>(test, 'select siren from terreau.cooperative')
  const answer = await test.app.hono.request(
    `http://localhost:3000/.well-known/attestation-keys/${row?.siren}`,
  )
  return publishedKeys.parse(await answer.json()).keys
}

/** What a check would be that trusts the facts inside the file and not the rest of it. */
async function factsOnly(pdf: Uint8Array, keys: readonly PublishedKey[]) {
  const text = Buffer.from(pdf).toString('latin1')
  const facts = /\/TerreauFacts \(([\w.-]+)\)/.exec(text)?.[1] ?? ''
  return checkFacts(facts, keys)
}

async function says(test: TestApp, code: string, words: string): Promise<boolean> {
  const answer = await test.app.hono.request(`http://localhost:3000/verifier/${code}`)
  // Visits are counted per network, and here they all come from one.
  if (Math.random() < 0.02) await queryAsOwner(test, 'delete from terreau.rate_limit')
  return (await answer.text()).includes(words)
}

function withOneByteChanged(pdf: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(pdf)
  const at = Math.floor(Math.random() * pdf.length)
  const bit = 1 << Math.floor(Math.random() * 8)
  changed[at] = (changed[at] ?? 0) ^ bit
  return changed
}

async function isRevokedAtOnce(test: TestApp, who: Caller, { id, shortCode }: Issued) {
  await call(test, who, 'POST /attestations/:attestationId/revocation', {
    params: { attestationId: id },
    body: { reason: 'essai' },
  })
  const started = performance.now()
  const isShown = await says(test, shortCode, 'Attestation annulée')
  return isShown && performance.now() - started < 1000
}

/** Short codes drawn at random, looked up without the brake that slows a visitor down. */
async function guess(test: TestApp, guesses: number): Promise<number> {
  const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
  let found = 0
  for (let tried = 0; tried < guesses; ) {
    const letters = Array.from(
      { length: 10 },
      () => LETTERS[Math.floor(Math.random() * LETTERS.length)],
    )
    const code = readCode(letters.join('')) ?? { kind: 'short' as const, text: letters.join('') }
    tried += 1
    if ((await inTransaction(test.services.db, (tx) => findByCode(tx, code))) !== null) found += 1
  }
  return found
}

async function times<T>(n: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = []
  for (let index = 0; index < n; index += 1) made.push(await make())
  return made
}

async function count<T>(
  items: readonly T[],
  holds: (item: T) => Promise<boolean>,
): Promise<number> {
  let n = 0
  for (const item of items) if (await holds(item)) n += 1
  return n
}
