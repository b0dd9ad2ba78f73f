import { capeRenewalStart, latestCapeEnd } from '@terreau/domain/contracts/cape'
import { addDays, laterOf } from '@terreau/domain/time/local-date'
import { insertContract, type NewContract } from '../../features/contracts/index.ts'
import { mutation } from '../../platform/mutation.ts'
import type { Calendar, Moment } from './calendar.ts'
import { contractsOf, type PlannedContract } from './contract-plan.ts'
import type { DemoPerson } from './people-data.ts'
import { draftUnfinished, signingOf } from './signing.ts'
import { asCommand, played, type Scene, type Stage, schemeId } from './stage.ts'

/** Since this month contracts are signed here; older ones were on paper, and only their dates are known. */
const SIGNED_HERE_SINCE = 8
export const AWA = 'awa.ndiaye'
/** Who signed by hand: the sheet came back, and somebody else looked at it. */
const ON_PAPER = 'haby.niakate'

/** The contracts of everybody, and those that wait: to sign, to countersign, to complete. */
export function contractScenes(calendar: Calendar, people: readonly DemoPerson[]): Scene[] {
  return people.flatMap((person) => {
    const contracts = contractsOf(calendar, person)
    return [
      ...contracts.flatMap((planned) => scenesOf(calendar, person, planned)),
      ...waitingScenes(calendar, person, contracts),
    ]
  })
}

function scenesOf(calendar: Calendar, person: DemoPerson, planned: PlannedContract): Scene[] {
  const enteredOn = laterOf(calendar.adoptedOn, addDays(planned.startsOn, -20))
  const isRecent = planned.startsOn >= calendar.day(SIGNED_HERE_SINCE, 1) || person.key === AWA
  const isSignedHere =
    planned.kind === 'CAPE' &&
    person.email !== '' &&
    planned.startsOn > calendar.adoptedOn &&
    isRecent
  if (!isSignedHere) {
    const at = calendar.moment(enteredOn, '10:00')
    return [{ at, play: (stage) => enterOnPaper(stage, at, person, planned) }]
  }
  const signing = signingOf(person, planned)
  // The contract that begins next month waits for the cooperative.
  const isComing = planned.startsOn > calendar.today
  const sentOn = isComing ? addDays(calendar.today, -4) : enteredOn
  const signedOn = isComing ? addDays(calendar.today, -1) : addDays(enteredOn, 3)
  const signed: Scene[] =
    person.key === ON_PAPER
      ? [
          { at: calendar.moment(signedOn, '17:10'), play: signing.handIn },
          { at: calendar.moment(addDays(signedOn, 1), '09:05'), play: signing.check },
        ]
      : [{ at: calendar.moment(signedOn, '18:20'), play: signing.sign }]
  const scenes: Scene[] = [{ at: calendar.moment(sentOn, '10:00'), play: signing.send }, ...signed]
  if (isComing) return scenes
  const countersignedOn = addDays(signedOn, 2)
  return [...scenes, { at: calendar.moment(countersignedOn, '09:15'), play: signing.countersign }]
}

/** Awa's last renewal waits for her signature; a contract is being written for somebody new. */
function waitingScenes(
  calendar: Calendar,
  person: DemoPerson,
  contracts: readonly PlannedContract[],
): Scene[] {
  const last = contracts.at(-1)
  if (person.key === AWA && last?.endsOn) {
    const startsOn = capeRenewalStart({ endsOn: last.endsOn })
    const endsOn = latestCapeEnd(startsOn)
    const signing = signingOf(person, { ...last, sequence: 2, startsOn, endsOn })
    return [{ at: calendar.moment(addDays(calendar.today, -3), '11:40'), play: signing.send }]
  }
  if (person.since !== null) return []
  const at = calendar.moment(addDays(calendar.today, -2), '14:05')
  return [{ at, play: (stage) => draftUnfinished(stage, at, person) }]
}

/** A contract that both sides signed on paper: its dates, its scheme and the fixed part of a CESA are known here. */
const enterPaperContract = mutation<NewContract, void>({
  access: 'system',
  async run(tx, ctx, contract) {
    const previous = await tx
      .selectFrom('contract')
      .select('id')
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('personId', '=', contract.personId)
      .where('kind', '=', 'CAPE')
      .orderBy('startsOn', 'desc')
      .executeTakeFirst()
    const renewsContractId = contract.sequence === 0 ? null : (previous?.id ?? null)
    const { contractId, number } = await insertContract(tx, ctx, { ...contract, renewsContractId })
    const { startsOn, endsOn } = contract
    const entity = { kind: 'contract', id: contractId }
    const after = { number, startsOn, endsOn }
    return { value: undefined, audit: [{ action: 'contract.created', entity, after }] }
  },
})

function enterOnPaper(
  stage: Stage,
  at: Moment,
  person: DemoPerson,
  { scheme, ...planned }: PlannedContract,
): Promise<void> {
  const { personId, activityId } = played(stage, person.key)
  return enterPaperContract(asCommand(stage, at), {
    ...planned,
    personId,
    activityId,
    schemeId: schemeId(stage, scheme),
    state: 'active',
    ...(planned.kind === 'CESA' ? { terms: { fixedPartCents: fixedPartOf(person) } } : {}),
  })
}

/** Gross per month, by how much a person sells: what staff read on the paper of the CESA. */
function fixedPartOf({ scalePercent }: DemoPerson): string {
  return String(900 * scalePercent)
}
