import type { HandlerOutput } from '@terreau/protocol/endpoint'
import type { ownSignaturesEndpoints } from '@terreau/protocol/own-signatures'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds, ownPersonId } from '../../platform/own-person.ts'
import { ownParty } from './code-signature.ts'
import { headOf, partyViews } from './party-views.ts'
import { type RequestRow, requestRow } from './request-row.ts'
import { addressOf } from './signer-address.ts'

type OwnList = HandlerOutput<(typeof ownSignaturesEndpoints)[0]>
type OwnDetail = HandlerOutput<(typeof ownSignaturesEndpoints)[1]>

/** A person keeps a few dozen papers in a lifetime; this only bounds the answer. */
const MOST = 200

/** Everything a person was asked to sign, newest first. What is not yet their turn is shown too. */
export async function ownSignatures(tx: Tx, ctx: Context): Promise<OwnList> {
  const rows = await tx
    .selectFrom('signatureRequest as r')
    .innerJoin('signatureParty as p', (join) =>
      join
        .onRef('p.cooperativeId', '=', 'r.cooperativeId')
        .onRef('p.requestId', '=', 'r.id')
        .on('p.personId', 'in', fileIds(ctx.cooperativeId, ownPersonId(ctx))),
    )
    .select('r.id')
    .where('r.cooperativeId', '=', ctx.cooperativeId)
    .orderBy('r.openedAt', 'desc')
    .limit(MOST)
    .execute()
  const views = await partyViews(
    tx,
    ctx,
    rows.map((row) => row.id),
  )
  const list: OwnList = []
  for (const { id } of rows) {
    const request = await requestRow(tx, ctx, id)
    const { state } = ownParty(ctx, request)
    list.push({ ...headOf(ctx, request), own: state, parties: views.get(id) ?? [] })
  }
  return list
}

/** What the person is about to sign. */
export async function ownSignature(tx: Tx, ctx: Context, signatureId: string): Promise<OwnDetail> {
  const request = await ownRequest(tx, ctx, signatureId)
  const { state, printedName } = ownParty(ctx, request)
  const { to, cooperative } = await addressOf(tx, ctx, ownPersonId(ctx))
  return {
    ...headOf(ctx, request),
    own: state,
    parties: (await partyViews(tx, ctx, [signatureId])).get(signatureId) ?? [],
    summary: request.summary[ctx.locale],
    printedName,
    email: to.address,
    cooperativeName: cooperative,
    ...(await helperOf(tx, ctx, { signatureId, cooperative })),
  }
}

/** A request that the person is a party of; 404 for any other. */
export async function ownRequest(tx: Tx, ctx: Context, signatureId: string): Promise<RequestRow> {
  const request = await requestRow(tx, ctx, signatureId)
  ownParty(ctx, request)
  return request
}

/** Who sent the document reads it with the person; the cooperative when it was a job or a command. */
async function helperOf(
  tx: Tx,
  ctx: Context,
  { signatureId, cooperative }: { signatureId: string; cooperative: string },
): Promise<Pick<OwnDetail, 'helperName' | 'helpAskedAt'>> {
  const { rows } = await sql<{ name: string | null; askedAt: Date | null }>`
    select (select u.display_name from terreau.app_user u where u.id::text = r.opened_by) as name,
           (select max(a.at) from terreau.signature_act a
             where a.cooperative_id = r.cooperative_id and a.request_id = r.id and a.act = 'help_asked'
               and not exists (select 1 from terreau.signature_act g where g.cooperative_id = a.cooperative_id
                     and g.request_id = a.request_id and g.act = 'help_given' and g.at > a.at)) as asked_at
      from terreau.signature_request r
     where r.cooperative_id = ${ctx.cooperativeId} and r.id = ${signatureId}`.execute(tx)
  const row = rows[0]
  return {
    helperName: row?.name ?? cooperative,
    helpAskedAt: row?.askedAt?.toISOString() ?? null,
  }
}
