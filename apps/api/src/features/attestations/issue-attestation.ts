import { randomUUID } from 'node:crypto'
import { attestationNumber } from '@terreau/domain/attestations/number'
import { sendingOf } from '@terreau/domain/attestations/sending'
import { formatShortCode } from '@terreau/domain/attestations/short-code'
import type { IssueFacts } from '@terreau/pdf/documents/shared/facts'
import type { Logo } from '@terreau/pdf/primitives/sheet'
import type { Locale } from '@terreau/protocol/codecs'
import pMap from 'p-map'
import type { AuditEntry } from '../../platform/audit/actions.ts'
import { type Context, userIdOf } from '../../platform/context.ts'
import { stayAwake } from '../../platform/db/stay-awake.ts'
import { toJson } from '../../platform/db/to-json.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { storeFiles } from '../../platform/files/store.ts'
import type { QueuedJob } from '../../platform/jobs/queue.ts'
import { queueMails } from '../../platform/mail/queue-mail.ts'
import { foreseeNumber } from '../../platform/numbers/foreseen-number.ts'
import type { Seal } from '../../platform/signing/stamp-document.ts'
import { logoOf } from '../settings/index.ts'
import { type Codes, claimCodes, claimFileCodes } from './claim-codes.ts'
import type { AttestationContent, Drawing } from './contents.ts'
import { keepDeliveries } from './deliveries/note-delivery.ts'
import { keepReplacements, type Replaced } from './keep-replacements.ts'
import { keyFiguresOf, periodOf } from './key-figures.ts'
import { type Parties, readParties } from './parties.ts'
import { answerRequests } from './requests/answer-requests.ts'
import { signedDrawing } from './signed-drawing.ts'
import { currentKeys } from './signing-keys.ts'
import { freeTextOf } from './templates/free-text.ts'
import {
  currentTemplates,
  type Template,
  type TextVersions,
  templateKey,
} from './templates/queries.ts'
import { verifyUrl } from './verify-url.ts'

export interface NewAttestation {
  personId: string
  /** Language of the document. */
  locale: Locale
  /** An English copy after the French text; of the kinds that may hold one. */
  copy?: 'en' | undefined
  content: AttestationContent
  /** The contract it speaks of, when it is one. */
  contractId?: string | null
  /** As the caller read them in this transaction, when it had to. */
  parties?: Parties
  /** The certificate whose place it takes: from COMMIT on, that one is no longer valid. */
  replaces?: Replaced | undefined
}

/** What the caller's verb puts in its outcome. */
export interface IssuedAttestation {
  id: string
  number: string
  personId: string
  audit: AuditEntry
  jobs: QueuedJob[]
}

/** Issues one certificate in the caller's transaction. Call it last, once. */
export async function issueAttestation(
  tx: Tx,
  ctx: Context,
  request: NewAttestation,
): Promise<IssuedAttestation> {
  const parties = request.parties ?? (await readParties(tx, ctx, request.personId))
  const issuing = { issuedBy: userIdOf(ctx), sendsMails: true }
  const [issued] = await issueAttestations(tx, ctx, [{ ...request, parties }], issuing)
  if (issued === undefined) throw new Error('a certificate was asked for')
  return issued
}

type KnownRequest = NewAttestation & { parties: Parties }

/**
 * Issues certificates: numbers, documents, codes and mails in the caller's transaction, a few statements for
 * all of them. Call it last, once. Numbers are printed in the documents, so the drawings are made with those
 * that come next, before the counter is locked, and made again in the rare case that the counter gives
 * others. Everything that can be refused is refused before. From here on the stored bytes are only copied.
 */
export async function issueAttestations(
  tx: Tx,
  ctx: Context,
  requests: readonly KnownRequest[],
  issuing: { issuedBy: string; sendsMails: boolean; textVersions?: TextVersions | null },
): Promise<IssuedAttestation[]> {
  if (requests.length === 0) return []
  const given = requests.map((request) => ({ request, id: randomUUID() }))
  const claimed = await claimCodes(
    tx,
    ctx,
    given.map(({ id }) => id),
  )
  const asked = given.map((one) => ({ ...one, codes: codesOf(claimed, one.id) }))
  const keys = await currentKeys(tx, ctx)
  const templates = await currentTemplates(
    tx,
    ctx,
    requests.map(({ content: { kind }, locale }) => ({ kind, locale })),
    issuing.textVersions,
  )
  const logo = await logoOf(tx, ctx.cooperativeId)
  const drawn = await drawNumbered(tx, ctx, asked, { keys, templates, logo })
  const files = await storeFiles(
    tx,
    ctx,
    drawn.map(({ number, bytes }) => ({
      mediaType: 'application/pdf',
      fileName: `${number}.pdf`,
      bytes,
    })),
  )
  const kept = drawn.flatMap((one, index) => {
    const file = files[index]
    return file === undefined ? [] : [{ ...one, file, period: periodOf(one.request.content) }]
  })
  await claimFileCodes(
    tx,
    ctx,
    kept.map(({ id, file: { sha256 } }) => ({ attestationId: id, sha256 })),
  )
  await tx
    .insertInto('attestation')
    .values(kept.map((one) => attestationRow(ctx, one, issuing.issuedBy)))
    .execute()
  await keepReplacements(tx, ctx, kept, issuing.issuedBy)
  await answerRequests(
    tx,
    ctx,
    kept.map(({ id, request: { personId, content } }) => ({ id, personId, kind: content.kind })),
    issuing.issuedBy,
  )
  const jobs = issuing.sendsMails ? await tellThePeople(tx, ctx, kept) : new Map()
  return kept.map(({ id, number, period, file, request }) => ({
    id,
    number,
    personId: request.personId,
    audit: {
      action: 'attestation.issued',
      entity: { kind: 'attestation', id },
      after: {
        number,
        kind: request.content.kind,
        period,
        sha256: file.sha256.toString('hex'),
        ...(request.replaces && { replaces: request.replaces.number }),
      },
    },
    jobs: jobs.get(id) ?? [],
  }))
}

