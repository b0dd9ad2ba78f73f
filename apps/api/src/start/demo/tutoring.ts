import {
  addDays,
  addMonthsClamped,
  type LocalDate,
  localDate,
} from '@terreau/domain/time/local-date'
import { SESSION_GUARDS } from '@terreau/domain/tutoring/session'
import { TUTORING_SUBJECTS, type TutoringSubject } from '@terreau/domain/tutoring/subjects'
import { addHost } from '../../features/tutoring/add-host.ts'
import { answerConfirmation } from '../../features/tutoring/answer-confirmation.ts'
import { approveSessions } from '../../features/tutoring/approve-sessions.ts'
import { listBadges } from '../../features/tutoring/badges/badge-queries.ts'
import { issueBadge } from '../../features/tutoring/badges/issue-badge.ts'
import { sendConfirmationLinks } from '../../features/tutoring/confirmation-link.ts'
import { logSession } from '../../features/tutoring/log-session.ts'
import { openConfirmation } from '../../features/tutoring/open-confirmation.ts'
import { pairPeople } from '../../features/tutoring/pair-people.ts'
import { listSessions } from '../../features/tutoring/queries.ts'
import { sessionFacts } from '../../features/tutoring/session-facts.ts'
import { chooseMethod } from '../../features/tutoring/valuation/choose-method.ts'
import { insertSession } from '../../features/tutoring/write-session.ts'
import type { Context } from '../../platform/context.ts'
import { newGesture } from '../../platform/gesture.ts'
import { mutation } from '../../platform/mutation.ts'
import { type Calendar, CURRENT, type Moment } from './calendar.ts'
import { AWA } from './enter-contracts.ts'
import { type Random, randomOf } from './random.ts'
import { as, asStaff, played, type Scene, type Stage } from './stage.ts'
import { agreementScenes } from './tutoring-agreements.ts'
import { needScenes } from './tutoring-needs.ts'
import { operationScenes } from './tutoring-operations.ts'

export const MOUSSA = 'moussa.traore'

/** Who helps whom, and since which month. */
const PAIRS: readonly (readonly [tutor: string, tutee: string, since: number])[] = [
  [MOUSSA, AWA, 5],
  [MOUSSA, 'kofi.mensah', 6],
  [MOUSSA, 'lamine.cisse', 9],
  // Aminata was helped before she helps: a chain of two.
  ['fatoumata.barry', 'aminata.toure', 5],
  ['fatoumata.barry', 'beatrice.ngo-bassa', 6],
  ['fatoumata.barry', 'ines.tavares', 10],
  ['aminata.toure', 'leila.trabelsi', 7],
  ['aminata.toure', 'solange.uwimana', 8],
  ['aminata.toure', 'haby.niakate', 11],
]

/** Volunteers help in the association, never in the cooperative: it is a company. */
const HOST = { name: 'Club des porteurs de projets', form: 'association' } as const

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
  let hostId = ''
  const host: Scene = {
    at: calendar.moment(calendar.day(calendar.first, 1), '10:00'),
    play: async (stage, at) => {
      hostId = (await addHost(asStaff(stage, 'adviser', at), HOST)).id
    },
  }
  const relations = new Map<string, string>()
  const pairs = PAIRS.map(([tutor, tutee, since]) => {
    const n = Math.max(since, calendar.first)
    const startedOn = calendar.day(n, 4)
    return {
      at: calendar.moment(startedOn, '11:00'),
      play: async (stage: Stage, at: Moment) => {
        const { id } = await pairPeople(asStaff(stage, 'adviser', at), {
          tutorId: played(stage, tutor).personId,
          tuteeId: played(stage, tutee).personId,
          startedOn,
          kind: 'volunteer',
          hostId,
          level: tutor === MOUSSA ? 'expert' : 'skilled',
        })
        relations.set(`${tutor} ${tutee}`, id)
      },
    }
  })
  const sessions = PAIRS.flatMap((pair) => sessionsOf(calendar, pair))
  return [
    host,
    ...pairs,
    ...sessions.flatMap((one) => sessionScenes(calendar, one)),
    ...approvals(calendar, sessions),
    ...methods(calendar, () => hostId),
    ...needScenes(calendar, () => hostId),
    ...agreementScenes(calendar, relations),
    ...operationScenes(calendar, MOUSSA),
    badge(calendar),
    lastOne(calendar),
  ]
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

