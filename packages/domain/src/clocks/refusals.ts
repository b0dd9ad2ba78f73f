import type { CapeRefusalCode } from '../contracts/cape.ts'
import type { Refusal, RefusalParams } from '../result.ts'
import { addDays, compareDates, type LocalDate } from '../time/local-date.ts'
import { overlap } from '../time/period.ts'
import { brokenBy, type CapeLink, capeLinks, isSameActivity, renewedBy } from './cape-chain.ts'
import { type Career, type CareerContract, lastDayOf, tookEffect } from './career.ts'
import type { Clock } from './clock.ts'
import { CLOCK_RULES } from './rules.ts'

/** What a rule of the clocks does not allow in a career. */
export const CAREER_REFUSAL_CODES = [
  'cape-ends-before-start',
  'cape-full-time-employee',
  'cape-third-renewal',
  'cape-too-long',
  'cape-gap',
  'cape-overlaps-previous',
  'cape-end-missing',
  'cape-renews-nothing',
  'cape-renews-itself',
  'cape-renewed-twice',
  'contracts-overlap',
  'ends-before-start',
  'ended-after-term',
  'rule-not-in-force',
  'suspension-outside-contract',
  'no-trial-left',
  'trial-too-long',
  'associate-too-late',
  'cape-declared-as-hire',
  'declared-too-early',
  'declared-too-late',
  'permit-checked-too-late',
] as const
export type CareerRefusalCode = (typeof CAREER_REFUSAL_CODES)[number]

export type CareerRefusal = Refusal<CareerRefusalCode> & {
  readonly contractId: string
  readonly article: string
}

/** Every rule that a career breaks, contract by contract in order of time; empty when all is well. */
export function careerRefusals(career: Career, clocks: readonly Clock[]): CareerRefusal[] {
  const contracts = [...career.contracts].sort(inTime)
  const links = new Map(capeLinks(career).map((link) => [link.contract.id, link]))
  const overByLaw = new Map(
    clocks
      .filter(({ kind, state }) => kind === 'associate-deadline' && state === 'passed')
      .map(({ contractId, endsOn }) => [contractId, endsOn]),
  )
  return contracts.flatMap((contract) => {
    if (contract.isCancelled) return []
    if (!tookEffect(contract)) return [endsBeforeStart(contract)]
    const link = links.get(contract.id)
    return [
      ...(link === undefined ? [] : capeRefusalsOf(link, career)),
      ...overlaps(contract, { ...career, contracts }, link, overByLaw),
      ...termRefusals(contract),
      ...suspensionRefusals(contract, career),
      ...clocks
        .filter((clock) => clock.contractId === contract.id)
        .flatMap((clock) => clockRefusals(contract, clock)),
    ]
  })
}

function inTime(a: CareerContract, b: CareerContract): number {
  return compareDates(a.startsOn, b.startsOn) || (a.id < b.id ? -1 : 1)
}

const CAPE_ARTICLES: Partial<Record<CareerRefusalCode, string>> = {
  'cape-full-time-employee': 'C. com. L127-1',
}

function refuse(
  contract: CareerContract,
  code: CareerRefusalCode,
  article: string,
  params: RefusalParams = {},
): CareerRefusal {
  return { code, contractId: contract.id, article, params: { contract: contract.id, ...params } }
}

function endsBeforeStart(contract: CareerContract): CareerRefusal {
  const endsOn = lastDayOf(contract) ?? contract.startsOn
  const article = contract.kind === 'CAPE' ? 'C. com. L127-2' : 'C. trav. L1221-1'
  return refuse(contract, 'ends-before-start', article, { startsOn: contract.startsOn, endsOn })
}

function capeRefusalsOf(link: CapeLink, career: Career): CareerRefusal[] {
  const { contract } = link
  const { article, inForceFrom } = CLOCK_RULES['cape-period']
  if (contract.startsOn < inForceFrom) {
    return [refuse(contract, 'rule-not-in-force', article, { inForceFrom })]
  }
  const chain = chainRefusals(link, career)
  if (lastDayOf(contract) === null) return [...chain, refuse(contract, 'cape-end-missing', article)]
  const own = brokenBy(link).map(({ code, params }: Refusal<CapeRefusalCode>) =>
    refuse(contract, code, CAPE_ARTICLES[code] ?? article, params),
  )
  return [...chain, ...own]
}

function chainRefusals({ contract }: CapeLink, career: Career): CareerRefusal[] {
  const { article } = CLOCK_RULES['cape-renewals']
  const { renewalOf, id } = contract
  if (renewalOf === undefined) return []
  const named = career.contracts.find((other) => other.id === renewalOf)
  if (named?.kind === 'CAPE' && tookEffect(named) && named.startsOn >= contract.startsOn) {
    return [refuse(contract, 'cape-renews-itself', article, { renewalOf })]
  }
  if (renewedBy(contract, career) === null)
    return [refuse(contract, 'cape-renews-nothing', article, { renewalOf })]
  const [twin] = career.contracts
    .filter(
      (other) =>
        other.id !== id &&
        other.renewalOf === renewalOf &&
        tookEffect(other) &&
        inTime(other, contract) < 0,
    )
    .sort(inTime)
  if (twin === undefined) return []
  return [refuse(contract, 'cape-renewed-twice', article, { renewalOf, other: twin.id })]
}