/** Prepared while others are drawn: preparing all at once would hold up the pages of everybody else. */
const MOST_AT_ONCE = 4

interface Asked {
  request: KnownRequest
  id: string
  codes: Codes
}

interface Drawn extends Asked {
  n: bigint
  year: number
  number: string
  drawing: Drawing
  bytes: Uint8Array
  seal: Seal
}

/** Draws beside others, then takes the numbers in turn; the counter is locked only from there. */
async function drawNumbered(
  tx: Tx,
  ctx: Context,
  asked: readonly Asked[],
  means: Means,
): Promise<Drawn[]> {
  const year = Number(ctx.today.slice(0, 4))
  const draw = (first: bigint) => {
    const drawNext = async (one: Asked, index: number) => {
      const n = first + BigInt(index)
      const number = attestationNumber(year, Number(n))
      return { ...one, n, year, number, ...(await drawOne(ctx, { ...one, number }, means)) }
    }
    return stayAwake(tx, pMap(asked, drawNext, { concurrency: MOST_AT_ONCE }))
  }
  const foreseen = await foreseeNumber(tx, ctx, 'attestation', year, asked.length)
  try {
    const drawn = await draw(foreseen.n)
    const n = await foreseen.take()
    return n === foreseen.n ? drawn : await draw(n)
  } finally {
    foreseen.leave()
  }
}

/** What all are drawn with. */
interface Means {
  keys: Awaited<ReturnType<typeof currentKeys>>
  templates: ReadonlyMap<string, Template>
  logo: Logo | null
}

function drawOne(ctx: Context, one: Asked & { number: string }, means: Means) {
  const { request, codes, number } = one
  const { keys, templates, logo } = means
  const { parties, content, locale } = request
  const issue = issueFacts(ctx, { ...request, codes, number })
  const bare = { issuer: parties.issuer, person: parties.person, issue }
  const textIn = (language: Locale) => {
    const template = templates.get(templateKey({ kind: content.kind, locale: language }))
    return freeTextOf(template, content, bare, language)
  }
  const common = { ...bare, ...textIn(locale) }
  const copy = request.copy === undefined ? null : textIn(request.copy)
  return signedDrawing(ctx, { content, common, locale, copy, keys, logo })
}

type Kept = Drawn & {
  file: { id: string; sha256: Buffer }
  period: { start: string; end: string | null }
}

function attestationRow(ctx: Context, one: Kept, issuedBy: string) {
  const { request, drawing, seal, file, period, id, n, number, year, codes } = one
  const { content, locale, copy, personId, contractId } = request
  return {
    cooperativeId: ctx.cooperativeId,
    id,
    number,
    year,
    n,
    kind: content.kind,
    templateVersion: drawing.templateVersion,
    personId,
    contractId: contractId ?? null,
    locale,
    copyLocale: copy ?? null,
    periodStart: period.start,
    periodEnd: period.end,
    facts: JSON.stringify(toJson(drawing.facts)),
    keyFigures: JSON.stringify(keyFiguresOf(content, locale)),
    fileId: file.id,
    sha256: file.sha256,
    ...codes,
    sealLevel: seal.level,
    stampedAt: seal.stampedAt,
    stampFailure: seal.stampFailure,
    issuedAt: ctx.now,
    issuedBy,
  }
}

function codesOf(claimed: ReadonlyMap<string, Codes>, id: string): Codes {
  const codes = claimed.get(id)
  if (codes === undefined) throw new Error('every certificate has its codes')
  return codes
}

function issueFacts(
  ctx: Context,
  { parties, replaces, codes, number }: KnownRequest & { codes: Codes; number: string },
): IssueFacts {
  const { publicUrl } = ctx.services.config
  return {
    number,
    issuedOn: ctx.today,
    ...parties.signing,
    verification: {
      qrUrl: verifyUrl(publicUrl, codes.longCode),
      pageUrl: `${publicUrl}/verifier`,
      shortCode: formatShortCode(codes.shortCode),
    },
    ...(replaces && { replaces: replaces.number }),
  }
}

/** One mail to each person who reads mails; the jobs by the certificate they speak of. */
async function tellThePeople(
  tx: Tx,
  ctx: Context,
  kept: readonly Kept[],
): Promise<Map<string, QueuedJob[]>> {
  const { publicUrl } = ctx.services.config
  const told = kept.flatMap(({ id, number, codes, request: { parties } }) => {
    const { reach, person } = parties
    if (sendingOf(reach) !== 'email') return []
    const to = { name: person.fullName, address: reach.email, locale: reach.locale }
    const params = {
      name: to.name,
      number,
      link: `${publicUrl}/moi/attestations`,
      verifyLink: verifyUrl(publicUrl, codes.longCode),
      cooperative: parties.issuer.name,
    }
    return [{ id, mail: { template: 'attestation-issued', params, to } as const }]
  })
  const jobs = await queueMails(
    tx,
    ctx,
    told.map(({ mail }) => mail),
  )
  await keepDeliveries(
    tx,
    ctx,
    told.map(({ id }) => ({ attestationId: id, channel: 'email' })),
  )
  return new Map(told.map(({ id }, index) => [id, jobs.slice(index, index + 1)]))
}
