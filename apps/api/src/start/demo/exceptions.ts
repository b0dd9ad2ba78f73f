import { decideForMissing } from '../../features/closing/decide-for-missing.ts'
import { correctLines } from '../../features/declarations/correct-lines.ts'
import { acceptDeclaration, undoAcceptance } from '../../features/declarations/index.ts'
import { answerQuestion } from '../../features/declarations/questions/answer-question.ts'
import { askQuestion } from '../../features/declarations/questions/ask-question.ts'
import { type Calendar, type Moment, OPEN } from './calendar.ts'
import { ordinary, sendingScene } from './declare-months.ts'
import { AWA } from './enter-contracts.ts'
import { workedMonths } from './enter-people.ts'
import type { DemoPerson } from './people-data.ts'
import { as, asStaff, played, type Scene, type Stage } from './stage.ts'

/** Who did not declare a month in time, and what the closing decided. */
const ABSENT = [
  {
    key: 'perrine.delattre',
    n: 4,
    decision: 'nil',
    reason: 'Atelier fermé tout le mois, dit au téléphone.',
  },
  {
    key: 'thomas.renard',
    n: 6,
    decision: 'postpone',
    reason: 'Hospitalisé ; il déclarera le mois prochain.',
  },
] as const

const QUESTIONS = [
  {
    key: AWA,
    n: 9,
    text: 'Bonjour Awa, avez-vous la facture du tissu wax ? Le montant est plus élevé que d’habitude.',
    answer: 'Oui, j’ai acheté pour deux mois. La facture est dans mon casier au bureau.',
  },
  {
    key: 'kofi.mensah',
    n: 10,
    text: 'Did Olvo pay you for two weeks or for three?',
    answer: 'Three weeks, the last one was paid in advance.',
  },
] as const

/** Whether somebody's month is told here and not by the ordinary scenes. */
export function isAbsent(person: DemoPerson, n: number): boolean {
  return ABSENT.some((absence) => absence.key === person.key && absence.n === n)
}

/** What happens now and then: an absence, a question, a correction, an acceptance taken back. */
export function exceptionScenes(calendar: Calendar, people: readonly DemoPerson[]): Scene[] {
  const absences = ABSENT.flatMap((absence) => absenceScenes(calendar, people, absence))
  const questions = QUESTIONS.flatMap((question) => [
    {
      n: question.n,
      at: calendar.moment(calendar.day(question.n + 1, 8), '20:05'),
      play: (stage: Stage, at: Moment) => ask(stage, at, question),
    },
    {
      n: question.n,
      at: calendar.moment(calendar.day(question.n + 1, 9), '19:10'),
      play: (stage: Stage, at: Moment) => answer(stage, at, question),
    },
  ])
  const correction = {
    n: 10,
    at: calendar.moment(calendar.day(11, 9), '10:20'),
    play: (stage: Stage, at: Moment) => correct(stage, at, 'nadia.benali', 10),
  }
  const secondLook = {
    n: 11,
    at: calendar.moment(calendar.day(12, 11), '09:40'),
    play: (stage: Stage, at: Moment) => acceptTwice(stage, at, 'karim.haddad', 11),
  }
  return [...absences, ...questions, correction, secondLook].filter(({ n }) => n >= calendar.first)
}

function absenceScenes(
  calendar: Calendar,
  people: readonly DemoPerson[],
  { key, n, decision, reason }: (typeof ABSENT)[number],
): (Scene & { n: number })[] {
  const decided = {
    n,
    at: calendar.moment(calendar.day(n + 1, 11), '16:00'),
    play: (stage: Stage, at: Moment) => {
      const { personId, activityId } = played(stage, key)
      const month = calendar.month(n)
      const ctx = asStaff(stage, 'direction', at)
      return decideForMissing(ctx, { month, activityId, personId, decision, reason })
    },
  }
  const person = people.find((one) => one.key === key)
  const worked = person && workedMonths(calendar, person).find((one) => one.n === n)
  if (decision === 'nil' || person === undefined || worked === undefined) return [decided]
  // It is booked in the month that is open when it comes.
  const late = { ...ordinary(calendar, person, worked), day: calendar.day(n + 2, 2), time: '09:30' }
  return [decided, { n, ...sendingScene(calendar, late) }]
}

/** The declaration of somebody about a month. */
export async function declarationOf(
  { tx, command, calendar }: Stage,
  personId: string,
  n: number,
): Promise<{ id: string; version: number }> {
  return tx
    .selectFrom('declaration')
    .select(['id', 'version'])
    .where('cooperativeId', '=', command.cooperativeId)
    .where('personId', '=', personId)
    .where('concernsMonth', '=', calendar.month(n))
    .orderBy('sequence', 'desc')
    .executeTakeFirstOrThrow()
}

/** The adviser asks about a declaration as a whole. */
export async function ask(
  stage: Stage,
  at: Moment,
  { key, n, text }: { key: string; n: number; text: string },
): Promise<void> {
  const { id } = await declarationOf(stage, played(stage, key).personId, n)
  await askQuestion(asStaff(stage, 'adviser', at), { declarationId: id, lineId: null, text })
}

/** The person answers the question that is open. */
export async function answer(
  stage: Stage,
  at: Moment,
  { key, n, answer: text }: { key: string; n: number; answer: string },
): Promise<void> {
  const { personId, actor } = played(stage, key)
  const { id } = await declarationOf(stage, personId, n)
  const open = await stage.tx
    .selectFrom('question')
    .select('id')
    .where('cooperativeId', '=', stage.command.cooperativeId)
    .where('declarationId', '=', id)
    .where('answer', 'is', null)
    .executeTakeFirstOrThrow()
  await answerQuestion(as(stage, actor, at), { questionId: open.id, text })
}

async function correct(stage: Stage, at: Moment, key: string, n: number): Promise<void> {
  const { person, personId } = played(stage, key)
  const worked = workedMonths(stage.calendar, person).find((one) => one.n === n)
  if (worked === undefined) return
  const { id, version } = await declarationOf(stage, personId, n)
  const { sales, expenses, trips } = ordinary(stage.calendar, person, worked).draft
  const asPaid = sales.map((sale) => ({ ...sale, amountKind: 'gross' as const, vatRateBp: null }))
  const lines = { sales: asPaid, expenses: expenses.slice(0, -1), trips }
  const reason = 'La dernière dépense était personnelle, confirmé au téléphone.'
  await correctLines(asStaff(stage, 'adviser', at, version), { declarationId: id, reason, lines })
}

async function acceptTwice(stage: Stage, at: Moment, key: string, n: number): Promise<void> {
  const { id } = await declarationOf(stage, played(stage, key).personId, n)
  await undoAcceptance(asStaff(stage, 'adviser', at), { declarationId: id })
  const later = { ...at, now: new Date(at.now.getTime() + 20 * 60_000) }
  await acceptDeclaration(asStaff(stage, 'accountant', later), { declarationId: id })
}

/** Whether the open month of the demonstration is one that somebody works in. */
export function openMonthOf(calendar: Calendar, person: DemoPerson) {
  return workedMonths(calendar, person).find(({ n }) => n === OPEN)
}
