import { AMENDABLE_TERMS } from '@terreau/domain/contracts/amendments'
import { fullName } from '@terreau/domain/names/full-name'
import { addDays } from '@terreau/domain/time/local-date'
import type { amendmentsEndpoints } from '@terreau/protocol/amendments'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { lastClosedDay, schemeView } from '../../settings/index.ts'
import { namesWithoutEmail, signatureState } from '../../signatures/index.ts'
import { contractRow } from '../contract-row.ts'
import { summaryOf } from '../queries.ts'
import { schemes } from '../schemes.ts'
import { type AmendmentRow, amendmentRow, amendmentsOf } from './amendment-row.ts'
import { AMENDMENT_SUBJECT, schemesOf } from './document.ts'
import { amendmentEffects } from './effects.ts'
import { contractTermsOn } from './terms-in-force.ts'

type List = HandlerOutput<(typeof amendmentsEndpoints)[0]>
type Detail = HandlerOutput<(typeof amendmentsEndpoints)[3]>

/** The amendments of a contract, and the terms that a new one would change. */
export async function amendmentList(tx: Tx, ctx: Context, contractId: string): Promise<List> {
  const { cooperativeId, today } = ctx
  const contract = await contractRow(tx, ctx, contractId)
  const rows = await amendmentsOf(tx, cooperativeId, contractId)
  const { number, kind, state } = summaryOf(contract, ctx)
  const inForce = await contractTermsOn(tx, cooperativeId, contract, { on: today })
  const closedUntil = await lastClosedDay(tx, cooperativeId)
  return {
    contract: { id: contractId, number, kind },
    amendments: rows.map(lineOf),
    inForce: { schemeId: inForce.schemeId, ...inForce.terms },
    terms: [...AMENDABLE_TERMS[kind]],
    schemes: (await schemes(tx, ctx)).map(({ id, scheme }) => ({ id, ...schemeView(scheme) })),
    openFrom: closedUntil === null ? null : addDays(closedUntil, 1),
    isDraftable:
      state === 'active' &&
      rows.every((row) => row.state === 'active' || row.state === 'cancelled'),
  }
}

/** The page of an amendment. */
export async function amendmentView(tx: Tx, ctx: Context, amendmentId: string): Promise<Detail> {
  const amendment = await amendmentRow(tx, ctx, amendmentId)
  const contract = await contractRow(tx, ctx, amendment.contractId)
  const contribution = await schemesOf(tx, ctx, { contract, amendment })
  const of = { kind: AMENDMENT_SUBJECT, subjectId: amendmentId }
  const sent = amendment.state === 'draft' ? null : await signatureState(tx, ctx, of)
  const { givenName, familyName } = contract.person
  return {
    ...lineOf(amendment),
    contract: { id: contract.id, number: contract.number, kind: contract.kind },
    person: { id: contract.personId, name: fullName({ givenName, familyName }) },
    contribution: contribution && {
      before: schemeView(contribution.before),
      after: schemeView(contribution.after),
    },
    changes: AMENDABLE_TERMS.CESA.flatMap((term) => {
      const change = amendment.changes[term]
      return change === undefined ? [] : [{ term, ...change }]
    }),
    effects: await amendmentEffects(tx, ctx, amendment),
    schemeId: amendment.schemeId,
    signatureId: sent?.requestId ?? null,
    signersWithoutEmail: await namesWithoutEmail(tx, ctx, sent ? [] : [contract.personId]),
    version: amendment.version,
  }
}

function lineOf({ id, n, effectiveOn, reason, state, concludedOn }: AmendmentRow) {
  return { id, n, effectiveOn, reason, state, concludedOn }
}
