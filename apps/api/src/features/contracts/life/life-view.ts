import { EXIT_REASONS_OF, type ExitReason } from '@terreau/domain/contracts/exits'
import { isSuspensionReason } from '@terreau/domain/contracts/suspensions'
import { addDays, localDate } from '@terreau/domain/time/local-date'
import type { contractLifeEndpoints } from '@terreau/protocol/contract-life'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { fileIds } from '../../../platform/own-person.ts'
import { found } from '../../../platform/problem-error.ts'
import { clockOfContract } from '../career.ts'
import { contractRow } from '../contract-row.ts'
import { summaryOf } from '../queries.ts'
import { contractualStages } from '../stage.ts'
import { readFixedPart } from '../terms.ts'
import { isFollowed, lawfulEnd } from './end-contract.ts'
import { exitStepViews } from './exit-steps.ts'
import { type LivingContract, livingContract } from './living-contract.ts'
import { isCesaOnPaper } from './note-fixed-part.ts'
import { noticeViews } from './notices.ts'
import { isInForce, mentionOf } from './papers-mention.ts'
import { trialLastDay } from './trial-last-day.ts'

type Life = HandlerOutput<(typeof contractLifeEndpoints)[0]>

/** Everything that happened to a contract since it was signed, and what may happen next. */
export async function contractLife(tx: Tx, ctx: Context, contractId: string): Promise<Life> {
  const contract = await livingContract(tx, ctx, contractId)
  const { personId, person, registeredOn, registeredSiren } = contract
  const stages = await contractualStages(tx, ctx, [personId])
  return {
    person: {
      id: personId,
      familyName: person.familyName,
      givenName: person.givenName,
      stage: found(stages.get(personId)),
    },
    series: await seriesOf(tx, ctx, contract),
    isInForce: isInForce(ctx, contract),
    suspensions: await suspensionsOf(tx, ctx, contractId),
    notices: await noticeViews(tx, ctx, contract),
    registration:
      registeredOn === null || registeredSiren === null
        ? null
        : { registeredOn, siren: registeredSiren },
    papersMention: await mentionOf(tx, ctx, contract),
    paperFixedPart: isCesaOnPaper(contract) ? { cents: readFixedPart(contract.terms) } : null,
    hire: await hireView(tx, ctx, contract),
    associate: await associateView(tx, ctx, contract),
    trialEndsOn: await trialLastDay(tx, ctx, contract),
    exit: await exitView(tx, ctx, contract),
    exitReasons: await reasonsNow(tx, ctx, contract),
    version: contract.version,
  }
}

async function seriesOf(tx: Tx, ctx: Context, contract: LivingContract): Promise<Life['series']> {
  const rows = await tx
    .selectFrom('contract')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', 'in', fileIds(ctx.cooperativeId, contract.personId))
    .where('activityId', '=', contract.activityId)
    .where('state', '<>', 'cancelled')
    .orderBy('startsOn')
    .orderBy('id')
    .execute()
  const series: Life['series'] = []
  for (const { id } of rows) series.push(summaryOf(await contractRow(tx, ctx, id), ctx))
  return series
}

async function suspensionsOf(
  tx: Tx,
  ctx: Context,
  contractId: string,
): Promise<Life['suspensions']> {
  const rows = await tx
    .selectFrom('contractSuspension')
    .select(['id', 'reason', 'startsOn', 'endsOn', 'note', 'version'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('contractId', '=', contractId)
    .where('cancelledAt', 'is', null)
    .orderBy('startsOn')
    .execute()
  return rows.map(({ reason, startsOn, endsOn, ...row }) => ({
    ...row,
    reason: isSuspensionReason(reason) ? reason : 'other',
    startsOn: localDate(startsOn),
    endsOn: endsOn === null ? null : localDate(endsOn),
  }))
}

async function exitView(tx: Tx, ctx: Context, contract: LivingContract): Promise<Life['exit']> {
  const { exit } = contract
  if (exit === null) return null
  const who = await tx
    .selectFrom('appUser')
    .select('displayName')
    .where('id', '=', exit.confirmedBy)
    .executeTakeFirst()
  const { reason, note, effectiveOn, termOn, confirmedAt } = exit
  return {
    reason,
    note,
    effectiveOn,
    termOn,
    confirmedAt: confirmedAt.toISOString(),
    who: who?.displayName ?? null,
    steps: await exitStepViews(tx, ctx, { ...contract, exit }),
  }
}

/** A contract ends once, last of its series; a CAPE becomes a CESA by the signature of the CESA. */
async function reasonsNow(tx: Tx, ctx: Context, contract: LivingContract): Promise<ExitReason[]> {
  const { kind, state, exit } = contract
  if (state !== 'active' || exit !== null || (await isFollowed(tx, ctx, contract))) return []
  const reasons: readonly ExitReason[] = EXIT_REASONS_OF[kind]
  const { endsByLaw } = await lawfulEnd(tx, ctx, contract)
  const hasTrial = (await trialLastDay(tx, ctx, contract)) !== null
  return reasons.filter((reason) => {
    if (reason === 'to_cesa') return false
    if (reason === 'associate_deadline_missed') return endsByLaw
    if (reason === 'end_of_trial') return hasTrial
    return true
  })
}

/** The window of the declaration before the hire (R1221-4), and what was declared; a CAPE has none. */
async function hireView(tx: Tx, ctx: Context, contract: LivingContract): Promise<Life['hire']> {
  const clock = await clockOf(tx, ctx, contract, 'pre-hire-declaration')
  if (clock === null) return null
  const row = await tx
    .selectFrom('contractHireDeclaration')
    .select(['declaredOn', 'receiptNumber'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('contractId', '=', contract.id)
    .executeTakeFirst()
  return {
    opensOn: clock.startsOn,
    dueOn: addDays(contract.from, -1),
    declared: row ? { on: localDate(row.declaredOn), receiptNumber: row.receiptNumber } : null,
  }
}

async function associateView(
  tx: Tx,
  ctx: Context,
  contract: LivingContract,
): Promise<Life['associate']> {
  const clock = await clockOf(tx, ctx, contract, 'associate-deadline')
  if (clock === null) return null
  const { associateOn, associateFileId } = contract
  const { endsByLaw, endsOn } = await lawfulEnd(tx, ctx, contract)
  return {
    deadlineOn: clock.endsOn,
    associateOn,
    fileId: associateFileId,
    hasEndedByLaw: endsByLaw && endsOn !== null && endsOn < ctx.today,
  }
}

async function clockOf(
  tx: Tx,
  ctx: Context,
  { id: contractId, personId, kind: contractKind }: LivingContract,
  kind: 'pre-hire-declaration' | 'associate-deadline',
) {
  if (contractKind !== 'CESA') return null
  return clockOfContract(tx, ctx, { personId, contractId, kind })
}
