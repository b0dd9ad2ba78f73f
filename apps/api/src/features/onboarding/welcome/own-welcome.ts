import { isPieceWanted } from '@terreau/domain/pipeline/pieces'
import {
  factOf,
  QUESTIONS,
  type Question,
  resumePage,
  type WelcomePage,
} from '@terreau/domain/pipeline/questions'
import { OWN_STEPS, taskProgress, welcomeTasks } from '@terreau/domain/pipeline/tasks'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { type HandlerOutput, pick } from '@terreau/protocol/endpoint'
import { welcomeEndpoints } from '@terreau/protocol/welcome'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

import { ownPersonId } from '../../../platform/own-person.ts'
import { type WelcomeFacts, welcomeFacts } from './welcome-state.ts'

const endpoint = pick(welcomeEndpoints, 'GET /me/welcome')
type OwnWelcome = HandlerOutput<typeof endpoint>

/** The own questions, pieces and place of the person who asks. */
export async function ownWelcome(tx: Tx, ctx: Context): Promise<OwnWelcome> {
  const personId = ownPersonId(ctx)
  const welcome = await welcomeFacts(tx, ctx, personId)
  const place = await placeOf(tx, ctx, personId)
  const tasks = welcomeTasks(welcome.state, ctx.today).filter((one) => isOwn(one.name))
  return {
    personId,
    questions: QUESTIONS.map((question) => ({ question, value: answered(welcome, question) })),
    pieces: welcome.pieces
      .filter((piece) => piece.state !== 'waived')
      .map(
        ({ personId: _p, expires: _e, spokenOn: _s, remindedOn: _r, version: _v, ...piece }) =>
          piece,
      ),
    tasks: tasks.flatMap((task) => {
      const name = OWN_STEPS.find((step) => step === task.name)
      const status = task.actor === 'staff' ? ('not-yet' as const) : task.status
      return name === undefined ? [] : [{ name, status }]
    }),
    appointmentOn:
      welcome.state.appointment === 'planned' && welcome.file.appointmentOn !== null
        ? localDate(welcome.file.appointmentOn)
        : null,
    progress: taskProgress(tasks),
    resume: resumePage(pagesOf(welcome, ctx.today), place?.question ?? null),
    place: place && { ...place, savedAt: place.savedAt.toISOString() },
  }
}

/** The page on which somebody goes on, after an answer. */
export async function resumeOf(
  tx: Tx,
  ctx: Context,
  personId: string,
): Promise<WelcomePage | null> {
  return resumePage(pagesOf(await welcomeFacts(tx, ctx, personId), ctx.today), null)
}

function pagesOf(
  welcome: WelcomeFacts,
  today: LocalDate,
): { page: WelcomePage; isOpen: boolean }[] {
  return [
    ...QUESTIONS.map((page) => ({ page, isOpen: answered(welcome, page) === null })),
    ...welcome.pieces.map((piece) => ({
      page: `piece-${piece.id}` as const,
      isOpen: isPieceWanted(piece, today),
    })),
  ]
}

function answered({ file, state }: WelcomeFacts, question: Question): string | null {
  switch (question) {
    case 'born_on':
      return file.bornOn
    case 'address':
    case 'phone':
      return file[question] || null
    default: {
      const fact = factOf(question)
      return fact === null ? null : (state.facts.get(fact) ?? null)
    }
  }
}

/** What the person has a hand in: what happens in the office is not theirs to count. */
function isOwn(name: string): boolean {
  return !['referent', 'activity', 'contract', 'countersign', 'tutor'].includes(name)
}

async function placeOf(tx: Tx, ctx: Context, personId: string) {
  const place = await tx
    .selectFrom('welcomePlace')
    .select(['question', 'typed', 'savedAt'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return place ?? null
}
