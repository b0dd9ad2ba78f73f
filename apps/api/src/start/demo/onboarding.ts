import { addDays, type LocalDate } from '@terreau/domain/time/local-date'
import { createLead } from '../../features/onboarding/leads/create-lead.ts'
import { openFile } from '../../features/onboarding/leads/open-file.ts'
import { recordAct } from '../../features/onboarding/leads/record-act.ts'
import { recordInterview } from '../../features/onboarding/leads/record-interview.ts'
import { inviteGuests } from '../../features/onboarding/meetings/invite-guests.ts'
import { planMeeting } from '../../features/onboarding/meetings/plan-meeting.ts'
import { judgePiece } from '../../features/onboarding/pieces/judge-piece.ts'
import { proposePieceKinds } from '../../features/onboarding/pieces/piece-kinds.ts'
import { receivePiece } from '../../features/onboarding/pieces/receive-piece.ts'
import { assignReferent } from '../../features/onboarding/referents/assign-referent.ts'
import type { Actor } from '../../platform/context.ts'
import { inspectUpload } from '../../platform/uploads/inspect-upload.ts'
import type { Calendar, Moment } from './calendar.ts'
import { paperPicture } from './receipt-picture.ts'
import { asStaff, type Scene, type Stage } from './stage.ts'

const PLACE = 'Maison des projets, Montreuil'

interface Guest {
  givenName: string
  familyName: string
  phone: string
  until: 'lead' | 'interview' | 'refuse' | 'postpone' | 'admit' | 'file'
}

/** One contact at each stage; the last two look like one person. */
const GUESTS: readonly Guest[] = [
  { givenName: 'Mariama', familyName: 'Sané', phone: '07 55 00 00 01', until: 'lead' },
  { givenName: 'Idriss', familyName: 'Moussa', phone: '07 55 00 00 02', until: 'interview' },
  { givenName: 'Chantal', familyName: 'Mbongo', phone: '07 55 00 00 03', until: 'refuse' },
  { givenName: 'Tesfaye', familyName: 'Abebe', phone: '07 55 00 00 04', until: 'postpone' },
  { givenName: 'Yasmine', familyName: 'Haddad', phone: '07 55 00 00 05', until: 'admit' },
  { givenName: 'Blessing', familyName: 'Okafor', phone: '07 55 00 00 06', until: 'file' },
  { givenName: 'Ousmane', familyName: 'Dieng', phone: '07 55 00 00 07', until: 'lead' },
  { givenName: 'Usman', familyName: 'Dyeng', phone: '07 55 00 00 08', until: 'lead' },
]

/** Contacts at each stage, a meeting to come, a file with its pieces in every state, and who follows whom. */
export function onboardingScenes(calendar: Calendar): Scene[] {
  const first = addDays(calendar.today, -20)
  const at = (day: LocalDate, time: string) => calendar.moment(day, time)
  return [
    {
      at: at(addDays(calendar.today, -30), '08:00'),
      play: (stage, moment) => proposePieceKinds(asStaff(stage, 'direction', moment), undefined),
    },
    ...GUESTS.map((guest, index) => ({
      at: at(addDays(first, index), '09:00'),
      play: (stage: Stage) => walk(stage, calendar, guest, addDays(first, index)),
    })),
    { at: at(addDays(first, 7), '14:00'), play: bringPieces },
    { at: at(addDays(first, 9), '10:00'), play: (stage) => meet(stage, calendar) },
    { at: at(addDays(first, 10), '10:00'), play: (stage) => follow(stage, calendar) },
  ]
}

