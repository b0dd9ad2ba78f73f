import {
  type Employment,
  type EmploymentContract,
  employmentsOf,
  jobsHeld,
  keptCoverMonths,
} from '@terreau/domain/contracts/employment'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import type { Settlement } from '@terreau/protocol/attestation-settlement'
import type { FactLine } from '@terreau/protocol/attestations'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { settingOn } from '../settings/index.ts'
import { blocking, type Facts, line, noFacts } from './fact-view.ts'
import { signedContracts } from './signed-contracts.ts'

interface Cesa extends EmploymentContract {
  number: string
  activityId: string
  endsByLaw: boolean
  trialEndsOn: LocalDate | null
}

type EmploymentKind = 'employment' | 'associate' | 'work_certificate' | 'settlement_receipt'

/** What a certificate about an employment would say, from the CESAs of one person. */
export async function employmentFacts(
  tx: Tx,
  ctx: Context,
  wanted: {
    kind: EmploymentKind
    contracts: readonly Cesa[]
    settlement?: Settlement | undefined
  },
): Promise<Facts> {
  const { contracts } = wanted
  switch (wanted.kind) {
    case 'employment':
      return currentFacts(contracts, ctx.today)
    case 'associate':
      return associateFacts(contracts, ctx.today)
    case 'work_certificate': {
      const ended = endedEmployment(contracts, ctx.today)
      if ('code' in ended) return noFacts(blocking(ended.code))
      return workFacts(ended, await mostCoverMonths(tx, ctx, ended.endsOn))
    }
    case 'settlement_receipt': {
      const ended = endedEmployment(contracts, ctx.today)
      if ('code' in ended) return noFacts(blocking(ended.code))
      return settlementFacts(ended, wanted.settlement)
    }
  }
}

/** The CESAs of these people that both sides have signed, with their true last day. */
export async function cesasOf(
  tx: Tx,
  cooperativeId: string,
  personIds: readonly string[],
): Promise<Map<string, Cesa[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await signedContracts(tx, { cooperativeId, personIds, kind: 'CESA' })
    .select(['c.endsByLaw', 'c.associateOn', 'c.trialEndsOn'])
    .execute()
  const day = (text: string | null) => (text === null ? null : localDate(text))
  const cesas = rows.map((row) => ({
    ...row,
    startsOn: localDate(row.startsOn),
    endsOn: day(row.endsOn),
    associateOn: day(row.associateOn),
    trialEndsOn: day(row.trialEndsOn),
  }))
  return Map.groupBy(cesas, (one) => one.personId)
}

function isInForce(contract: Cesa, today: LocalDate): boolean {
  return contract.startsOn <= today && (contract.endsOn === null || contract.endsOn >= today)
}

function currentFacts(contracts: readonly Cesa[], today: LocalDate): Facts {
  const current = contracts.find((one) => isInForce(one, today))
  if (current === undefined) return noFacts(blocking('no-current-employment'))
  const employment = employmentsOf(contracts).find((one) => one.contracts.includes(current))
  const startsOn = employment?.startsOn ?? current.startsOn
  const isAssociate = current.associateOn !== null && current.associateOn <= today
  const job = isAssociate ? 'associate' : 'entrepreneur'
  const { trialEndsOn, endsOn, endsByLaw, number, activityName } = current
  const trial = trialEndsOn !== null && trialEndsOn >= today ? trialEndsOn : null
  const from = { source: 'contract', sourceId: current.id } as const
  return {
    lines: [
      ...contractLines(current),
      line('job', 'job', job, from),
      line('startsOn', 'date', startsOn, from),
      line('endsOn', 'date', endsOn ?? '', from),
      line('trialEndsOn', 'date', trial ?? '', from),
    ],
    months: [],
    missing: [],
    contractId: current.id,
    content: {
      kind: 'employment',
      facts: {
        contractNumber: number,
        job,
        startsOn,
        endsOn,
        endsByLaw,
        trialEndsOn: trial,
        activity: activityName,
      },
    },
  }
}

