import { addDays } from '@terreau/domain/time/local-date'
import type { Side } from '@terreau/domain/tutoring/agreement'
import type { AgreementLink } from '../../features/tutoring/agreements/agreement-link.ts'
import {
  answerAgreement,
  reviewAgreement,
} from '../../features/tutoring/agreements/answer-agreement.ts'
import {
  countersignAgreement,
  endAgreement,
  writeAgreement,
} from '../../features/tutoring/agreements/write-agreement.ts'
import { newGesture } from '../../platform/gesture.ts'
import type { Calendar, Moment } from './calendar.ts'
import { as, asStaff, type Scene, type Stage } from './stage.ts'

type Step = 'asked' | 'accepted' | 'standing' | 'ended'

/** How far the agreement of each of these pairs went; the other pairs have none. */
const AGREEMENTS: readonly (readonly [pair: string, aim: string, step: Step])[] = [
  [
    'moussa.traore awa.ndiaye',
    'Fixer des prix justes pour les robes et les retouches.',
    'standing',
  ],
  [
    'fatoumata.barry beatrice.ngo-bassa',
    'Trouver trois clients réguliers avant l’été.',
    'accepted',
  ],
  ['aminata.toure leila.trabelsi', 'Ouvrir une page qui montre les créations.', 'asked'],
  ['aminata.toure solange.uwimana', 'Organiser la semaine et les livraisons.', 'ended'],
]

const CONFIDENTIALITY =
  'Ce qui est dit reste entre nous deux. La coopérative sait seulement quand nous nous voyons.'
const STOPPING = 'Chacun peut arrêter à tout moment. Il le dit à l’autre et à la coopérative.'

/** Agreements at each step: waiting for answers, to countersign, in force, ended and looked back on. */
export function agreementScenes(
  calendar: Calendar,
  relations: ReadonlyMap<string, string>,
): Scene[] {
  return AGREEMENTS.flatMap(([pair, aim, step]) => {
    const day = (ago: number, time: string) => calendar.moment(addDays(calendar.today, -ago), time)
    const relationId = () => relations.get(pair) ?? ''
    let links: readonly AgreementLink[] = []
    const isBefore = (...steps: Step[]) => steps.includes(step)
    const scenes: Scene[] = [
      {
        at: day(40, '10:10'),
        play: async (stage, at) => {
          links = await writeAgreement(asStaff(stage, 'adviser', at, 0), {
            relationId: relationId(),
            aim,
            rhythm: 'two_weeks',
            startsOn: addDays(calendar.today, -40),
            months: 6,
            confidentiality: CONFIDENTIALITY,
            stopping: STOPPING,
          })
        },
      },
      { at: day(39, '12:20'), play: (stage, at) => sayYes(stage, at, links, 'tutor') },
    ]
    if (isBefore('asked')) return scenes
    scenes.push({ at: day(38, '19:05'), play: (stage, at) => sayYes(stage, at, links, 'tutee') })
    if (isBefore('accepted')) return scenes
    scenes.push({
      at: day(36, '09:40'),
      play: (stage, at) =>
        countersignAgreement(asStaff(stage, 'adviser', at, 1), { relationId: relationId() }),
    })
    if (isBefore('standing')) return scenes
    scenes.push(
      {
        at: day(0, '08:15'),
        play: async (stage, at) => {
          links = await endAgreement(asStaff(stage, 'adviser', at, 1), {
            relationId: relationId(),
            endedOn: calendar.today,
            reason: 'aim_reached',
            words: '',
          })
        },
      },
      { at: day(0, '08:20'), play: (stage, at) => lookBack(stage, at, links, 'tutor') },
      { at: day(0, '08:25'), play: (stage, at) => lookBack(stage, at, links, 'tutee') },
    )
    return scenes
  })
}

function sayYes(stage: Stage, at: Moment, links: readonly AgreementLink[], side: Side) {
  return answerAgreement(as(stage, { kind: 'visitor' }, at), {
    ...withGesture(stage, at, links, side),
    answer: 'yes',
  })
}

function lookBack(stage: Stage, at: Moment, links: readonly AgreementLink[], side: Side) {
  return reviewAgreement(as(stage, { kind: 'visitor' }, at), {
    ...withGesture(stage, at, links, side),
    aimAnswer: 'yes',
    helpAnswer: side === 'tutor' ? 'partly' : 'yes',
    againAnswer: 'yes',
    words: side === 'tutee' ? 'Merci, je sais maintenant organiser ma semaine.' : '',
  })
}

function withGesture(stage: Stage, at: Moment, links: readonly AgreementLink[], side: Side) {
  const token =
    links
      .find((link) => link.side === side)
      ?.url.split('/')
      .at(-1) ?? ''
  const opened = new Date(at.now.getTime() - 40_000)
  const { secrets } = stage.command.services
  return { token, gesture: newGesture(secrets, { token, version: 1 }, opened) }
}
