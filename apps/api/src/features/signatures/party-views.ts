import type { PartyState } from '@terreau/domain/signatures/life'
import { proofLevel, type SignatureRoute } from '@terreau/domain/signatures/proof'
import { localDate } from '@terreau/domain/time/local-date'
import type { partyView, requestHead } from '@terreau/protocol/signature-schemas'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { RequestRow } from './request-row.ts'

export type PartyView = z.output<typeof partyView>

interface PartyLine {
  requestId: string
  position: number
  side: 'person' | 'cooperative'
  personId: string | null
  printedName: string
  typedName: string | null
  state: PartyState
  askedAt: Date | null
  signedAt: Date | null
  route: SignatureRoute | null
}

/** The parties of requests, in order, with how each signed. */
export async function partyViews(
  tx: Tx,
  ctx: Context,
  requestIds: readonly string[],
): Promise<ReadonlyMap<string, PartyView[]>> {
  const { rows } = await sql<PartyLine>`
    select p.request_id, p.position, p.side, p.person_id, p.printed_name, p.state, p.asked_at,
           a.at as signed_at, a.route, a.typed_name
      from terreau.signature_party p
      left join terreau.signature_act a on a.cooperative_id = p.cooperative_id
       and a.request_id = p.request_id and a.position = p.position and a.act = 'signed'
     where p.cooperative_id = ${ctx.cooperativeId} and p.request_id = any(${[...requestIds]}::uuid[])
     order by p.request_id, p.position`.execute(tx)
  const views = new Map<string, PartyView[]>(requestIds.map((id) => [id, []]))
  for (const { requestId, askedAt, signedAt, ...row } of rows)
    views.get(requestId)?.push({
      ...row,
      askedAt: askedAt?.toISOString() ?? null,
      signedAt: signedAt?.toISOString() ?? null,
      level: row.route === null ? null : proofLevel(row.route),
    })
  return views
}

type Head = z.output<typeof requestHead>

/** What every list shows of a request. */
export function headOf(
  ctx: Context,
  request: Omit<RequestRow, 'parties' | 'summary' | 'fileId' | 'version'>,
): Head {
  const { id, reference, title, subjectKind, subjectId, state } = request
  return {
    id,
    reference,
    title,
    subjectKind,
    subjectId,
    state,
    openedAt: request.openedAt.toISOString(),
    expiresOn: localDate(request.expiresOn),
    isLate: state === 'waiting' && request.expiresOn < ctx.today,
    endedAt: request.endedAt?.toISOString() ?? null,
    documentSha256: request.documentSha256.toString('hex'),
    signedSha256: request.signedSha256?.toString('hex') ?? null,
  }
}
