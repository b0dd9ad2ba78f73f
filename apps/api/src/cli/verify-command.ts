import { createPublicKey } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { StartError } from '@terreau/db/start-error'
import { isValidShortCode } from '@terreau/domain/attestations/short-code'
import { commandLineWords } from '@terreau/i18n/command-line'
import { verify as en } from '@terreau/i18n/en/verify'
import { formatDate, formatInstant } from '@terreau/i18n/format'
import { verify as fr } from '@terreau/i18n/fr/verify'
import { translator } from '@terreau/i18n/t'
import type { Locale } from '@terreau/protocol/codecs'
import { checkPdf } from '../features/attestations/check-pdf.ts'
import { periodText } from '../features/attestations/period-text.ts'
import {
  allKeys,
  type PublishedKey,
  publishedKeys,
} from '../features/attestations/published-keys.ts'
import { checkFacts, type FactsVerdict } from '../features/attestations/signed-facts.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { type Command, type CommandCall, UsageError } from './command.ts'
import { openForReading } from './open-for-command.ts'
import { readOptions } from './options.ts'

/** A certificate weighs less than a megabyte; reading stops far above it. */
const MOST_BYTES = 32 * 1024 * 1024

/** A square holds fewer signs. */
const MOST_FACTS = 8_000

/** `{"` in base64url, as each header begins. */
const FIRST_SIGNS = 'eyJ'
/** No file has a longer name. */
const MOST_NAME = 255

/** Never 1: that is what a command answers that could not run at all, and it says nothing of a certificate. */
const EXIT = { genuine: 0, 'unknown-key': 3, 'not-signed': 4, altered: 5 } as const

/** Checks a certificate from its bytes or the text of its QR code; with --keys, without any database. */
export const verifyCommand: Command = {
  name: 'verify',
  async run(call) {
    const words = commandLineWords(call.locale)
    const options = readOptions(call, { keys: { type: 'string' }, json: { type: 'boolean' } })
    const [given, ...others] = options.positionals
    if (given === undefined || others.length > 0) throw new UsageError(words('verify.oneFile'))
    const subject = readSubject(call, given)
    const keys = await readKeys(call, options.values.get('keys'))
    const verdict = await verdictOn(subject, keys)
    const why = verdict.is === 'not-signed' ? unsignedBecause(subject) : null
    if (options.flags.has('json')) call.out.print(JSON.stringify(asJson(verdict, why), null, 2))
    else if (why !== null) call.out.print(words(`verify.${why}`))
    else print(call, verdict, typeof subject === 'string')
    return EXIT[verdict.is]
  },
}

async function verdictOn(
  subject: string | Uint8Array,
  keys: readonly PublishedKey[],
): Promise<FactsVerdict> {
  if (typeof subject !== 'string') return checkPdf(subject, keys)
  const verdict = await checkFacts(subject, keys)
  // It begins as the text of a square does: what is not signed there was lost or changed.
  return verdict.is === 'not-signed' ? { is: 'altered' } : verdict
}

