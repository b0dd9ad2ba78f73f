import { randomUUID } from 'node:crypto'
import { attestationNumber } from '@terreau/domain/attestations/number'
import { formatShortCode } from '@terreau/domain/attestations/short-code'
import type { IssueFacts } from '@terreau/pdf/documents/shared/facts'
import type { Locale } from '@terreau/protocol/codecs'
import type { AuditEntry } from '../../platform/audit/actions.ts'
import { toJson } from '../../platform/audit/record.ts'
import { type Context, userIdOf } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { storeFile } from '../../platform/files/store.ts'
import type { QueuedJob } from '../../platform/jobs/queue.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { foreseeNumber } from '../../platform/numbers/foreseen-number.ts'
import { type Codes, claimCodes, claimFileCode } from './claim-codes.ts'
import type { AttestationContent, Drawing } from './contents.ts'
import { keyFiguresOf, periodOf } from './key-figures.ts'
import { type Parties, readParties } from './parties.ts'
import { signedDrawing } from './signed-drawing.ts'
import { currentKeys } from './signing-keys.ts'
import { verifyUrl } from './verify-url.ts'

export interface NewAttestation {
  personId: string
  /** Language of the document. */
  locale: Locale
  content: AttestationContent
  /** The contract it speaks of, when it is one. */
  contractId?: string | null
  /** As the caller read them in this transaction, when it had to. */
  parties?: Parties
}

/** What the caller's verb puts in its outcome. */
export interface IssuedAttestation {
  id: string
  number: string
  audit: AuditEntry
  jobs: QueuedJob[]
}

/**
 * Issues a certificate: number, document, codes and mail in the caller's transaction. Call it last, once.
 * The number is printed in the document, so the drawing is made with the number that comes next, before the
 * counter is locked, and made again in the rare case that the counter gives another one. Everything that
 * can be refused is refused before. From here on the stored bytes are only copied.
 */
export async function issueAttestation(
  tx: Tx,
  ctx: Context,
  request: NewAttestation,
): Promise<IssuedAttestation> {
  const { content, locale } = request
  const parties = request.parties ?? (await readParties(tx, ctx.cooperativeId, request.personId))
  const id = randomUUID()
  const codes = await claimCodes(tx, ctx, id)
  const year = Number(ctx.today.slice(0, 4))
  const keys = await currentKeys(tx, ctx)
  const { n, number, drawing, bytes } = await drawNumbered(tx, ctx, year, (printed) => {
    const issue = issueFacts(ctx, parties, codes, printed)
    const common = { issuer: parties.issuer, person: parties.person, issue }
    return signedDrawing(ctx, { content, common, locale, keys })
  })
  const file = await storeFile(tx, ctx, {
    mediaType: 'application/pdf',
    fileName: `${number}.pdf`,
    bytes,
  })
  await claimFileCode(tx, ctx, { attestationId: id, sha256: file.sha256 })
  const period = periodOf(content)
  await tx
    .insertInto('attestation')
    .values({
      cooperativeId: ctx.cooperativeId,
      id,
      number,
      year,
      n,
      kind: content.kind,
      templateVersion: drawing.templateVersion,
      personId: request.personId,
      contractId: request.contractId ?? null,
      locale,
      periodStart: period.start,
      periodEnd: period.end,
      facts: JSON.stringify(toJson(drawing.facts)),
      keyFigures: JSON.stringify(keyFiguresOf(content, locale)),
      fileId: file.id,
      sha256: file.sha256,
      ...codes,
      issuedAt: ctx.now,
      issuedBy: userIdOf(ctx),
    })
    .execute()
  return {
    id,
    number,
    audit: {
      action: 'attestation.issued',
      entity: { kind: 'attestation', id },
      after: { number, kind: content.kind, period, sha256: file.sha256.toString('hex') },
    },
    jobs: await tellThePerson(tx, ctx, parties, { number, codes }),
  }
}

/** Draws beside others, then takes the number in turn; the counter is locked only from there. */
async function drawNumbered(
  tx: Tx,
  ctx: Context,
  year: number,
  drawingFor: (number: string) => Promise<{ drawing: Drawing; bytes: Uint8Array }>,
) {
  const draw = async (n: bigint) => {
    const number = attestationNumber(year, Number(n))
    return { n, number, ...(await drawingFor(number)) }
  }
  const foreseen = await foreseeNumber(tx, ctx, 'attestation', year)
  try {
    const drawn = await draw(foreseen.n)
    const n = await foreseen.take()
    return n === foreseen.n ? drawn : await draw(n)
  } finally {
    foreseen.leave()
  }
}

function issueFacts(ctx: Context, parties: Parties, codes: Codes, number: string): IssueFacts {
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
  }
}

async function tellThePerson(
  tx: Tx,
  ctx: Context,
  parties: Parties,
  issued: { number: string; codes: Codes },
): Promise<QueuedJob[]> {
  if (parties.mailTo === null) return []
  const { publicUrl } = ctx.services.config
  const params = {
    name: parties.mailTo.name,
    number: issued.number,
    link: `${publicUrl}/moi/attestations`,
    verifyLink: verifyUrl(publicUrl, issued.codes.longCode),
    cooperative: parties.issuer.name,
  }
  return [await queueMail(tx, ctx, { template: 'attestation-issued', params, to: parties.mailTo })]
}
