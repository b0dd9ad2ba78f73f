import { SIGNATURE_ROUTES, type SignatureRoute } from '@terreau/domain/signatures/proof'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { storeFile } from '../../platform/files/store.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import type { Effects } from '../../platform/signable-kind.ts'
import { recordAct } from './record-act.ts'
import { kindOf, type RequestRow } from './request-row.ts'
import { addressOf } from './signer-address.ts'

/** One signature as the page of evidence states it. */
export interface SignatureEvidence {
  position: number
  side: 'person' | 'cooperative'
  typedName: string
  signedAt: Date
  route: SignatureRoute
  trace: string
  witness: string | null
}

/** Makes the signed file once, keeps its bytes for ever, and tells everybody who signed. */
export async function archiveSigned(
  tx: Tx,
  ctx: Context,
  request: RequestRow,
): Promise<{ id: string; sha256: Buffer; effects: Effects }> {
  const signatures = await signaturesOf(tx, ctx, request.id)
  const bytes = await kindOf(ctx, request.subjectKind).printSigned(tx, ctx, {
    subjectId: request.subjectId,
    documentSha256: request.documentSha256.toString('hex'),
    signatures,
  })
  const fileName = `${request.reference}.pdf`
  const file = await storeFile(tx, ctx, { mediaType: 'application/pdf', fileName, bytes })
  await recordAct(tx, ctx, request, 'archived', { fileId: file.id })
  return { ...file, effects: await tellSigners(tx, ctx, request, file.sha256) }
}

const route = z.enum(SIGNATURE_ROUTES)

/** Every signature of a request in the order of its parties. */
export async function signaturesOf(
  tx: Tx,
  ctx: Context,
  requestId: string,
): Promise<SignatureEvidence[]> {
  const { rows } = await sql<Omit<SignatureEvidence, 'route'> & { route: string }>`
    select p.position, p.side, a.typed_name, a.at as signed_at, a.route, a.trace, w.display_name as witness
      from terreau.signature_act a
      join terreau.signature_party p on p.cooperative_id = a.cooperative_id
       and p.request_id = a.request_id and p.position = a.position
      left join terreau.app_user w on w.id = a.witness_id
     where a.cooperative_id = ${ctx.cooperativeId} and a.request_id = ${requestId} and a.act = 'signed'
     order by a.position`.execute(tx)
  return rows.map((row) => ({ ...row, route: route.parse(row.route) }))
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
    const { to, givenName, cooperative } = await addressOf(tx, ctx, personId)
    if (to.address === '') continue
    const link = `${ctx.services.config.publicUrl}/moi/papiers`
    const params = { name: givenName, title: request.title, link, cooperative }
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
