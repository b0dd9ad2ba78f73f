import { brokenBy, linkBehind } from '@terreau/domain/clocks/cape-chain'
import type { CareerContract } from '@terreau/domain/clocks/career'
import type { CapeRefusalCode } from '@terreau/domain/contracts/cape'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds } from '../../platform/own-person.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { lockMember } from './lock-member.ts'

export interface WantedPeriod {
  personId: string
  activityId: string
  /** The draft being changed; it does not renew itself. */
  contractId: string | null
  startsOn: LocalDate
  endsOn: LocalDate
  gapReason: string | undefined
  isFullTimeEmployee: boolean
  /** Only what begins before counts as its past: a draft that would follow is no obstacle to sending this one. */
  isSent?: boolean
}

/**
 * The file it is written in, and the place of a CAPE in its series, or the refusal of its dates. What it renews is found, not believed:
 * whoever left out the previous contract would start the count of renewals again (L127-2). The person's
 * row stays locked, so that two drafts cannot both be the second renewal.
 */
export async function checkPeriod(
  tx: Tx,
  ctx: Context,
  wanted: WantedPeriod,
): Promise<{ personId: string; sequence: number; renewsContractId: string | null }> {
  const personId = await lockMember(tx, ctx, wanted)
  await refuseFullTimeJob(tx, ctx, wanted)
  const link = linkBehind(contractOf(wanted), await otherCapes(tx, ctx, wanted))
  const [refusal] = brokenBy(link)
  if (refusal !== undefined) {
    const { code, params } = refusal
    throw new ProblemError(code, params, [{ pointer: FIELD_OF[code], code, params }])
  }
  await refuseDuringCesa(tx, ctx, wanted)
  return { personId, sequence: link.sequence, renewsContractId: link.previous?.id ?? null }
}

const FIELD_OF: Readonly<Record<CapeRefusalCode, string>> = {
  'cape-ends-before-start': '/body/endsOn',
  'cape-too-long': '/body/endsOn',
  'cape-gap': '/body/startsOn',
  'cape-overlaps-previous': '/body/startsOn',
  'cape-third-renewal': '/body/startsOn',
  'cape-full-time-employee': '/body/terms/isFullTimeEmployee',
}

/**
 * The last answer about another job that holds on the first day: a full-time employee cannot sign (L127-1).
 * Only a new answer, of the person or of staff, takes it away.
 */
async function refuseFullTimeJob(tx: Tx, ctx: Context, wanted: WantedPeriod): Promise<void> {
  const said = await tx
    .selectFrom('personFact')
    .select(['value', 'validFrom'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', 'in', fileIds(ctx.cooperativeId, wanted.personId))
    .where('kind', '=', 'other_job')
    .where('validFrom', '<=', wanted.startsOn)
    .orderBy('validFrom', 'desc')
    .orderBy('recordedAt', 'desc')
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (said?.value !== 'full_time') return
  const code = 'cape-full-time-declared'
  const params = { since: said.validFrom }
  throw new ProblemError(code, params, [
    { pointer: '/body/terms/isFullTimeEmployee', code, params },
  ])
}

/** A CESA may be written while a CAPE runs, for it replaces it; never the other way round. */
async function refuseDuringCesa(tx: Tx, ctx: Context, wanted: WantedPeriod): Promise<void> {
  const cesa = await tx
    .selectFrom('contract')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', 'in', fileIds(ctx.cooperativeId, wanted.personId))
    .where('activityId', '=', wanted.activityId)
    .where('kind', '=', 'CESA')
    .where('state', '<>', 'cancelled')
    .where('startsOn', '<=', wanted.endsOn)
    .where((eb) => eb.or([eb('endsOn', 'is', null), eb('endsOn', '>=', wanted.startsOn)]))
    .executeTakeFirst()
  if (cesa !== undefined) throw new ProblemError('contract-overlaps')
}

function contractOf(wanted: WantedPeriod): CareerContract {
  const { contractId, startsOn, endsOn, gapReason, isFullTimeEmployee } = wanted
  return { id: contractId ?? '', kind: 'CAPE', startsOn, endsOn, gapReason, isFullTimeEmployee }
}

/** The CAPEs of the activity that count as its past: renewals are counted along one activity (ADR 20). */
async function otherCapes(tx: Tx, ctx: Context, wanted: WantedPeriod): Promise<CareerContract[]> {
  let query = tx
    .selectFrom('contract')
    .select(['id', 'sequence', 'startsOn', 'endsOn'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', 'in', fileIds(ctx.cooperativeId, wanted.personId))
    .where('activityId', '=', wanted.activityId)
    .where('kind', '=', 'CAPE')
    .where('state', '<>', 'cancelled')
  if (wanted.contractId !== null) query = query.where('id', '<>', wanted.contractId)
  if (wanted.isSent === true) query = query.where('startsOn', '<=', wanted.startsOn)
  const rows = await query.execute()
  return rows.map(({ id, sequence, startsOn, endsOn }) => ({
    id,
    kind: 'CAPE',
    sequence,
    startsOn: localDate(startsOn),
    endsOn: endsOn === null ? undefined : localDate(endsOn),
  }))
}
