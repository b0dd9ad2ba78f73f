import { localDate } from '@terreau/domain/time/local-date'
import type { contractsEndpoints } from '@terreau/protocol/contracts'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds, ownPersonId, ownPersonIds } from '../../platform/own-person.ts'
import { found } from '../../platform/problem-error.ts'
import { type ContractRow, contractRow } from './contract-row.ts'
import { sentToSign } from './document.ts'
import { mentionOf } from './life/papers-mention.ts'
import { documentsOf, summaryOf } from './queries.ts'

type OwnList = HandlerOutput<(typeof contractsEndpoints)[8]>

/** The own contracts. A draft is still the staff's paper, so it is not shown. */
export async function ownContracts(tx: Tx, ctx: Context): Promise<OwnList> {
  const rows = await tx
    .selectFrom('contract')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', 'in', fileIds(ctx.cooperativeId, ownPersonId(ctx)))
    .where('state', 'in', ['to_sign', 'signed', 'active'])
    .orderBy('startsOn', 'desc')
    .execute()
  const contracts: OwnList = []
  for (const { id } of rows) contracts.push(await ownLine(tx, ctx, await contractRow(tx, ctx, id)))
  return contracts
}

/** The contract of somebody else answers as one that does not exist; so does an own draft. */
export function onlyOwn(ctx: Context, contract: ContractRow): ContractRow {
  const isShown = ownPersonIds(ctx).includes(contract.personId) && contract.state !== 'draft'
  return found(isShown ? contract : null)
}

async function ownLine(tx: Tx, ctx: Context, contract: ContractRow): Promise<OwnList[number]> {
  const sent = await sentToSign(tx, ctx, contract.id)
  const own = ownPersonIds(ctx)
  const person = sent?.parties.find(({ personId }) => personId !== null && own.includes(personId))
  return {
    ...summaryOf(contract, ctx),
    documents: documentsOf(contract, sent),
    signedAt: person?.signedAt ?? null,
    papersMention: await mentionOf(tx, ctx, {
      ...contract,
      from: localDate(contract.startsOn),
      until: contract.endsOn === null ? null : localDate(contract.endsOn),
    }),
  }
}