/**
 * For one activity, CAPE and CESA exclude each other and themselves; a part-time job beside a CESA is practised.
 */
function overlaps(
  contract: CareerContract,
  career: Career,
  link: CapeLink | undefined,
  overByLaw: ReadonlyMap<string | null, LocalDate>,
): CareerRefusal[] {
  if (!isSupport(contract)) return []
  // A CESA that nobody ended is over once its person is not associate in time (L7331-3).
  const lastOf = (other: CareerContract) => lastDayOf(other) ?? overByLaw.get(other.id) ?? null
  const { contracts } = career
  const earlier = contracts
    .slice(0, contracts.indexOf(contract))
    .filter((other) => isSupport(other) && tookEffect(other) && other.id !== link?.previous?.id)
    .filter((other) => isSameActivity(other, contract, career))
  const span = { startsOn: contract.startsOn, endsOn: lastDayOf(contract) }
  return earlier
    .filter((other) => overlap({ startsOn: other.startsOn, endsOn: lastOf(other) }, span))
    .map((other) => {
      const article = contract.kind === 'CAPE' ? 'C. com. L127-2' : 'C. trav. L7331-2'
      return refuse(contract, 'contracts-overlap', article, { other: other.id })
    })
}

function isSupport({ kind }: CareerContract): boolean {
  return kind === 'CAPE' || kind === 'CESA'
}

function termRefusals(contract: CareerContract): CareerRefusal[] {
  const { kind, endsOn, endedOn } = contract
  if (kind !== 'CAPE' || endsOn === undefined || endedOn === undefined || endedOn <= endsOn)
    return []
  return [refuse(contract, 'ended-after-term', 'C. com. L127-2', { endsOn, endedOn })]
}

function suspensionRefusals(contract: CareerContract, career: Career): CareerRefusal[] {
  const lastDay = lastDayOf(contract)
  return (career.suspensions ?? [])
    .filter(({ contractId, startsOn, endsOn }) => {
      if (contractId !== contract.id) return false
      const isBefore = startsOn < contract.startsOn
      const isAfter = lastDay !== null && (startsOn > lastDay || (endsOn ?? startsOn) > lastDay)
      return isBefore || isAfter || (endsOn !== undefined && endsOn < startsOn)
    })
    .map(({ startsOn, endsOn }) =>
      refuse(contract, 'suspension-outside-contract', CLOCK_RULES.trial.article, {
        startsOn,
        endsOn: endsOn ?? startsOn,
      }),
    )
}

/** What a date of the contract does to one of its own clocks. */
function clockRefusals(contract: CareerContract, clock: Clock): CareerRefusal[] {
  const { article, endsOn } = clock
  switch (clock.kind) {
    case 'trial': {
      const { trialEndsOn } = contract
      if (!trialEndsOn) return []
      if (clock.reason === 'none-left') return [refuse(contract, 'no-trial-left', article)]
      if (trialEndsOn <= endsOn) return []
      return [refuse(contract, 'trial-too-long', article, { trialEndsOn, latestEndsOn: endsOn })]
    }
    case 'associate-deadline':
      if (clock.reason === 'rule-not-in-force') {
        const { inForceFrom } = CLOCK_RULES[clock.kind]
        return [refuse(contract, 'rule-not-in-force', article, { inForceFrom })]
      }
      return isAfter(contract.associateOn, endsOn)
        ? [refuse(contract, 'associate-too-late', article, { deadline: endsOn })]
        : []
    case 'pre-hire-declaration':
      return declarationRefusals(contract, clock)
    case 'permit-check':
      return clock.reason === null && isAfter(contract.permitCheckOn, endsOn)
        ? [refuse(contract, 'permit-checked-too-late', article, { latestOn: endsOn })]
        : []
    case 'cape-term':
      return contract.declaredOn === undefined
        ? []
        : [refuse(contract, 'cape-declared-as-hire', 'C. com. L127-1')]
    default:
      return []
  }
}

function declarationRefusals(contract: CareerContract, clock: Clock): CareerRefusal[] {
  const { declaredOn } = contract
  if (declaredOn === undefined) return []
  const { article, startsOn: earliestOn, endsOn } = clock
  if (declaredOn < earliestOn) {
    return [refuse(contract, 'declared-too-early', article, { declaredOn, earliestOn })]
  }
  const latestOn = addDays(endsOn, -1)
  return isAfter(declaredOn, endsOn)
    ? [refuse(contract, 'declared-too-late', article, { declaredOn, latestOn })]
    : []
}

function isAfter(day: LocalDate | undefined, limit: LocalDate): boolean {
  return day !== undefined && day > limit
}
