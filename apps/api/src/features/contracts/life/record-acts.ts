import type { LocalDate } from '@terreau/domain/time/local-date'
import { contains } from '@terreau/domain/time/period'
import { userIdOf } from '../../../platform/context.ts'
import { mutation } from '../../../platform/mutation.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { refreshClocks } from '../../clocks/index.ts'
import { clockOfContract } from '../career.ts'
import { lockContract } from '../contract-row.ts'
import { keepProof, type Proof, refuseFuture } from './keep-file.ts'
import { lockLiving } from './living-contract.ts'

/**
 * Records that the business was registered during the CAPE. From that day both are liable together, and
 * papers carry the SIREN of the business (Code de commerce, L127-4).
 */
export const registerBusiness = mutation<
  { contractId: string; registeredOn: LocalDate; siren: string },
  undefined
>({
  access: 'contract.create',
  async run(tx, ctx, { contractId, registeredOn, siren }) {
    const contract = await lockLiving(tx, ctx, contractId, 'register')
    if (contract.kind !== 'CAPE')
      throw new ProblemError('contract-act-not-allowed', { state: contract.kind, act: 'register' })
    const isDuring = contains({ startsOn: contract.from, endsOn: contract.until }, registeredOn)
    if (!isDuring) {
      const code = 'registration-outside-contract'
      throw new ProblemError(code, undefined, [{ pointer: '/body/registeredOn', code }])
    }
    refuseFuture(ctx, registeredOn, '/body/registeredOn')
    await tx
      .updateTable('contract')
      .set({ registeredOn, registeredSiren: siren, version: contract.version + 1 })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', contractId)
      .execute()
    const entity = { kind: 'contract', id: contractId }
    const { registeredOn: oldDay, registeredSiren: oldSiren } = contract
    const before = { registeredOn: oldDay, siren: oldSiren }
    const after = { registeredOn, siren }
    return {
      value: undefined,
      audit: [{ action: 'contract.business-registered', entity, before, after }],
    }
  },
})

/**
 * Records the declaration before the hire with the number of its receipt. It is made within eight days
 * before the first day (Code du travail, R1221-4, R1221-5), often before the contract is signed by both;
 * a declaration made late is recorded too, for it is what happened.
 */
export const declareHire = mutation<
  { contractId: string; declaredOn: LocalDate; receiptNumber: string },
  undefined
>({
  access: 'contract.create',
  async run(tx, ctx, { contractId, declaredOn, receiptNumber }) {
    const contract = await lockContract(tx, ctx, contractId)
    if (contract.kind !== 'CESA' || contract.state === 'cancelled')
      throw new ProblemError('contract-act-not-allowed', { state: contract.state, act: 'hire' })
    refuseFuture(ctx, declaredOn, '/body/declaredOn')
    const { personId } = contract
    const clock = found(
      await clockOfContract(tx, ctx, { personId, contractId, kind: 'pre-hire-declaration' }),
    )
    if (declaredOn < clock.startsOn) {
      const code = 'hire-declared-too-early'
      const params = { opensOn: clock.startsOn }
      throw new ProblemError(code, params, [{ pointer: '/body/declaredOn', code, params }])
    }
    const inserted = await tx
      .insertInto('contractHireDeclaration')
      .values({
        cooperativeId: ctx.cooperativeId,
        contractId,
        declaredOn,
        receiptNumber,
        recordedAt: ctx.now,
        recordedBy: userIdOf(ctx),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('contractId')
      .executeTakeFirst()
    if (inserted === undefined) throw new ProblemError('hire-already-declared')
    await refreshClocks(tx, ctx, personId)
    const entity = { kind: 'contract', id: contractId }
    const after = { declaredOn, receiptNumber }
    return { value: undefined, audit: [{ action: 'contract.hire-declared', entity, after }] }
  },
})

/**
 * Records the day the person became associate, with the proof. Until the last day that the clocks give,
 * this takes the end away that the law had set; after it the contract has ended (L7331-3).
 */
export const recordAssociate = mutation<
  { contractId: string; associateOn: LocalDate } & Proof,
  undefined
>({
  access: 'contract.create',
  async run(tx, ctx, { contractId, associateOn, file }) {
    const contract = await lockLiving(tx, ctx, contractId, 'associate')
    if (contract.kind !== 'CESA' || contract.exit !== null || contract.associateOn !== null)
      throw new ProblemError('contract-act-not-allowed', { state: 'active', act: 'associate' })
    refuseFuture(ctx, associateOn, '/query/associateOn')
    const { personId } = contract
    const clock = found(
      await clockOfContract(tx, ctx, { personId, contractId, kind: 'associate-deadline' }),
    )
    if (associateOn > clock.endsOn) {
      const code = 'associate-after-deadline'
      const params = { deadlineOn: clock.endsOn }
      throw new ProblemError(code, params, [{ pointer: '/query/associateOn', code, params }])
    }
    const associateFileId = await keepProof(tx, ctx, { file })
    await tx
      .updateTable('contract')
      .set({
        associateOn,
        associateFileId,
        ...(contract.endsByLaw ? { endsOn: null, endsByLaw: false } : {}),
        version: contract.version + 1,
      })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', contractId)
      .execute()
    await refreshClocks(tx, ctx, personId)
    const entity = { kind: 'contract', id: contractId }
    const before = { endsOn: contract.until }
    const after = { associateOn, fileId: associateFileId }
    return {
      value: undefined,
      audit: [{ action: 'contract.associate-recorded', entity, before, after }],
    }
  },
})
