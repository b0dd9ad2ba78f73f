import type { Clock } from '@terreau/domain/clocks/clock'
import { clocksOf } from '@terreau/domain/clocks/clocks-of'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { fileIds } from '../../../platform/own-person.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { careerOf } from '../career.ts'

export interface CesaLimits {
  /** The last day that a trial may have; null when earlier contracts leave none (L7332-1). */
  trialEndsOnMax: LocalDate | null
  /** The last day to become associate (L7331-3). */
  associateBy: LocalDate
}

interface WantedCesa {
  personId: string
  startsOn: LocalDate
  /** The draft being changed, which is no earlier contract of itself. */
  contractId: string | null
}

/** What the clocks say of a CESA that would start on a day, after everything this person had here. */
export async function cesaLimits(tx: Tx, ctx: Context, wanted: WantedCesa): Promise<CesaLimits> {
  const { startsOn, contractId } = wanted
  const career = await careerOf(tx, ctx, wanted.personId)
  const others = career.contracts.filter(({ id }) => id !== contractId && id !== WANTED)
  const clocks = clocksOf(
    { ...career, contracts: [...others, { id: WANTED, kind: 'CESA', startsOn }] },
    ctx.today,
  )
  const of = (kind: Clock['kind']) =>
    found(clocks.find((clock) => clock.kind === kind && clock.contractId === WANTED))
  const trial = of('trial')
  return {
    trialEndsOnMax: trial.reason === 'none-left' ? null : trial.endsOn,
    associateBy: of('associate-deadline').endsOn,
  }
}

const WANTED = 'wanted'

/**
 * A CESA may be written while a CAPE of its activity runs, for it ends that one on its eve. It replaces none that
 * begins with it or later: said before anybody signs.
 */
export async function checkReplaced(
  tx: Tx,
  ctx: Context,
  wanted: { personId: string; activityId: string; startsOn: LocalDate },
): Promise<void> {
  const cape = await tx
    .selectFrom('contract')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', 'in', fileIds(ctx.cooperativeId, wanted.personId))
    .where('activityId', '=', wanted.activityId)
    .where('kind', '=', 'CAPE')
    .where('state', 'in', ['to_sign', 'signed', 'active'])
    .where('startsOn', '>=', wanted.startsOn)
    .limit(1)
    .executeTakeFirst()
  if (cape === undefined) return
  const code = 'contract-overlaps'
  throw new ProblemError(code, undefined, [{ pointer: '/body/startsOn', code }])
}

/** Refuses a trial longer than what the law leaves. */
export async function checkTrial(
  tx: Tx,
  ctx: Context,
  wanted: WantedCesa & { trialEndsOn: LocalDate | null },
): Promise<void> {
  const { trialEndsOn } = wanted
  if (trialEndsOn === null) return
  const { trialEndsOnMax } = await cesaLimits(tx, ctx, wanted)
  const pointer = '/body/terms/trialEndsOn'
  if (trialEndsOnMax === null)
    throw new ProblemError('cesa-no-trial-left', undefined, [
      { pointer, code: 'cesa-no-trial-left' },
    ])
  if (trialEndsOn <= trialEndsOnMax && trialEndsOn >= wanted.startsOn) return
  const params = { trialEndsOnMax }
  const code = 'cesa-trial-too-long'
  throw new ProblemError(code, params, [{ pointer, code, params }])
}
