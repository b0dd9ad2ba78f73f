import { randomUUID } from 'node:crypto'
import {
  AMENDABLE_TERMS,
  type AmendableTerm,
  checkAmendment,
} from '@terreau/domain/contracts/amendments'
import { addDays, type LocalDate, localDate } from '@terreau/domain/time/local-date'
import type { amendmentsEndpoints } from '@terreau/protocol/amendments'
import type { HandlerInput } from '@terreau/protocol/endpoint'
import { type Context, userIdOf } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { lastClosedDay } from '../../settings/index.ts'
import type { ContractRow } from '../contract-row.ts'
import { lockLiving } from '../life/living-contract.ts'
import { schemes } from '../schemes.ts'
import { amendmentsOf, type TermChanges } from './amendment-row.ts'
import { contractTermsOn, type Terms } from './terms-in-force.ts'

export type AmendmentBody = HandlerInput<(typeof amendmentsEndpoints)[1]>['body']

/** Drafts the next amendment of a contract that both signed. The contract itself stays as it is. */
export const draftAmendment = mutation<
  AmendmentBody & { contractId: string },
  { id: string; n: number; version: number }
>({
  access: 'contract.create',
  async run(tx, ctx, { contractId, ...wanted }) {
    const contract = await lockLiving(tx, ctx, contractId, 'amend')
    const before = await amendmentsOf(tx, ctx.cooperativeId, contractId)
    const pending = before.find(({ state }) => PENDING.has(state))
    if (pending) throw new ProblemError('amendment-pending', { n: pending.n })
    const { schemeId, changes } = await changesOf(tx, ctx, contract, wanted)
    const count = Object.keys(changes).length + (schemeId === null ? 0 : 1)
    await acceptEffect(tx, ctx, contract, { effectiveOn: wanted.effectiveOn, changes: count })
    const id = randomUUID()
    const n = before.length + 1
    const { effectiveOn, reason } = wanted
    await tx
      .insertInto('contractAmendment')
      .values({
        cooperativeId: ctx.cooperativeId,
        id,
        contractId,
        n,
        effectiveOn,
        reason,
        schemeId,
        changes: JSON.stringify(changes),
        createdAt: ctx.now,
        createdBy: userIdOf(ctx),
      })
      .execute()
    const entity = { kind: 'contract', id: contractId }
    const after = { amendmentId: id, n, effectiveOn, reason, schemeId, changes: { ...changes } }
    return {
      value: { id, n, version: 1 },
      audit: [{ action: 'contract.amendment-drafted', entity, after }],
    }
  },
})

/** What a signature, or its preparation, is still awaited for. */
const PENDING: ReadonlySet<string> = new Set(['draft', 'to_sign', 'signed'])

/** Refuses a day outside the contract or in a month that the books have closed since. */
export async function acceptEffect(
  tx: Tx,
  ctx: Context,
  contract: Pick<ContractRow, 'startsOn' | 'endsOn'>,
  wanted: { effectiveOn: LocalDate; changes: number },
): Promise<void> {
  const closedUntil = await lastClosedDay(tx, ctx.cooperativeId)
  const startsOn = localDate(contract.startsOn)
  const checked = checkAmendment(wanted, {
    startsOn,
    endsOn: contract.endsOn === null ? null : localDate(contract.endsOn),
    openFrom: closedUntil === null ? startsOn : addDays(closedUntil, 1),
  })
  if (checked.ok) return
  const { code, params } = checked.refusal
  const pointer = code === 'amendment-changes-nothing' ? '/body/schemeId' : '/body/effectiveOn'
  throw new ProblemError(code, params, [{ pointer, code, params }])
}

/** What is really another than on the day of effect; what a kind of contract does not have is refused. */
export async function changesOf(
  tx: Tx,
  ctx: Context,
  contract: ContractRow,
  wanted: AmendmentBody,
): Promise<{ schemeId: string | null; changes: TermChanges }> {
  const { cooperativeId } = ctx
  const inForce = await contractTermsOn(tx, cooperativeId, contract, {
    on: wanted.effectiveOn,
  })
  if (wanted.schemeId !== null) found((await schemes(tx, ctx, wanted.schemeId))[0])
  const after: Terms = {
    fixedPartCents: wanted.fixedPartCents?.toString() ?? null,
    minimumActivity: wanted.minimumActivity || null,
    means: wanted.means || null,
  }
  const allowed: readonly AmendableTerm[] = AMENDABLE_TERMS[contract.kind]
  const changes: TermChanges = {}
  for (const term of AMENDABLE_TERMS.CESA) {
    const value = after[term]
    if (value === null || value === inForce.terms[term]) continue
    if (!allowed.includes(term)) refuseTerm(term)
    changes[term] = { before: inForce.terms[term], after: value }
  }
  return { schemeId: wanted.schemeId === inForce.schemeId ? null : wanted.schemeId, changes }
}

function refuseTerm(term: AmendableTerm): never {
  const code = 'amendment-term-not-for-kind'
  throw new ProblemError(code, undefined, [{ pointer: `/body/${term}`, code }])
}
