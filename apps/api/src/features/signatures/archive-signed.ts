import { proofLevel, type SignatureRoute } from '@terreau/domain/signatures/proof'
import { localDate } from '@terreau/domain/time/local-date'
import { appendPages } from '@terreau/pdf/append-pages'
import { documentModel } from '@terreau/pdf/document-kinds'
import type { SignedFacts } from '@terreau/pdf/documents/signature-evidence/model'
import { legible } from '@terreau/pdf/printable-text'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { readFile, storeFile } from '../../platform/files/store.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import type { Effects } from '../../platform/signable-kind.ts'
import { printedCooperative } from '../settings/index.ts'
import { recordAct } from './record-act.ts'
import type { RequestRow } from './request-row.ts'
import { addressOf } from './signer-address.ts'

/**
 * Makes the signed file once: the very bytes that were shown, then the pages of evidence. It is kept for
 * ever and never rendered again. Everybody who signed is told.
 */
export async function archiveSigned(
  tx: Tx,
  ctx: Context,
  request: RequestRow,
): Promise<{ id: string; sha256: Buffer; effects: Effects }> {
  const shown = await readFile(tx, ctx.cooperativeId, request.fileId)
  const facts = {
    issuer: (await printedCooperative(tx, ctx.cooperativeId)).issuer,
    number: request.reference,
    documentTitle: request.title,
    documentSha256: request.documentSha256.toString('hex'),
    openedAt: request.openedAt.toISOString(),
    sealedAt: ctx.now.toISOString(),
    signatures: await evidenceOf(tx, ctx, request.id),
  }
  // The law of these documents is French, and so is their evidence.
  const model = documentModel('signature-evidence', facts, 'fr')
  const evidence = await ctx.services.pdf.render('signature-evidence', model, ctx.now)
  const file = await storeFile(tx, ctx, {
    mediaType: 'application/pdf',
    fileName: `${request.reference}-signe.pdf`,
    bytes: appendPages(shown.bytes, evidence),
  })
  await recordAct(tx, ctx, request, 'archived', { fileId: file.id })
  return { ...file, effects: await tellSigners(tx, ctx, request, file.sha256) }
}

interface EvidenceRow {
  side: 'person' | 'cooperative'
  printedName: string
  typedName: string
  route: SignatureRoute
  signedAt: Date
  signedOn: string | null
  codeId: string | null
  sentTo: string | null
  isByColleague: boolean | null
  witness: string | null
  reason: string | null
  receivedBy: string | null
  actedBy: string | null
  scan: Buffer | null
  trace: string
}

async function evidenceOf(tx: Tx, ctx: Context, requestId: string): Promise<SignedFacts[]> {
  const { rows } = await sql<EvidenceRow>`
    select p.side, p.printed_name, a.typed_name, a.route, a.at as signed_at, a.signed_on, a.code_id, k.sent_to, k.channel = 'colleague' as is_by_colleague,
           w.display_name as witness, a.reason, u.display_name as acted_by, f.sha256 as scan, a.trace,
           (select r.display_name from terreau.signature_act h join terreau.app_user r on r.id = h.user_id
             where h.cooperative_id = a.cooperative_id and h.request_id = a.request_id and h.file_id = a.file_id
               and h.act = 'handed_in') as received_by
      from terreau.signature_act a
      join terreau.signature_party p on p.cooperative_id = a.cooperative_id
       and p.request_id = a.request_id and p.position = a.position
      left join terreau.signature_code k on k.cooperative_id = a.cooperative_id
       and k.request_id = a.request_id and k.position = a.position and k.id = a.code_id
      left join terreau.stored_file f on f.cooperative_id = a.cooperative_id and f.id = a.file_id
      left join terreau.app_user w on w.id = a.witness_id
      left join terreau.app_user u on u.id = a.user_id
     where a.cooperative_id = ${ctx.cooperativeId} and a.request_id = ${requestId} and a.act = 'signed'
     order by a.position`.execute(tx)
  return rows.map(({ sentTo, isByColleague, actedBy, scan, signedAt, signedOn, ...row }) => ({
    ...row,
    reason: row.reason === null ? null : legible(row.reason),
    level: proofLevel(row.route),
    signedAt: signedAt.toISOString(),
    signedOn: signedOn === null ? null : localDate(signedOn),
    codeSentTo: sentTo === null || isByColleague ? null : maskedAddress(sentTo),
    codeGivenBy: isByColleague ? sentTo : null,
    confirmedBy: row.route === 'paper' ? actedBy : null,
    scanSha256: scan?.toString('hex') ?? null,
  }))
}

/** 'a…@exemple.test': enough to recognise an address, not enough to write to it. */
function maskedAddress(address: string): string {
  return address.replace(/^(.)[^@]*/, '$1…')
}

async function tellSigners(
  tx: Tx,
  ctx: Context,
  request: RequestRow,
  signedSha256: Buffer,
): Promise<Effects> {
  const jobs = []
  for (const { personId } of request.parties) {
    if (personId === null) continue
    const { to, greeted, cooperative } = await addressOf(tx, ctx, personId)
    if (to.address === '') continue
    const link = `${ctx.services.config.publicUrl}/moi/papiers`
    const params = {
      name: greeted,
      title: request.title,
      link,
      cooperative,
    }
    jobs.push(await queueMail(tx, ctx, { template: 'signature-complete', params, to }))
  }
  return {
    audit: [
      {
        action: 'signature.archived',
        entity: { kind: 'signature', id: request.id },
        after: { signedSha256: signedSha256.toString('hex') },
      },
    ],
    jobs,
  }
}
