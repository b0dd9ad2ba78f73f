import { localDate } from '@terreau/domain/time/local-date'
import type { contractsEndpoints } from '@terreau/protocol/contracts'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { found } from '../../platform/problem-error.ts'
import { sentFacts, sentToSign } from './document.ts'
import { isCesaFacts } from './kept-facts.ts'
import { mentionOf } from './life/papers-mention.ts'
import { type ContractRow, contractRow, documentsOf, lockContract, summaryOf } from './queries.ts'
import { schemeView } from './schemes.ts'

type OwnList = HandlerOutput<(typeof contractsEndpoints)[9]>
type OwnDetail = HandlerOutput<(typeof contractsEndpoints)[10]>

/** The own contracts. A draft is still the staff's paper, so it is not shown. */
export async function ownContracts(tx: Tx, ctx: Context): Promise<OwnList> {
  const rows = await tx
    .selectFrom('contract')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', '=', ownPersonId(ctx))
    .where('state', 'in', ['to_sign', 'signed', 'active'])
    .orderBy('startsOn', 'desc')
    .execute()
  const contracts: OwnList = []
  for (const { id } of rows) contracts.push(await ownLine(tx, ctx, await contractRow(tx, ctx, id)))
  return contracts
}

/** What is about to be signed, in the words of the document itself. */
export async function ownContract(tx: Tx, ctx: Context, contractId: string): Promise<OwnDetail> {
  const contract = onlyOwn(ctx, await contractRow(tx, ctx, contractId))
  const sent = await sentToSign(tx, ctx, contractId)
  const facts = await sentFacts(tx, ctx, contractId)
  const cooperative = await tx
    .selectFrom('cooperative')
    .select('name')
    .where('id', '=', ctx.cooperativeId)
    .executeTakeFirstOrThrow()
  const { givenName, familyName, email } = contract.person
  return {
    ...(await ownLine(tx, ctx, contract)),
    personName: facts?.person.fullName ?? `${givenName} ${familyName}`,
    email,
    cooperativeName: cooperative.name,
    documentSha256: sent?.documentSha256 ?? null,
    facts:
      facts === null || isCesaFacts(facts)
        ? null
        : {
            scheme: schemeView(facts.contribution),
            declarationDueDay: facts.declarationDueDay,
            thirdPartiesMaximumCents: facts.thirdParties.maximumCents,
            noticeDays: facts.noticeDays,
          },
  }
}

/** The own contract to act on, locked. */
export async function lockOwnContract(
  tx: Tx,
  ctx: Context,
  contractId: string,
): Promise<ContractRow> {
  return onlyOwn(ctx, await lockContract(tx, ctx, contractId))
}

/** The contract of somebody else answers as one that does not exist; so does an own draft. */
export function onlyOwn(ctx: Context, contract: ContractRow): ContractRow {
  const isShown = contract.personId === ownPersonId(ctx) && contract.state !== 'draft'
  return found(isShown ? contract : null)
}

function ownPersonId(ctx: Context): string {
  return found(ctx.actor.kind === 'person' ? ctx.actor.personId : null)
}

async function ownLine(tx: Tx, ctx: Context, contract: ContractRow): Promise<OwnList[number]> {
  const sent = await sentToSign(tx, ctx, contract.id)
  const person = sent?.parties.find((party) => party.personId === contract.personId)
  return {
    ...summaryOf(contract, ctx),
    documents: documentsOf(contract, sent),
    signedAt: person?.signed?.at.toISOString() ?? null,
    papersMention: await mentionOf(tx, ctx, {
      ...contract,
      from: localDate(contract.startsOn),
      until: contract.endsOn === null ? null : localDate(contract.endsOn),
    }),
  }
}
