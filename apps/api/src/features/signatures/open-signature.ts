import { randomUUID } from 'node:crypto'
import { openedSignature } from '@terreau/domain/signatures/life'
import { addDays, type LocalDate } from '@terreau/domain/time/local-date'
import { assertPrintedHere } from '@terreau/pdf/append-pages'
import { actorLabel, type Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { readFile } from '../../platform/files/store.ts'
import { nextNumber } from '../../platform/numbers/next-number.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import type { Effects, SigningParty } from '../../platform/signable-kind.ts'
import { askParty } from './ask-party.ts'
import { delayOf } from './delays.ts'
import { expiryJob } from './follow-up.ts'
import { kindOf, lastRequestId, requestRow } from './request-row.ts'

export interface NewSignature {
  /** A kind of `features/signable-kinds.ts`, and the row it is about. */
  kind: string
  subjectId: string
  /** As lists and mails name it: 'Contrat CAPE-2026-0007'. */
  title: string
  /** A stored file, printed by the product: the exact bytes that everybody is shown. */
  file: { id: string; sha256: Buffer }
  /** The last day to sign; without it, so many days from today as the cooperative has set. */
  expiresOn?: LocalDate
}

/**
 * Opens a request to sign: asks the kind who signs and how to say it plainly, fixes both, and asks the
 * first party. Hand `audit` and `jobs` to the outcome of your verb. Refuses 'signature-already-open' while
 * another request of the same subject waits.
 */
export async function openSignature(
  tx: Tx,
  ctx: Context,
  { kind: name, subjectId, title, file, expiresOn }: NewSignature,
): Promise<Effects & { requestId: string; reference: string; documentSha256: string }> {
  const kind = kindOf(ctx, name)
  await refuseSecond(tx, ctx, { kind: name, subjectId })
  const parties = await kind.parties(tx, ctx, subjectId)
  const lastDay = expiresOn ?? addDays(ctx.today, await delayOf(tx, ctx, 'signature_days'))
  assertPrintedHere((await readFile(tx, ctx.cooperativeId, file.id)).bytes)
  const id = randomUUID()
  const reference = await nextReference(tx, ctx)
  await tx
    .insertInto('signatureRequest')
    .values({
      cooperativeId: ctx.cooperativeId,
      id,
      reference,
      subjectKind: name,
      subjectId,
      title,
      summary: JSON.stringify(await kind.summary(tx, ctx, subjectId)),
      fileId: file.id,
      documentSha256: file.sha256,
      openedAt: ctx.now,
      openedBy: actorLabel(ctx.actor),
      expiresOn: lastDay,
    })
    .execute()
  await insertParties(tx, ctx, id, parties)
  const asked = await askParty(tx, ctx, await requestRow(tx, ctx, id))
  const documentSha256 = file.sha256.toString('hex')
  const opened = {
    action: 'signature.opened',
    entity: { kind: 'signature', id },
    after: { reference, kind: name, subjectId, documentSha256, parties: parties.length },
  } as const
  return {
    requestId: id,
    reference,
    documentSha256,
    audit: [opened, ...asked.audit],
    jobs: [...asked.jobs, expiryJob(ctx, id, lastDay)],
  }
}

async function refuseSecond(
  tx: Tx,
  ctx: Context,
  of: { kind: string; subjectId: string },
): Promise<void> {
  const lastId = await lastRequestId(tx, ctx, of)
  if (lastId === null) return
  const last = await requestRow(tx, ctx, lastId)
  if (last.state === 'waiting')
    throw new ProblemError('signature-already-open', { title: last.title })
}

async function insertParties(
  tx: Tx,
  ctx: Context,
  requestId: string,
  parties: readonly SigningParty[],
): Promise<void> {
  const states = openedSignature(parties.length).parties
  await tx
    .insertInto('signatureParty')
    .values(
      parties.map(({ side, personId, printedName }, index) => ({
        cooperativeId: ctx.cooperativeId,
        requestId,
        position: index + 1,
        side,
        personId,
        printedName,
        state: states[index] ?? 'waiting_turn',
        askedAt: index === 0 ? ctx.now : null,
      })),
    )
    .execute()
}

/** 'SIG-2026-0007': printed on paper, so that a signed sheet finds its way back. */
async function nextReference(tx: Tx, ctx: Context): Promise<string> {
  const year = Number(ctx.today.slice(0, 4))
  const n = await nextNumber(tx, ctx, 'signature', year)
  return `SIG-${year}-${n.toString().padStart(4, '0')}`
}
