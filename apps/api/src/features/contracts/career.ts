import type { Career, CareerContract } from '@terreau/domain/clocks/career'
import type { Clock } from '@terreau/domain/clocks/clock'
import { clocksOf } from '@terreau/domain/clocks/clocks-of'
import type { ClockKind } from '@terreau/domain/clocks/rules'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'

/**
 * What the clocks of a person rest on: the contracts that both sides signed, and their suspensions. `also`
 * names one that is not signed yet and is asked about.
 */
export async function careerOf(
  tx: Tx,
  ctx: Context,
  personId: string,
  also?: string,
): Promise<Career> {
  const contracts = await tx
    .selectFrom('contract as c')
    .leftJoin('contractExit as e', (join) =>
      join.onRef('e.cooperativeId', '=', 'c.cooperativeId').onRef('e.contractId', '=', 'c.id'),
    )
    .leftJoin('contractHireDeclaration as h', (join) =>
      join.onRef('h.cooperativeId', '=', 'c.cooperativeId').onRef('h.contractId', '=', 'c.id'),
    )
    .select(['c.id', 'c.kind', 'c.startsOn', 'c.endsOn', 'c.endsByLaw', 'c.renewsContractId'])
    .select(['c.gapReason', 'c.associateOn', 'c.trialEndsOn', 'c.concludedOn'])
    .select(['e.effectiveOn', 'e.termOn', 'h.declaredOn'])
    .where('c.cooperativeId', '=', ctx.cooperativeId)
    .where('c.personId', '=', personId)
    .where((eb) =>
      eb.or([eb('c.state', '=', 'active'), ...(also === undefined ? [] : [eb('c.id', '=', also)])]),
    )
    .execute()
  const suspensions = await tx
    .selectFrom('contractSuspension as s')
    .innerJoin('contract as c', (join) =>
      join.onRef('c.cooperativeId', '=', 's.cooperativeId').onRef('c.id', '=', 's.contractId'),
    )
    .select(['s.contractId', 's.startsOn', 's.endsOn', 's.reason'])
    .where('s.cooperativeId', '=', ctx.cooperativeId)
    .where('c.personId', '=', personId)
    .where('s.cancelledAt', 'is', null)
    .execute()
  return {
    contracts: contracts.map(asCareerContract),
    suspensions: suspensions.map(({ startsOn, endsOn, ...suspension }) => ({
      ...suspension,
      startsOn: localDate(startsOn),
      ...given({ endsOn }),
    })),
  }
}

/** The clock of one kind for one contract, as it stands today. */
export async function clockOfContract(
  tx: Tx,
  ctx: Context,
  of: { personId: string; contractId: string; kind: ClockKind },
): Promise<Clock | null> {
  const clocks = clocksOf(await careerOf(tx, ctx, of.personId, of.contractId), ctx.today)
  return (
    clocks.find(({ kind, contractId }) => kind === of.kind && contractId === of.contractId) ?? null
  )
}

interface Row {
  id: string
  kind: string
  startsOn: string
  endsOn: string | null
  endsByLaw: boolean
  renewsContractId: string | null
  gapReason: string | null
  associateOn: string | null
  trialEndsOn: string | null
  concludedOn: string | null
  effectiveOn: string | null
  termOn: string | null
  declaredOn: string | null
}

function asCareerContract(row: Row): CareerContract {
  const { id, kind, startsOn, endsByLaw, renewsContractId, gapReason, effectiveOn } = row
  // The end that the law sets is what the clocks compute: it is not one of their terms.
  const term = effectiveOn === null ? (endsByLaw ? null : row.endsOn) : row.termOn
  return {
    id,
    kind: kind === 'CESA' ? 'CESA' : 'CAPE',
    startsOn: localDate(startsOn),
    ...given({
      endsOn: term,
      endedOn: effectiveOn,
      signedOn: row.concludedOn,
      associateOn: row.associateOn,
      trialEndsOn: row.trialEndsOn,
      declaredOn: row.declaredOn,
    }),
    ...(renewsContractId === null ? {} : { renewalOf: renewsContractId }),
    ...(gapReason === null ? {} : { gapReason }),
  }
}

/** The days that are known, each under its name. */
function given<Name extends string>(
  days: Record<Name, string | null>,
): Partial<Record<Name, LocalDate>> {
  const known: Partial<Record<Name, LocalDate>> = {}
  for (const name in days) {
    const day = days[name]
    if (day !== null) known[name] = localDate(day)
  }
  return known
}