/** An associate stays one from contract to contract: the first day within the employment that goes on counts. */
function associateFacts(contracts: readonly Cesa[], today: LocalDate): Facts {
  const current = employmentsOf(contracts).flatMap((one) =>
    one.contracts.some((contract) => isInForce(contract, today)) ? one.contracts : [],
  )
  if (current.length === 0) return noFacts(blocking('no-current-employment'))
  const days = current.flatMap(({ associateOn }) => associateOn ?? [])
  const associateOn = days.filter((day) => day <= today).sort()[0]
  const contract = current.findLast((one) => isInForce(one, today))
  if (contract === undefined || associateOn === undefined)
    return noFacts(blocking('not-associate-yet'))
  const from = { source: 'contract', sourceId: contract.id } as const
  const { number, activityName } = contract
  return {
    lines: [...contractLines(contract), line('associateOn', 'date', associateOn, from)],
    months: [],
    missing: [],
    contractId: contract.id,
    content: {
      kind: 'associate',
      facts: { associateOn, contractNumber: number, activity: activityName },
    },
  }
}

interface Ended extends Employment<Cesa> {
  endsOn: LocalDate
  last: Cesa
}

/**
 * The last employment of a person that is over: nothing is certified before the last day. Who left and came back
 * still has the papers of the first; one that a contract already signed goes on tomorrow is not over.
 */
function endedEmployment(
  contracts: readonly Cesa[],
  today: LocalDate,
): Ended | { code: 'no-ended-employment' | 'employment-goes-on' } {
  const begun = employmentsOf(contracts).filter((one) => one.startsOn <= today)
  const ended = begun.flatMap(({ endsOn, ...employment }) => {
    if (endsOn === null || endsOn > today) return []
    const last = employment.contracts.find((one) => one.endsOn === endsOn)
    return [{ ...employment, endsOn, last: last ?? employment.contracts[0] }]
  })
  return ended.at(-1) ?? { code: begun.length === 0 ? 'no-ended-employment' : 'employment-goes-on' }
}

/** CSS L911-8 sets twelve months; null while the cooperative has not said how its cover goes on. */
async function mostCoverMonths(tx: Tx, ctx: Context, on: LocalDate): Promise<number | null> {
  const value = await settingOn(tx, ctx.cooperativeId, 'kept_cover_most_months', on)
  return value === null ? null : Number(value)
}

function workFacts(ended: Ended, mostMonths: number | null): Facts {
  const { startsOn, endsOn, contracts, last } = ended
  const coverMonths = mostMonths === null ? null : keptCoverMonths({ startsOn, endsOn }, mostMonths)
  const from = { source: 'contract', sourceId: last.id } as const
  const unknown = { code: 'cover-unknown', isBlocking: false, month: null, text: null } as const
  return {
    lines: [
      ...endedLines(ended),
      line('coverMonths', 'text', coverMonths === null ? '' : String(coverMonths), from),
    ],
    months: [],
    missing: coverMonths === null ? [unknown] : [],
    contractId: last.id,
    content: {
      kind: 'work_certificate',
      facts: { startsOn, endsOn, jobs: jobsHeld(contracts), coverMonths },
    },
  }
}

function settlementFacts(ended: Ended, settlement: Settlement | undefined): Facts {
  const { startsOn, endsOn, last } = ended
  const { paidOn, sums } = settlement ?? { paidOn: endsOn, sums: [] }
  return {
    lines: endedLines(ended),
    months: [],
    missing: [],
    contractId: last.id,
    content: { kind: 'settlement_receipt', facts: { startsOn, endsOn, paidOn, sums } },
  }
}

function endedLines(ended: Ended): FactLine[] {
  const from = { source: 'contract', sourceId: ended.last.id } as const
  return [
    ...contractLines(ended.last),
    line('startsOn', 'date', ended.startsOn, from),
    line('endsOn', 'date', ended.endsOn, from),
  ]
}

function contractLines(contract: Cesa): FactLine[] {
  const { id, number, activityId, activityName } = contract
  return [
    line('contractNumber', 'text', number, { source: 'contract', sourceId: id }),
    line('activity', 'text', activityName, { source: 'activity', sourceId: activityId }),
  ]
}
