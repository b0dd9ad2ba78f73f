import { addDays, type LocalDate } from '@terreau/domain/time/local-date'
import { SESSION_GUARDS } from '@terreau/domain/tutoring/session'
import { TUTORING_SUBJECTS, type TutoringSubject } from '@terreau/domain/tutoring/subjects'
import { answerConfirmation } from '../../features/tutoring/answer-confirmation.ts'
import { sendConfirmationLink } from '../../features/tutoring/confirmation-link.ts'
import { newGesture } from '../../features/tutoring/gesture.ts'
import { insertSession, logSession } from '../../features/tutoring/log-session.ts'
import { pairPeople } from '../../features/tutoring/pair-people.ts'
import { mutation } from '../../platform/mutation.ts'
import { type Calendar, CURRENT, type Moment } from './calendar.ts'
import { AWA } from './enter-contracts.ts'
import { type Random, randomOf } from './random.ts'
import { as, asStaff, played, type Scene, type Stage } from './stage.ts'

export const MOUSSA = 'moussa.traore'

/** Who helps whom, and since which month. */
const PAIRS: readonly (readonly [tutor: string, tutee: string, since: number])[] = [
  [MOUSSA, AWA, 5],
  [MOUSSA, 'kofi.mensah', 6],
  [MOUSSA, 'lamine.cisse', 9],
  ['fatoumata.barry', 'beatrice.ngo-bassa', 6],
  ['fatoumata.barry', 'ines.tavares', 10],
  ['aminata.toure', 'leila.trabelsi', 7],
  ['aminata.toure', 'solange.uwimana', 8],
  ['aminata.toure', 'haby.niakate', 11],
]

const MINUTES = [30, 45, 60, 90, 120] as const
const MODES = ['in_person', 'phone', 'video'] as const
const NOTES = ['', '', 'Revu les prix et la marge.', 'Préparé le marché de samedi.'] as const

interface Session {
  id: string
  tutor: string
  tutee: string
  heldOn: LocalDate
  minutes: number
  mode: (typeof MODES)[number]
  subjects: TutoringSubject[]
  note: string
}

/** Pairs, sessions of the last months and what the people helped answered; the newest waits for an answer. */
export function tutoringScenes(calendar: Calendar): Scene[] {
  const pairs = PAIRS.map(([tutor, tutee, since]) => {
    const n = Math.max(since, calendar.first)
    const startedOn = calendar.day(n, 4)
    return {
      at: calendar.moment(startedOn, '11:00'),
      play: (stage: Stage, at: Moment) =>
        pairPeople(asStaff(stage, 'adviser', at), {
          tutorId: played(stage, tutor).personId,
          tuteeId: played(stage, tutee).personId,
          startedOn,
        }),
    }
  })
  const sessions = PAIRS.flatMap((pair) => sessionsOf(calendar, pair))
  return [...pairs, ...sessions.flatMap((one) => sessionScenes(calendar, one)), lastOne(calendar)]
}

function sessionsOf(calendar: Calendar, [tutor, tutee, since]: (typeof PAIRS)[number]): Session[] {
  const sessions: Session[] = []
  for (let n = Math.max(since, calendar.first); n <= CURRENT; n += 1) {
    const random = randomOf(tutor, tutee, n)
    for (const half of random.chance(45) ? [6, 18] : [random.pick([7, 12, 19])]) {
      const heldOn = calendar.day(n, half + random.int(0, 8))
      if (heldOn >= addDays(calendar.today, -1)) continue
      sessions.push(inventSession(random, { tutor, tutee, heldOn }))
    }
  }
  return sessions
}

function inventSession(random: Random, of: Pick<Session, 'tutor' | 'tutee' | 'heldOn'>): Session {
  const [first, ...others] = TUTORING_SUBJECTS
  return {
    ...of,
    id: random.uuid(),
    minutes: random.pick(MINUTES),
    mode: random.pick(MODES),
    subjects: [random.pick([first, ...others])],
    note: random.pick(NOTES),
  }
}

/** Writes an older session with its link, without a mail: its time has passed. */
const noteSession = mutation<Session & { tutorId: string; tuteeId: string }, string>({
  access: 'tutoring.log',
  async run(tx, ctx, { tutorId, tutor: _, tutee: __, ...session }) {
    await insertSession(tx, ctx, tutorId, session)
    const mayMail = { mayMail: false }
    const link = await sendConfirmationLink(tx, ctx, ctx.cooperativeId, session.id, mayMail)
    const { heldOn, minutes, mode } = session
    const entity = { kind: 'tutoring-session', id: session.id }
    const audit = { action: 'tutoring.logged' as const, entity, after: { heldOn, minutes, mode } }
    return { value: link.confirmationUrl.split('/').at(-1) ?? '', audit: [audit] }
  },
})

function sessionScenes(calendar: Calendar, session: Session): Scene[] {
  let token = ''
  const noted: Scene = {
    at: calendar.moment(session.heldOn, '18:40'),
    play: async (stage, at) => {
      const tutor = played(stage, session.tutor)
      const tuteeId = played(stage, session.tutee).personId
      const ids = { tutorId: tutor.personId, tuteeId }
      token = await noteSession(as(stage, tutor.actor, at), { ...session, ...ids })
    },
  }
  const answeredOn = addDays(session.heldOn, 2)
  const given = answerTo(session, addDays(calendar.today, -DISPUTED_DAYS))
  if (given === null || answeredOn > calendar.today) return [noted]
  const answered: Scene = {
    at: calendar.moment(answeredOn, '12:30'),
    play: (stage, at) => answerFor(stage, at, { token, ...given }),
  }
  return [noted, answered]
}

/** What was disputed longer ago has been settled since. */
const DISPUTED_DAYS = 45

/** Most people say yes; lately a few said that it was not quite so; some have not answered. */
function answerTo({ id, heldOn }: Session, disputedSince: LocalDate) {
  const draw = randomOf(id, 'answer').int(1, 100)
  const isSettled = draw <= 86 && heldOn < disputedSince
  if (draw <= 74 || isSettled) return { answer: 'yes', what: null } as const
  if (draw <= 82) return { answer: 'not_exactly', what: 'duration' } as const
  if (draw <= 86) return { answer: 'no', what: 'did_not_happen' } as const
  return null
}

type Answer = Omit<Parameters<typeof answerConfirmation>[1], 'gesture'>

function answerFor(stage: Stage, at: Moment, answer: Answer): Promise<unknown> {
  const opened = new Date(at.now.getTime() - 40_000)
  const gesture = newGesture(stage.command.services.secrets, answer.token, opened)
  return answerConfirmation(as(stage, { kind: 'visitor' }, at), { ...answer, gesture })
}

/** Moussa noted an hour yesterday: Awa has the mail and has not answered. */
function lastOne(calendar: Calendar): Scene {
  const heldOn = addDays(calendar.today, -1)
  return {
    at: calendar.moment(heldOn, '19:00'),
    play: (stage, at) =>
      logSession(as(stage, played(stage, MOUSSA).actor, at), {
        id: randomOf(MOUSSA, AWA, 'last').uuid(),
        tuteeId: played(stage, AWA).personId,
        heldOn,
        minutes: 60,
        mode: 'phone',
        subjects: ['prices', 'customers'],
        note: 'Préparé la commande du théâtre.',
        checked: [...SESSION_GUARDS],
      }),
  }
}