/** The facts of a QR code when the argument or the file is its text; otherwise the bytes of the file. */
function readSubject(call: CommandCall, given: string): string | Uint8Array {
  const fromArgument = factsIn(given, MOST_NAME)
  if (fromArgument !== null) return fromArgument
  // Both are for the verification page: here they would be taken for the name of a file.
  if (/^https?:\/\//.test(given.trim()) || isValidShortCode(given))
    throw new UsageError(commandLineWords(call.locale)('verify.factsWanted'))
  const bytes = readOrRefuse(call, given)
  const text = textOf(bytes)
  return (
    (text.length > MOST_FACTS ? null : factsIn(text.replaceAll(/\s/g, ''), 0)) ??
    new Uint8Array(bytes)
  )
}

/** The text of a file, as editors, mails and shells write it: in UTF-8 or UTF-16 with its mark. */
function textOf(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  return bytes.toString(isUtf16 ? 'utf16le' : 'utf8').replace(/^\ufeff/, '')
}

/**
 * `https://…/verifier/CODE#HEADER.PAYLOAD.SIGNATURE`, or the facts alone; null for any other text. What stands
 * in their place is taken for them, though a sign of their shape was changed or lost.
 */
function factsIn(text: string, mostOther: number): string | null {
  const [, address, facts = ''] = /^(https?:\/\/[^\s#]+#)?(\S+)$/.exec(text.trim()) ?? []
  if (address !== undefined || /^[\w-]{20,}\.[\w-]+\.[\w-]*$/.test(facts)) return facts
  return facts.startsWith(FIRST_SIGNS) && facts.length > mostOther ? facts : null
}

async function readKeys(call: CommandCall, file: string | undefined): Promise<PublishedKey[]> {
  if (file !== undefined) {
    const set = publishedKeys.safeParse(parseJson(textOf(readOrRefuse(call, file))))
    if (set.success && set.data.keys.every(isReadable)) return set.data.keys
    throw new UsageError(commandLineWords(call.locale)('verify.keysUnreadable', { file }))
  }
  const installation = await openForReading(call).catch((error: unknown) => {
    // Without keys nothing was compared: that is no verdict on the file, whose exit codes say one.
    if (!(error instanceof StartError)) throw error
    const reason = error.said[call.locale]
    throw new UsageError(commandLineWords(call.locale)('verify.keysWanted', { reason }))
  })
  try {
    const { db } = installation.services
    return await inTransaction(db, (tx) => allKeys(tx))
  } finally {
    await installation.close()
  }
}

/** A key that cannot be read would make every certificate look altered. */
function isReadable({ kty, crv = '', x = '' }: PublishedKey): boolean {
  if (kty !== 'OKP') return true
  try {
    createPublicKey({ key: { kty, crv, x }, format: 'jwk' })
    return true
  } catch {
    return false
  }
}

function readOrRefuse(call: CommandCall, file: string): Buffer {
  const words = commandLineWords(call.locale)
  let size = 0
  try {
    const found = statSync(file)
    size = found.size
    if (found.isFile() && size <= MOST_BYTES) return readFileSync(file)
  } catch {
    // Absent, or closed to this user: said below.
  }
  const code = size > MOST_BYTES ? 'verify.fileTooLarge' : 'verify.fileUnreadable'
  throw new UsageError(words(code, { file }))
}

/** What a file without a signature is, so that somebody knows which one to give instead. */
function unsignedBecause(subject: string | Uint8Array): Unsigned {
  if (typeof subject === 'string') return 'not-signed'
  if (subject.length === 0) return 'empty'
  const bytes = Buffer.from(subject)
  if (!bytes.subarray(0, 1024).includes('%PDF-')) return 'not-a-pdf'
  return bytes.subarray(-1024).includes('%%EOF') ? 'not-signed' : 'cut-short'
}

type Unsigned = 'not-signed' | 'empty' | 'not-a-pdf' | 'cut-short'

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function asJson(verdict: FactsVerdict, reason: Unsigned | null): object {
  if (reason !== null) return { verdict: verdict.is, reason }
  if (verdict.is !== 'genuine') return { verdict: verdict.is }
  const { issuer, facts, stampedAt = null } = verdict
  return { verdict: verdict.is, issuer, facts, stampedAt }
}

function print(call: CommandCall, verdict: FactsVerdict, isText: boolean): void {
  const { out, locale } = call
  const words = commandLineWords(locale)
  out.print(words(`verify.${verdict.is}`))
  if (verdict.is === 'altered') out.print(words(isText ? 'verify.copyAgain' : 'verify.askOriginal'))
  if (verdict.is !== 'genuine') return
  for (const [label, value] of linesOf(verdict, locale))
    out.print(words('verify.line', { label, value }))
  const at = verdict.stampedAt?.toISOString()
  if (at !== undefined) out.print(words('verify.stamped', { at: formatInstant(at, locale, 'UTC') }))
  out.print(words('verify.notRevocation'))
}

function linesOf(
  { facts, issuer }: Extract<FactsVerdict, { is: 'genuine' }>,
  locale: Locale,
): [string, string][] {
  const labels = locale === 'en' ? en : fr
  const t = translator<typeof fr>(labels, locale)
  const labelOf = (set: Readonly<Record<string, string>>, key: string): string => set[key] ?? key
  const { figures, replaces } = facts
  // Several contracts: each has its days below, and one first and last day would hide a break between them.
  const isOne = !(figures.startsOn ?? '').includes('; ')
  const period = periodText({ t, locale }, facts.period)
  return [
    [labels.line.kind, labelOf(labels.kind, facts.kind)],
    [labels.line.number, facts.number],
    ...(replaces === undefined ? [] : [[labels.line.replaces, replaces] as [string, string]]),
    [labels.line.issuer, issuer],
    [labels.line.issuedOn, formatDate(facts.issuedOn, locale, 'long')],
    ...(isOne ? [[labels.line.period, period] as [string, string]] : []),
    [labels.line.name, facts.person],
    ...Object.entries(figures).map(([key, value]): [string, string] => {
      return [labelOf(labels.figure, key), value]
    }),
  ]
}
