import type { LocalDate } from '@terreau/domain/time/local-date'
import { formatMonth } from '@terreau/i18n/format'
import { closeMonth } from '../../features/closing/close-month.ts'
import { acceptMany } from '../../features/declarations/index.ts'
import type { Draft } from '../../features/declarations/own-declaration.ts'
import {
  declareForPerson,
  submitDeclaration,
} from '../../features/declarations/submit-declaration.ts'
import { type Calendar, type Moment, OPEN } from './calendar.ts'
import { workedMonths } from './enter-people.ts'
import { inventMonth } from './invent-month.ts'
import type { DemoPerson } from './people-data.ts'
import { randomOf } from './random.ts'
import { as, asStaff, played, type Scene, type Stage } from './stage.ts'

/** What somebody declares, and when. */
export interface PlannedDeclaration {
  person: DemoPerson
  n: number
  draft: Draft
  day: LocalDate
  time: string
}

/** The months that are closed: everybody declares, staff accept, the accountant closes. */
export function closedMonthScenes(
  calendar: Calendar,
  people: readonly DemoPerson[],
  isSaidOtherwise: (person: DemoPerson, n: number) => boolean,
): Scene[] {
  const declared = people.flatMap((person) =>
    workedMonths(calendar, person)
      .filter(({ n }) => n < OPEN && !isSaidOtherwise(person, n))
      .map(({ n, from }) => sendingScene(calendar, ordinary(calendar, person, { n, from }))),
  )
  const months = Array.from({ length: OPEN - calendar.first }, (_, index) => calendar.first + index)
  return [
    ...declared,
    ...months.flatMap((n) => [acceptScene(calendar, n), closeScene(calendar, n)]),
  ]
}

/** An ordinary month, sent in the first days of the next one; a few people are late. */
export function ordinary(
  calendar: Calendar,
  person: DemoPerson,
  { n, from }: { n: number; from: LocalDate },
): PlannedDeclaration {
  const random = randomOf(person.key, n, 'sent')
  const day = calendar.day(n + 1, random.chance(8) ? random.int(6, 8) : random.int(1, 5))
  const time = `${String(random.int(7, 19)).padStart(2, '0')}:${random.int(10, 59)}`
  return { person, n, draft: inventMonth(person, n, { month: calendar.month(n), from }), day, time }
}

/** By the person on her phone; by the adviser for somebody without an address. */
export function sendingScene(calendar: Calendar, planned: PlannedDeclaration): Scene {
  const { person, n, draft } = planned
  const month = calendar.month(n)
  return {
    at: calendar.moment(planned.day, planned.time),
    play: (stage, at) => {
      const { actor, personId } = played(stage, person.key)
      const sending = { month, activity: undefined, draft }
      return person.email === ''
        ? declareForPerson(asStaff(stage, 'adviser', at), { ...sending, personId })
        : submitDeclaration(as(stage, actor, at), sending)
    },
  }
}

function acceptScene(calendar: Calendar, n: number): Scene {
  return {
    at: calendar.moment(calendar.day(n + 1, 10), '14:00'),
    play: async (stage, at) => {
      const declarationIds = await waitingIn(stage, n)
      await acceptMany(asStaff(stage, 'adviser', at), { declarationIds })
    },
  }
}

async function waitingIn({ tx, command, calendar }: Stage, n: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('declaration')
    .select('id')
    .where('cooperativeId', '=', command.cooperativeId)
    .where('month', '=', calendar.month(n))
    .where('state', '=', 'submitted')
    .orderBy('number')
    .execute()
  return rows.map((row) => row.id)
}

function closeScene(calendar: Calendar, n: number): Scene {
  return {
    at: calendar.moment(calendar.day(n + 1, 12), '15:30'),
    play: (stage, at) => close(stage, at, n),
  }
}

async function close(stage: Stage, at: Moment, n: number): Promise<void> {
  const month = stage.calendar.month(n)
  const closed = await closeMonth(asStaff(stage, 'accountant', at), { month, sendMails: false })
  const { people } = closed
  stage.say({
    fr: `  ${formatMonth(month, 'fr')} : clos, ${people} comptes`,
    en: `  ${formatMonth(month, 'en')}: closed, ${people} accounts`,
  })
}
