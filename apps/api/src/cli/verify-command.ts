import { readFileSync, statSync } from 'node:fs'
import { StartError } from '@terreau/db/start-error'
import { commandLineWords } from '@terreau/i18n/command-line'
import { verify as en } from '@terreau/i18n/en/verify'
import { formatDate } from '@terreau/i18n/format'
import { verify as fr } from '@terreau/i18n/fr/verify'
import { checkPdf } from '../features/attestations/check-pdf.ts'
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

const EXIT = { genuine: 0, altered: 1, 'unknown-key': 3, 'not-signed': 4 } as const

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
    const verdict =
      typeof subject === 'string' ? await checkFacts(subject, keys) : await checkPdf(subject, keys)
    const why = verdict.is === 'not-signed' ? unsignedBecause(subject) : null
    if (options.flags.has('json')) call.out.print(JSON.stringify(asJson(verdict, why), null, 2))
    else if (why !== null) call.out.print(words(`verify.${why}`))
    else print(call, verdict)
    return EXIT[verdict.is]
  },
}

/** The facts of a QR code when the argument or the file is its text; otherwise the bytes of the file. */
function readSubject(call: CommandCall, given: string): string | Uint8Array {
  const fromArgument = factsIn(given)
  if (fromArgument !== null) return fromArgument
  const bytes = readOrRefuse(call, given)
  return factsIn(textOf(bytes)) ?? new Uint8Array(bytes)
}

/** The text of a file, as editors and mails write it: in UTF-8 or UTF-16 with its mark, cut in lines. */
function textOf(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  const text = bytes.toString(isUtf16 ? 'utf16le' : 'utf8')
  return text.length > MOST_FACTS ? '' : text.replaceAll(/[\s\ufeff]/g, '')
}

/** `https://…/verifier/CODE#HEADER.PAYLOAD.SIGNATURE`, or the facts alone; null for any other text. */
function factsIn(text: string): string | null {
  return /^(?:https?:\/\/\S+#)?([\w-]{20,}\.[\w-]+\.[\w-]*)$/.exec(text.trim())?.[1] ?? null
}

async function readKeys(call: CommandCall, file: string | undefined): Promise<PublishedKey[]> {
  if (file !== undefined) {
    const set = publishedKeys.safeParse(parseJson(readOrRefuse(call, file).toString('utf8')))
    if (set.success) return set.data.keys
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

function print(call: CommandCall, verdict: FactsVerdict): void {
  const { out, locale } = call
  const words = commandLineWords(locale)
  out.print(words(`verify.${verdict.is}`))
  if (verdict.is !== 'genuine') return
  const { facts, issuer } = verdict
  const labels = locale === 'en' ? en : fr
  const labelOf = (set: Readonly<Record<string, string>>, key: string): string => set[key] ?? key
  const lines: [string, string][] = [
    [labels.line.kind, labelOf(labels.kind, facts.kind)],
    [labels.line.number, facts.number],
    ...(facts.replaces ? [[labels.line.replaces, facts.replaces] as [string, string]] : []),
    [labels.line.issuer, issuer],
    [labels.line.issuedOn, formatDate(facts.issuedOn, locale, 'long')],
    [labels.line.period, [...new Set([facts.period.start, facts.period.end ?? '…'])].join(' – ')],
    [labels.line.name, facts.person],
    ...Object.entries(facts.figures).map(([key, value]): [string, string] => {
      return [labelOf(labels.figure, key), value]
    }),
  ]
  for (const [label, value] of lines) out.print(words('verify.line', { label, value }))
  if (verdict.stampedAt) out.print(words('verify.stamped', { at: verdict.stampedAt.toISOString() }))
  out.print(words('verify.notRevocation'))
}