const AS_USUAL = { startsAt: null, endsAt: null, travelMinutes: 0, place: '' } as const

/** Writes an older session with its link, without a mail: its time has passed. */
const noteSession = mutation<Session & { tutorId: string; tuteeId: string }, string>({
  access: 'tutoring.log',
  async run(tx, ctx, { tutorId, tuteeId, tutor: _, tutee: __, id, ...session }) {
    const facts = await sessionFacts(tx, ctx, {
      id,
      tutorIds: [tutorId],
      tuteeIds: [tuteeId],
      input: { ...session, ...AS_USUAL, checked: SESSION_GUARDS },
    })
    await insertSession(tx, ctx, { id, facts })
    const of = { cooperativeId: ctx.cooperativeId, sessionId: id }
    const { links } = await sendConfirmationLinks(tx, ctx, of, { mayMail: false })
    const { heldOn, minutes, mode } = session
    const entity = { kind: 'tutoring-session', id }
    const audit = { action: 'tutoring.logged' as const, entity, after: { heldOn, minutes, mode } }
    return { value: links[0]?.confirmationUrl.split('/').at(-1) ?? '', audit: [audit] }
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

/** On the tenth of each month the adviser approves what was confirmed about the month before. */
function approvals(calendar: Calendar, sessions: readonly Session[]): Scene[] {
  const months = new Map(sessions.map(({ heldOn }) => [heldOn.slice(0, 7), heldOn]))
  return [...months.values()].flatMap((heldOn) => {
    const on = addMonthsClamped(localDate(`${heldOn.slice(0, 7)}-10`), 1)
    if (on > calendar.today) return []
    const ids = sessions.filter((one) => one.heldOn.slice(0, 7) === heldOn.slice(0, 7))
    return [
      {
        at: calendar.moment(on, '16:00'),
        play: async (stage: Stage, at: Moment) => {
          const ctx = asStaff(stage, 'adviser', at)
          const firm = await approvable(stage.tx, ctx, ids)
          return firm.length === 0 ? null : approveSessions(ctx, { sessions: firm })
        },
      },
    ]
  })
}

async function approvable(tx: Stage['tx'], ctx: Context, sessions: readonly Session[]) {
  const { sessions: listed } = await listSessions(tx, ctx, { view: 'to_approve' })
  const ids = new Set(sessions.map((one) => one.id))
  return listed.filter((one) => ids.has(one.id)).map(({ id, version }) => ({ id, version }))
}

/** The association values the time it is given with the same method each year. */
function methods(calendar: Calendar, hostId: () => string): Scene[] {
  const [from, to] = [calendar.adoptedOn, calendar.today].map((day) => Number(day.slice(0, 4)))
  const years = [...new Set([from, to])].filter((year) => year !== undefined)
  return years.map((year) => ({
    at: calendar.moment(calendar.today, '08:30'),
    play: (stage, at) =>
      chooseMethod(asStaff(stage, 'adviser', at), {
        hostId: hostId(),
        year,
        method: 'smic_by_level',
        levels: { simple: 1_000n, skilled: 2_000n, expert: 3_000n },
        employerRateBp: null,
        reason: '',
      }),
  }))
}

/** The first badge that Moussa has reached is given; those of the others wait for the team. */
function badge(calendar: Calendar): Scene {
  return {
    at: calendar.moment(calendar.today, '08:45'),
    play: async (stage, at) => {
      const ctx = asStaff(stage, 'adviser', at)
      const { personId } = played(stage, MOUSSA)
      const { due } = await listBadges(stage.tx, ctx, {})
      const reached = due.find((one) => one.personId === personId)
      return reached === undefined ? null : issueBadge(ctx, reached)
    },
  }
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

async function answerFor(stage: Stage, at: Moment, answer: Answer): Promise<unknown> {
  const opened = new Date(at.now.getTime() - 40_000)
  const { version } = await openConfirmation(stage.tx, answer.token, at.now)
  const shown = { token: answer.token, version }
  const gesture = newGesture(stage.command.services.secrets, shown, opened)
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
        tuteeIds: [played(stage, AWA).personId],
        ...AS_USUAL,
        heldOn,
        minutes: 60,
        mode: 'phone',
        subjects: ['prices', 'customers'],
        note: 'Préparé la commande du théâtre.',
        checked: [...SESSION_GUARDS],
      }),
  }
}