/** The path of one contact, as far as it goes. */
async function walk(stage: Stage, calendar: Calendar, guest: Guest, day: LocalDate): Promise<void> {
  const { until, ...name } = guest
  const ctx = (ifMatch?: number) =>
    asStaff(stage, 'adviser', calendar.moment(day, '09:00'), ifMatch)
  const { id: leadId } = await createLead(ctx(), {
    ...name,
    email: '',
    locale: 'fr',
    consentedOn: day,
    origin: 'prescriber',
    originName: 'Mission locale de la démonstration',
    isReallyNew: true,
  })
  if (until === 'lead') return
  const note = 'Projet présenté en une heure. Des clients attendent déjà.'
  const ledBy = userIdOf(stage.staff.get('adviser'))
  await recordInterview(ctx(1), { leadId, heldOn: day, ledBy, note, result: 'ready' })
  if (until === 'interview') return
  const act = until === 'file' ? 'admit' : until
  const reason =
    act === 'refuse' ? 'activity_regulated' : act === 'postpone' ? 'project_too_early' : null
  await recordAct(ctx(2), { leadId, act, doneOn: day, reason, words: '', isMailed: false })
  if (until !== 'file') return
  await openFile(ctx(3), {
    leadId,
    civility: '',
    bornOn: null,
    email: '',
    phone: name.phone,
    address: '',
    activity: { name: 'coiffure à domicile', vatRateBp: 2_000, fiscalHorsepower: null },
    isReallyNew: true,
  })
}

/** Three pieces came to the office: one is right, one is sent back with what to do, one waits to be looked at. */
async function bringPieces(stage: Stage, at: Moment): Promise<void> {
  const pieces = await stage.tx
    .selectFrom('piece as p')
    .innerJoin('pieceKind as k', (join) =>
      join.onRef('k.cooperativeId', '=', 'p.cooperativeId').onRef('k.id', '=', 'p.kindId'),
    )
    .select(['p.id', 'k.labelFr'])
    .where('p.cooperativeId', '=', stage.command.cooperativeId)
    .where('p.state', '=', 'asked')
    .where('k.expires', '=', false)
    .orderBy('k.position')
    .limit(VERDICTS.length)
    .execute()
  for (const [index, { id: pieceId, labelFr }] of pieces.entries()) {
    const picture = await paperPicture(labelFr, ['Blessing Okafor'])
    const file = await inspectUpload(picture, `piece-${index + 1}.jpg`, null)
    const { version } = await receivePiece(asStaff(stage, 'adviser', at), { pieceId, file })
    const verdict = VERDICTS[index]
    if (verdict == null) continue
    await judgePiece(asStaff(stage, 'adviser', at, version), {
      pieceId,
      expiresOn: null,
      ...verdict,
    })
  }
}

const VERDICTS = [
  { act: 'accept', refusal: null, words: '' },
  { act: 'refuse', refusal: 'cut_off', words: 'Le bas de la page manque : reprenez la photo.' },
  null,
] as const

/** A meeting in ten days, to which those who only asked are invited. */
async function meet(stage: Stage, calendar: Calendar): Promise<void> {
  const ctx = asStaff(stage, 'adviser', calendar.moment(addDays(calendar.today, -11), '10:00'))
  const heldOn = addDays(calendar.today, 10)
  const { id } = await planMeeting(ctx, { heldOn, startsAt: '14:00', place: PLACE })
  const rows = await stage.tx
    .selectFrom('lead')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('stage', '=', 'lead')
    .execute()
  await inviteGuests(ctx, { meetingId: id, leadIds: rows.map((row) => row.id) })
}

/** The adviser follows everybody under contract. */
async function follow(stage: Stage, calendar: Calendar): Promise<void> {
  const fromOn = addDays(calendar.today, -10)
  const ctx = asStaff(stage, 'adviser', calendar.moment(fromOn, '10:00'))
  const personIds = [...stage.people.values()].slice(0, 12).map((one) => one.personId)
  const adviserUserId = userIdOf(stage.staff.get('adviser'))
  await assignReferent(ctx, { personIds, adviserUserId, fromOn, reason: '' })
}

function userIdOf(actor: Actor | undefined): string {
  if (actor?.kind !== 'person') throw new Error('nobody plays the adviser yet')
  return actor.userId
}
