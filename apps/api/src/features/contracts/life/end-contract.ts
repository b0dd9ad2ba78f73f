import { checkExit, type ExitReason, isEarlyEnd } from '@terreau/domain/contracts/exits'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { monthOf } from '@terreau/domain/time/year-month'
import type { AuditEntry } from '../../../platform/audit/actions.ts'
import { type Context, userIdOf } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { fileIds } from '../../../platform/own-person.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { refreshClocks } from '../../clocks/index.ts'
import { refreshAssociateDeadlines } from '../associate-deadline.ts'
import { clockOfContract } from '../career.ts'
import { type LivingContract, lockLiving } from './living-contract.ts'
import { trialLastDay } from './trial-last-day.ts'

interface Ending {
  contractId: string
  reason: ExitReason
  effectiveOn: LocalDate
  note?: string | undefined
}

/**
 * Ends a contract: its last day becomes the day given, and what is left to do is listed. Somebody decides;
 * no date ever does it alone. Months already declared stay, and the person can still be paid.
 */
export const endContract = mutation<Ending, undefined>({
  access: 'contract.create',
  async run(tx, ctx, { contractId, reason, effectiveOn, note }) {
    const contract = await lockLiving(tx, ctx, contractId, 'end')
    if (contract.version !== ctx.ifMatch) throw new ProblemError('version-changed')
    if (contract.exit !== null || reason === 'to_cesa')
      throw new ProblemError('contract-act-not-allowed', { state: 'ended', act: 'end' })
    const checked = checkExit(
      {
        ...contract,
        startsOn: contract.from,
        ...(await lawfulEnd(tx, ctx, contract)),
        trialEndsOn: await trialLastDay(tx, ctx, contract),
      },
      { reason, effectiveOn },
    )
    if (!checked.ok) {
      const { code, params } = checked.refusal
      const pointer = code === 'exit-reason-not-for-kind' ? '/body/reason' : '/body/effectiveOn'
      throw new ProblemError(code, params, [{ pointer, code, params }])
    }
    await refuseFollowed(tx, ctx, contract)
    await refuseDeclaredAfter(tx, ctx, contract, effectiveOn)
    const ending = { reason, effectiveOn, note: note ?? '', confirmedBy: userIdOf(ctx) }
    return { value: undefined, audit: [await writeExit(tx, ctx, contract, ending)] }
  },
})

/** Writes an exit that was checked. The signature of a CESA ends the CAPE it replaces the same way. */
export async function writeExit(
  tx: Tx,
  ctx: Context,
  contract: Pick<LivingContract, 'id' | 'personId' | 'until' | 'version'>,
  exit: {
    reason: ExitReason
    effectiveOn: LocalDate
    note: string
    confirmedBy: string | null
  },
): Promise<AuditEntry> {
  const { reason, effectiveOn } = exit
  await tx
    .insertInto('contractExit')
    .values({
      cooperativeId: ctx.cooperativeId,
      contractId: contract.id,
      ...exit,
      termOn: contract.until,
      confirmedAt: ctx.now,
    })
    .execute()
  await tx
    .updateTable('contract')
    .set({
      endsOn: effectiveOn,
      endsByLaw: reason === 'associate_deadline_missed',
      version: contract.version + 1,
    })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', contract.id)
    .execute()
  await refreshAssociateDeadlines(tx, ctx, contract.personId)
  await refreshClocks(tx, ctx, contract.personId)
  return {
    action: 'contract.ended',
    entity: { kind: 'contract', id: contract.id },
    before: { endsOn: contract.until },
    after: {
      reason,
      endsOn: effectiveOn,
      isEarly: isEarlyEnd({ ...exit, termOn: contract.until }),
    },
  }
}

/**
 * The last day of a contract, and whether the law sets it. A CESA that came from elsewhere has no such day
 * written (see `associate-deadline.ts`); once its deadline is behind, its end may be confirmed all the same.
 */
export async function lawfulEnd(
  tx: Tx,
  ctx: Context,
  contract: LivingContract,
): Promise<{ endsOn: LocalDate | null; endsByLaw: boolean }> {
  const { id: contractId, personId, kind, until, endsByLaw, associateOn, concludedOn } = contract
  const isUnknown =
    kind === 'CESA' && until === null && associateOn === null && concludedOn === null
  const clock = isUnknown
    ? await clockOfContract(tx, ctx, { personId, contractId, kind: 'associate-deadline' })
    : null
  return clock?.state === 'passed'
    ? { endsOn: clock.endsOn, endsByLaw: true }
    : { endsOn: until, endsByLaw }
}

/** Whether a later contract of the same activity waits for its day, or runs. */
export async function isFollowed(tx: Tx, ctx: Context, contract: LivingContract): Promise<boolean> {
  const later = await tx
    .selectFrom('contract')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', 'in', fileIds(ctx.cooperativeId, contract.personId))
    .where('activityId', '=', contract.activityId)
    .where('startsOn', '>', contract.startsOn)
    .where('state', 'in', ['to_sign', 'signed', 'active'])
    .executeTakeFirst()
  return later !== undefined
}

async function refuseFollowed(tx: Tx, ctx: Context, contract: LivingContract): Promise<void> {
  if (await isFollowed(tx, ctx, contract)) throw new ProblemError('exit-followed-by-contract')
}

/** What was declared for a month after the last day would be declared without a contract. */
async function refuseDeclaredAfter(
  tx: Tx,
  ctx: Context,
  contract: LivingContract,
  effectiveOn: LocalDate,
): Promise<void> {
  const declared = await tx
    .selectFrom('declaration')
    .select('concernsMonth')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('contractId', '=', contract.id)
    .where('concernsMonth', '>', monthOf(effectiveOn))
    .where('state', '<>', 'draft')
    .orderBy('concernsMonth', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (declared === undefined) return
  const code = 'exit-before-declared-month'
  const params = { month: declared.concernsMonth }
  throw new ProblemError(code, params, [{ pointer: '/body/effectiveOn', code, params }])
}
