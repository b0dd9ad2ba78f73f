import type { ContractState } from '@terreau/domain/contracts/transitions'
import { localDate } from '@terreau/domain/time/local-date'
import type { contractsEndpoints } from '@terreau/protocol/contracts'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds } from '../../platform/own-person.ts'
import { found } from '../../platform/problem-error.ts'
import { schemeView } from '../settings/index.ts'
import type { SignatureView } from '../signatures/index.ts'
import { termsInForce } from './amendments/in-force.ts'
import { missingClauses } from './cesa/missing-clauses.ts'
import { type ContractRow, contractRow } from './contract-row.ts'
import { sentToSign } from './document.ts'
import { missingContents } from './missing-contents.ts'
import { schemes } from './schemes.ts'
import { readCesaTerms, readTerms } from './terms.ts'
import { missingRightToWork } from './work-gate.ts'

type Detail = HandlerOutput<(typeof contractsEndpoints)[4]>

/** The page of a contract. */
export async function contractDetail(tx: Tx, ctx: Context, contractId: string): Promise<Detail> {
  const contract = await contractRow(tx, ctx, contractId)
  const terms = readTerms(contract.terms)
  const scheme = found((await schemes(tx, ctx, contract.schemeId))[0])
  const { familyName, givenName, email } = contract.person
  const sent = await sentToSign(tx, ctx, contractId)
  const cesaTerms = contract.kind === 'CESA' ? readCesaTerms(contract.terms) : null
  return {
    ...summaryOf(contract, ctx),
    person: { id: contract.personId, familyName, givenName, email },
    scheme: { id: scheme.id, ...schemeView(scheme.scheme) },
    inForce: await termsInForce(tx, ctx, contract),
    renewsContractId: contract.renewsContractId,
    previousEndsOn: contract.previousEndsOn,
    gapReason: contract.gapReason,
    terms,
    cesaTerms,
    missing: await missingOf(tx, ctx, contract),
    documents: documentsOf(contract, sent),
    signatureId: sent?.requestId ?? null,
    signatures: signaturesOf(contract, sent),
    cancellation: await cancellationOf(tx, ctx, contractId),
    isRenewable: await isRenewable(tx, ctx, contract),
    version: contract.version,
  }
}

/** What a draft still lacks before it can be sent; nothing for a contract that was. */
async function missingOf(tx: Tx, ctx: Context, contract: ContractRow): Promise<Detail['missing']> {
  if (contract.state !== 'draft') return []
  const contents =
    contract.kind === 'CESA'
      ? missingClauses(contract, readCesaTerms(contract.terms))
      : missingContents({ ...contract, terms: readTerms(contract.terms) })
  return [...contents, ...(await missingRightToWork(tx, ctx, contract))]
}

/** What lists show of a contract, with `ended` for one whose last day is past. */
export function summaryOf(contract: ContractRow, ctx: Context) {
  const isPast = contract.endsOn !== null && contract.endsOn < ctx.today
  const state: ContractState = contract.state === 'active' && isPast ? 'ended' : contract.state
  return {
    id: contract.id,
    kind: contract.kind,
    number: contract.number,
    activityId: contract.activityId,
    activity: contract.activity,
    sequence: contract.sequence,
    startsOn: localDate(contract.startsOn),
    endsOn: contract.endsOn === null ? null : localDate(contract.endsOn),
    state,
  }
}

/** The documents of a contract that was sent; those of a sending that came to nothing are not its own. */
export function documentsOf(
  contract: ContractRow,
  sent: SignatureView | null,
): Detail['documents'] {
  if (sent === null || contract.state === 'draft') return []
  const { documentSha256, openedAt, signedSha256, endedAt } = sent
  const documents: Detail['documents'] = [
    { stage: 'to_sign', sha256: documentSha256, createdAt: openedAt.toISOString() },
  ]
  if (signedSha256 !== null && endedAt !== null)
    documents.push({ stage: 'signed', sha256: signedSha256, createdAt: endedAt.toISOString() })
  return documents
}

function signaturesOf(contract: ContractRow, sent: SignatureView | null): Detail['signatures'] {
  if (sent === null || contract.state === 'draft') return []
  return sent.parties.flatMap(({ side, typedName, signedAt, route }) =>
    typedName !== null && signedAt !== null && route !== null
      ? [{ signer: side, typedName, signedAt, route }]
      : [],
  )
}

async function cancellationOf(
  tx: Tx,
  ctx: Context,
  contractId: string,
): Promise<Detail['cancellation']> {
  const { rows } = await sql<{ reason: string; at: Date; who: string | null }>`
    select coalesce(a.after ->> 'reason', '') as reason, a.at, u.display_name as who
      from terreau.audit_entry a
      left join terreau.app_user u on u.id::text = a.actor_id
     where a.cooperative_id = ${ctx.cooperativeId} and a.entity_kind = 'contract'
       and a.entity_id = ${contractId} and a.action = 'contract.cancelled'`.execute(tx)
  const row = rows[0]
  return row === undefined ? null : { ...row, at: row.at.toISOString() }
}

/** Only the last CAPE of an activity is renewed, twice at most, once both have signed it (L127-2). */
async function isRenewable(tx: Tx, ctx: Context, contract: ContractRow): Promise<boolean> {
  if (contract.kind !== 'CAPE' || contract.state !== 'active' || contract.sequence >= 2)
    return false
  const later = await tx
    .selectFrom('contract')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', 'in', fileIds(ctx.cooperativeId, contract.personId))
    .where('activityId', '=', contract.activityId)
    .where('startsOn', '>', contract.startsOn)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst()
  return later === undefined
}
