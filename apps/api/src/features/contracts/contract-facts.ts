import { localDate } from '@terreau/domain/time/local-date'
import type { CapeContractFacts } from '@terreau/pdf/documents/cape-contract/facts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { printedCooperative } from '../settings/index.ts'
import { cesaFacts } from './cesa/cesa-facts.ts'
import type { ContractRow } from './contract-row.ts'
import type { ContractFacts } from './kept-facts.ts'
import { missingContents } from './missing-contents.ts'
import { printedPerson } from './printed-person.ts'
import { schemes } from './schemes.ts'
import { readTerms } from './terms.ts'

/**
 * What the document to sign states today. Refuses with the list of what is missing. The law of this
 * contract is French, so is its text, whatever language the person reads the site in.
 */
async function capeFacts(tx: Tx, ctx: Context, contract: ContractRow): Promise<CapeContractFacts> {
  const terms = readTerms(contract.terms)
  const errors = missingContents({ ...contract, terms })
  if (errors.length > 0 || terms === null || contract.endsOn === null)
    throw new ProblemError('contract-incomplete', undefined, errors)
  const scheme = found((await schemes(tx, ctx, contract.schemeId))[0]).scheme
  return {
    ...(await printedCooperative(tx, ctx.cooperativeId)),
    person: printedPerson(contract),
    number: contract.number,
    sequence: sequenceOf(contract.sequence),
    renews: renewed(contract),
    startsOn: localDate(contract.startsOn),
    endsOn: localDate(contract.endsOn),
    activity: contract.activity,
    activityStartsOn: terms.activityStartsOn,
    programme: terms.programme,
    extraCommitments: terms.extraCommitments,
    means: terms.means,
    contribution: scheme,
    thirdParties: {
      ...terms.thirdParties,
      maximumCents: found(terms.thirdParties.maximumCents),
    },
    declarationDueDay: terms.declarationDueDay,
    noticeDays: terms.noticeDays,
    monthlyPayBeforeCents: terms.monthlyPayBeforeCents,
  }
}

/** What the document to sign states today, whatever the kind of contract. */
export function contractFacts(tx: Tx, ctx: Context, contract: ContractRow): Promise<ContractFacts> {
  return contract.kind === 'CESA' ? cesaFacts(tx, ctx, contract) : capeFacts(tx, ctx, contract)
}

function renewed({ previousNumber, previousEndsOn }: ContractRow): CapeContractFacts['renews'] {
  if (previousNumber === null || previousEndsOn === null) return null
  return { number: previousNumber, endsOn: previousEndsOn }
}

/** The place of a CAPE in its series. */
export function sequenceOf(n: number): 0 | 1 | 2 {
  if (n === 0 || n === 1 || n === 2) return n
  throw new Error('a CAPE has at most two renewals')
}
