import { addDays, type LocalDate, laterOf } from '@terreau/domain/time/local-date'
import { acceptMany } from '../../features/declarations/index.ts'
import type { Draft } from '../../features/declarations/own-declaration.ts'
import { saveDraft } from '../../features/declarations/save-draft.ts'
import { submitDeclaration } from '../../features/declarations/submit-declaration.ts'
import { type Calendar, OPEN } from './calendar.ts'
import { ordinary, type PlannedDeclaration, sendingScene } from './declare-months.ts'
import { AWA } from './enter-contracts.ts'
import { answer, ask, declarationOf, openMonthOf } from './exceptions.ts'
import { typedSale } from './invent-month.ts'
import type { DemoPerson, OpenMonth } from './people-data.ts'
import { randomOf } from './random.ts'
import { withSomething } from './something-to-see.ts'
import { as, asStaff, played, type Scene } from './stage.ts'

const QUESTION = 'Il manque la facture de l’achat le plus élevé. Pouvez-vous la photographier ?'
const LATE_QUESTION =
  'Bonjour Awa, cette vente est de septembre. Pouvez-vous envoyer la preuve du paiement Orange Money ?'

/** The month that is open on the day of the filling: something in every queue. */
export function openMonthScenes(calendar: Calendar, people: readonly DemoPerson[]): Scene[] {
  const planned = people.flatMap((person) => {
    const worked = openMonthOf(calendar, person)
    return worked ? [ordinary(calendar, person, worked)] : []
  })
  const sent = planned.flatMap((one) => scenesOf(calendar, one))
  return [...sent, acceptScene(calendar, planned), ...forgottenSale(calendar)]
}

function scenesOf(calendar: Calendar, ordinarily: PlannedDeclaration): Scene[] {
  const { person } = ordinarily
  const planned = { ...ordinarily, draft: withSomething(ordinarily) }
  const of = { key: person.key, n: OPEN }
  const early = { ...planned, day: calendar.day(OPEN + 1, 2) }
  const question: Scene = {
    at: calendar.moment(afterSending(calendar, 2), '11:20'),
    play: (stage, at) => ask(stage, at, { ...of, text: QUESTION }),
  }
  switch (person.openMonth) {
    case 'missing':
      return []
    case 'draft':
    case 'draft-without-rate':
      return [draftScene(calendar, planned)]
    case 'accepted':
      return [sendingScene(calendar, early)]
    case 'question':
      return [sendingScene(calendar, early), question]
    case 'answered':
      return [sendingScene(calendar, early), question, answerScene(calendar, of)]
    default:
      return [sendingScene(calendar, planned)]
  }
}

/** A few days before the filling, but not before anybody could send. */
function afterSending(calendar: Calendar, daysAgo: number): LocalDate {
  return laterOf(addDays(calendar.today, -daysAgo), calendar.day(OPEN + 1, 3))
}

/** Begun on the phone and not sent: one is complete, the other has no answer about expenses yet. */
function draftScene(calendar: Calendar, { person, draft }: PlannedDeclaration): Scene {
  const isComplete = person.openMonth === 'draft'
  const kept = isComplete ? draft : { ...draft, hasExpenses: null, expenses: [], trips: [] }
  const lately = laterOf(addDays(calendar.today, -1), calendar.day(OPEN + 1, 1))
  return {
    at: calendar.moment(lately, '06:40'),
    play: (stage, at) =>
      saveDraft(as(stage, played(stage, person.key).actor, at), {
        month: calendar.month(OPEN),
        activity: undefined,
        draft: kept,
      }),
  }
}

function answerScene(calendar: Calendar, of: { key: string; n: number }): Scene {
  return {
    at: calendar.moment(afterSending(calendar, 1), '20:10'),
    play: (stage, at) =>
      answer(stage, at, {
        ...of,
        answer: 'Je l’ai retrouvée : elle est à l’accueil, à votre nom.',
      }),
  }
}

function acceptScene(calendar: Calendar, planned: readonly PlannedDeclaration[]): Scene {
  const state: OpenMonth = 'accepted'
  const accepted = planned.filter(({ person }) => person.openMonth === state)
  return {
    at: calendar.moment(calendar.day(OPEN + 1, 5), '16:30'),
    play: async (stage, at) => {
      const declarationIds: string[] = []
      for (const { person } of accepted) {
        const { id } = await declarationOf(stage, played(stage, person.key).personId, OPEN)
        declarationIds.push(id)
      }
      await acceptMany(asStaff(stage, 'adviser', at), { declarationIds })
    },
  }
}

/** Awa forgot a sale of a month that is closed: it is booked in the open one, and a question waits for her. */
function forgottenSale(calendar: Calendar): Scene[] {
  const n = OPEN - 1
  const month = calendar.month(n)
  return [
    {
      at: calendar.moment(afterSending(calendar, 3), '21:15'),
      play: (stage, at) =>
        submitDeclaration(as(stage, played(stage, AWA).actor, at), {
          month,
          activity: undefined,
          draft: forgotten(calendar.day(n, 27)),
        }),
    },
    {
      at: calendar.moment(afterSending(calendar, 2), '10:40'),
      play: (stage, at) => ask(stage, at, { key: AWA, n, text: LATE_QUESTION }),
    },
  ]
}

function forgotten(soldOn: LocalDate): Draft {
  const random = randomOf(AWA, 'forgotten')
  const customer = {
    name: 'Atelier Sandaga',
    kind: 'business',
    country: 'SN',
    means: 'orange_money',
    currency: 'XOF',
  } as const
  return {
    clientId: random.uuid(),
    hasSales: true,
    sales: [typedSale(random.uuid(), customer, { soldOn, euros: 229 })],
    hasExpenses: false,
    expenses: [],
    trips: [],
  }
}
