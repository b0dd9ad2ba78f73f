import { cents } from '@terreau/domain/money/cents'
import { fullName } from '@terreau/domain/names/full-name'
import {
  addDays,
  earlierOf,
  type LocalDate,
  laterOf,
  localDate,
} from '@terreau/domain/time/local-date'
import { postOpening } from '../../features/ledger/index.ts'
import { createPerson } from '../../features/people/create-person.ts'
import { mutation } from '../../platform/mutation.ts'
import type { Moment } from './calendar.ts'
import { type Calendar, CURRENT } from './calendar.ts'
import { contractsOf } from './contract-plan.ts'
import { STREETS, TOWNS } from './cooperative-data.ts'
import type { DemoPerson } from './people-data.ts'
import { randomOf } from './random.ts'
import { asCommand, asStaff, played, type Scene, type Stage } from './stage.ts'
import { TRADES } from './trades.ts'

/** A file is opened some weeks before the first contract, or on the day the books began. */
const DAYS_BEFORE_CONTRACT = 25

/** The files of the people, in the order of the table; what older accounts held is brought in. */
export function peopleScenes(calendar: Calendar, people: readonly DemoPerson[]): Scene[] {
  return people.flatMap((person, index) => {
    const [first] = contractsOf(calendar, person)
    const startsOn = first?.startsOn ?? calendar.today
    const before = earlierOf(startsOn, addDays(calendar.today, 19))
    const openedOn = laterOf(calendar.adoptedOn, addDays(before, -DAYS_BEFORE_CONTRACT))
    const minute = String(index % 60).padStart(2, '0')
    const opened: Scene = {
      at: calendar.moment(openedOn, `07:${minute}`),
      play: (stage, at) => openFile(stage, at, person),
    }
    const isOlder = startsOn < calendar.adoptedOn
    const carried: Scene = {
      at: calendar.moment(openedOn, `09:${minute}`),
      play: (stage, at) => bringIn(stage, at, person),
    }
    return isOlder ? [opened, carried] : [opened]
  })
}

async function openFile(stage: Stage, at: Moment, person: DemoPerson): Promise<void> {
  const random = randomOf(person.key, 'file')
  const { givenName, familyName, email, civility, locale } = person
  const made = await createPerson(asStaff(stage, 'adviser', at), {
    // Later files go on behind these letters; a real month, whose people are 'P001' and on, does not clash.
    ...(stage.people.size === 0 ? { reference: 'D001' } : {}),
    civility,
    givenName,
    familyName,
    bornOn: localDate(person.bornOn),
    email,
    phone: `06 39 98 ${random.int(10, 99)} ${random.int(10, 99)}`,
    locale,
    address: `${random.int(1, 118)} ${random.pick(STREETS)}\n${random.pick(TOWNS)}`,
    activity: {
      name: person.activity,
      vatRateBp: TRADES[person.trade].vatRateBp,
      fiscalHorsepower: person.horsepower,
    },
    isTutor: person.isTutor,
    isReallyNew: true,
  })
  stage.people.set(person.key, {
    person,
    personId: made.id,
    activityId: made.activityId,
    actor: {
      kind: 'person',
      userId: await userIdOf(stage, made.id),
      personIds: [made.id],
      roles: person.isTutor ? ['tester', 'tutor'] : ['tester'],
      sessionId: '',
      displayName: fullName({ givenName, familyName }),
      assurance: 'demo',
    },
  })
}

/** Empty for somebody without an address, who never signs in. */
async function userIdOf({ tx, command }: Stage, personId: string): Promise<string> {
  const row = await tx
    .selectFrom('membership')
    .select('userId')
    .where('cooperativeId', '=', command.cooperativeId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row?.userId ?? ''
}

interface Opening {
  activityId: string
  month: ReturnType<Calendar['month']>
  balanceCents: ReturnType<typeof cents>
  sourceId: string
}

const enterOpening = mutation<Opening, void>({
  access: 'system',
  async run(tx, ctx, opening) {
    await postOpening(tx, ctx, opening)
    const { activityId, month, balanceCents } = opening
    const entity = { kind: 'activity', id: activityId }
    const after = { month, balanceCents }
    return { value: undefined, audit: [{ action: 'opening.posted', entity, after }] }
  },
})

async function bringIn(stage: Stage, at: Moment, person: DemoPerson): Promise<void> {
  const random = randomOf(person.key, 'opening')
  const euros = random.int(80, 24 * person.scalePercent)
  await enterOpening(asCommand(stage, at), {
    activityId: played(stage, person.key).activityId,
    month: stage.calendar.month(stage.calendar.first),
    balanceCents: cents(BigInt(euros * 100 + random.int(0, 99))),
    sourceId: random.uuid(),
  })
}

/** The months that somebody declares: those a contract in force touches, with the first day worked. */
export function workedMonths(
  calendar: Calendar,
  person: DemoPerson,
): { n: number; from: LocalDate }[] {
  const contracts = contractsOf(calendar, person)
  const months: { n: number; from: LocalDate }[] = []
  for (let n = calendar.first; n < CURRENT; n += 1) {
    const [first, last] = [calendar.day(n, 1), calendar.day(n, 31)]
    const covering = contracts.find(
      ({ startsOn, endsOn }) => startsOn <= last && (endsOn === null || endsOn >= first),
    )
    if (covering) months.push({ n, from: laterOf(first, covering.startsOn) })
  }
  return months
}
