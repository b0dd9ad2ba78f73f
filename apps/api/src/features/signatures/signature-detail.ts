import type { SignatureRoute } from '@terreau/domain/signatures/proof'
import { localDate } from '@terreau/domain/time/local-date'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import type { SIGNATURE_ACTS, signaturesEndpoints } from '@terreau/protocol/signatures'
import { sql } from 'kysely'
import { type Context, userIdOf } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { headOf, partyViews } from './party-views.ts'
import { requestRow } from './request-row.ts'
import { shareOf } from './share-link.ts'

type Detail = HandlerOutput<(typeof signaturesEndpoints)[1]>

interface ActRow {
  act: (typeof SIGNATURE_ACTS)[number]
  position: number | null
  at: Date
  userId: string | null
  who: string | null
  actor: string
  route: SignatureRoute | null
  reason: string | null
  witness: string | null
  signedOn: string | null
}

/** The page of a request: who signs, what was done, by whom, when, on which route. */
export async function signatureDetail(tx: Tx, ctx: Context, signatureId: string): Promise<Detail> {
  const request = await requestRow(tx, ctx, signatureId)
  const parties = (await partyViews(tx, ctx, [signatureId])).get(signatureId) ?? []
  const emails = await emailsOf(tx, ctx, signatureId)
  const acts = await actsOf(tx, ctx, signatureId)
  const isChecking = request.state === 'waiting' && parties.some((one) => one.state === 'to_check')
  const sheet = acts.filter((act) => act.act === 'handed_in').at(-1)
  const lastOf = (name: ActRow['act']) =>
    acts.findLast((act) => act.act === name)?.at.getTime() ?? 0
  return {
    ...headOf(ctx, request),
    parties: parties.map((party) => ({ ...party, email: emails.get(party.position) ?? '' })),
    summary: request.summary[ctx.locale],
    acts: acts.map(({ userId: _, actor, at, who, signedOn, ...act }) => ({
      ...act,
      at: at.toISOString(),
      who: who ?? actor,
      signedOn: signedOn === null ? null : localDate(signedOn),
    })),
    scan:
      isChecking && sheet?.signedOn
        ? {
            signedOn: localDate(sheet.signedOn),
            receivedBy: sheet.who ?? '',
            isOwn: sheet.userId === userIdOf(ctx),
          }
        : null,
    isHelpWanted: request.state === 'waiting' && lastOf('help_asked') > lastOf('help_given'),
    share: await shareOf(tx, ctx, request),
  }
}

async function actsOf(tx: Tx, ctx: Context, requestId: string): Promise<ActRow[]> {
  const { rows } = await sql<ActRow>`
    select a.act, a.position, a.at, a.user_id, u.display_name as who, a.actor, a.route, a.reason,
           w.display_name as witness, a.signed_on
      from terreau.signature_act a
      left join terreau.app_user u on u.id::text = a.actor
      left join terreau.app_user w on w.id = a.witness_id
     where a.cooperative_id = ${ctx.cooperativeId} and a.request_id = ${requestId}
     order by a.at, a.id`.execute(tx)
  return rows
}

async function emailsOf(
  tx: Tx,
  ctx: Context,
  requestId: string,
): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ position: number; email: string }>`
    select s.position, p.email from terreau.signature_party s
      join terreau.person p on p.cooperative_id = s.cooperative_id and p.id = s.person_id
     where s.cooperative_id = ${ctx.cooperativeId} and s.request_id = ${requestId}`.execute(tx)
  return new Map(rows.map((row) => [row.position, row.email]))
}
