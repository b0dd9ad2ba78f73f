import { addDays, addMonthsClamped, type LocalDate, laterOf } from '@terreau/domain/time/local-date'
import { noteInterview } from '../../features/interviews/save-interview.ts'
import { sendReport } from '../../features/interviews/send-report.ts'
import { countersign } from '../../features/signatures/countersign.ts'
import { refuseSignature } from '../../features/signatures/end-signature.ts'
import { userIdOf } from '../../platform/context.ts'
import type { Calendar, Moment } from './calendar.ts'
import { contractsOf } from './contract-plan.ts'
import { AWA } from './enter-contracts.ts'
import type { DemoPerson } from './people-data.ts'
import { signAs } from './signing.ts'
import { as, asStaff, played, type Scene, type Stage } from './stage.ts'

/** Whose last period ended with one interview instead of two. */
const MISSED = 'nadia.benali'
const TO_SIGN = 'sophie.marchand'
const TO_SEND = 'claire.lefevre'
/** Who read the report and did not sign it. */
const REFUSED = 'emilie.gauthier'
const PLANNED = ['jean-baptiste.kouassi', AWA] as const

const NOTHING = { review: '', outlook: '', actions: '', needs: '', agreed: '', nextSteps: '' }

/**
 * Interviews in every state: two signed in each period of a CESA that ended since the books are kept here,
 * but one; one to sign, one refused, one to send, two to come. All words are invented.
 */
export function interviewScenes(calendar: Calendar, people: readonly DemoPerson[]): Scene[] {
  const signed = people.flatMap((person) =>
    heldDays(calendar, person).flatMap((on) => signedScenes(calendar, person, on)),
  )
  const recent = addDays(calendar.today, -6)
  const sent = calendar.moment(addDays(calendar.today, -4), '16:20')
  const planned = calendar.moment(addDays(calendar.today, -2), '16:40')
  return [
    ...signed,
    {
      at: sent,
      play: async (stage) => {
        const { id: interviewId } = await note(stage, sent, TO_SIGN, recent)
        await sendReport(asStaff(stage, 'adviser', sent, 1), { interviewId })
      },
    },
    ...refusedScenes(calendar),
    { at: planned, play: (stage) => note(stage, planned, TO_SEND, addDays(calendar.today, -3)) },
    ...PLANNED.map((key, index) => ({
      at: planned,
      play: (stage: Stage) => plan(stage, planned, key, addDays(calendar.today, 4 + 5 * index)),
    })),
  ]
}

/** The days of the interviews whose report was signed here. */
function heldDays(calendar: Calendar, person: DemoPerson): LocalDate[] {
  const cesa = contractsOf(calendar, person).find(({ kind }) => kind === 'CESA')
  if (cesa === undefined || person.email === '') return []
  const days: LocalDate[] = []
  for (let n = 0; ; n += 1) {
    const startsOn = addMonthsClamped(cesa.startsOn, 12 * n)
    const endsOn = addDays(addMonthsClamped(cesa.startsOn, 12 * (n + 1)), -1)
    if (startsOn > calendar.today) return days
    const knownFrom = laterOf(startsOn, calendar.adoptedOn)
    const first = addDays(knownFrom, 12)
    const second = addDays(laterOf(first, addDays(endsOn, -40)), 9)
    if (endsOn < calendar.adoptedOn) continue
    const isOver = endsOn < calendar.today
    days.push(...(isOver && person.key !== MISSED ? [first, second] : [first]))
  }
}

/** The three acts of a report that is signed; nothing when its last day would be in the future. */
function signedScenes(calendar: Calendar, person: DemoPerson, on: LocalDate): Scene[] {
  if (addDays(on, 6) > calendar.today) return []
  let sent = { signatureId: '', documentSha256: '' }
  const noted = calendar.moment(addDays(on, 1), '09:40')
  const signed = calendar.moment(addDays(on, 3), '19:05')
  const countersigned = calendar.moment(addDays(on, 5), '08:50')
  return [
    {
      at: noted,
      play: async (stage) => {
        const { id: interviewId } = await note(stage, noted, person.key, on)
        sent = await sendReport(asStaff(stage, 'adviser', noted, 1), { interviewId })
      },
    },
    { at: signed, play: (stage) => signAs(stage, signed, { key: person.key, position: 1, sent }) },
    {
      at: countersigned,
      play: (stage) =>
        countersign(asStaff(stage, 'adviser', countersigned), { signatures: [sent] }),
    },
  ]
}

/** A report that the person sends back with the reason: it can be changed and sent again. */
function refusedScenes(calendar: Calendar): Scene[] {
  const sentAt = calendar.moment(addDays(calendar.today, -11), '11:20')
  const refusedAt = calendar.moment(addDays(calendar.today, -9), '20:05')
  let signatureId = ''
  return [
    {
      at: sentAt,
      play: async (stage) => {
        const heldOn = addDays(calendar.today, -12)
        const { id: interviewId } = await note(stage, sentAt, REFUSED, heldOn)
        const sent = await sendReport(asStaff(stage, 'adviser', sentAt, 1), { interviewId })
        signatureId = sent.signatureId
      },
    },
    {
      at: refusedAt,
      play: (stage) =>
        refuseSignature(as(stage, played(stage, REFUSED).actor, refusedAt), {
          signatureId,
          reason: 'Le point sur les prix n’est pas ce que nous avons dit.',
        }),
    },
  ]
}

function note(stage: Stage, at: Moment, key: string, heldOn: LocalDate) {
  const { person, personId } = played(stage, key)
  const ctx = asStaff(stage, 'adviser', at)
  return noteInterview(ctx, {
    personId,
    plannedOn: null,
    plannedTime: '',
    heldOn,
    conductorId: userIdOf(ctx),
    way: 'place',
    place: 'bureau de la coopérative',
    report: {
      review: `L’activité « ${person.activity} » vend chaque mois, les clients reviennent.`,
      outlook: 'Une deuxième offre est prévue au printemps, avec les mêmes clients.',
      actions:
        'Individuelle : revoir les prix avec la comptable.\nCollective : atelier « trouver des clients ».',
      needs: 'Aide pour répondre à une commande publique, et pour lire le compte d’activité.',
      agreed: 'Un point au téléphone dans deux mois.',
      nextSteps: '',
    },
  })
}

function plan(stage: Stage, at: Moment, key: string, plannedOn: LocalDate) {
  const ctx = asStaff(stage, 'adviser', at)
  return noteInterview(ctx, {
    personId: played(stage, key).personId,
    plannedOn,
    plannedTime: '14:30',
    heldOn: null,
    conductorId: userIdOf(ctx),
    way: 'place',
    place: 'bureau de la coopérative',
    report: NOTHING,
  })
}
