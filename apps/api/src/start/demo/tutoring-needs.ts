import { addDays } from '@terreau/domain/time/local-date'
import type { MeetingForm, Moment, Urgency, WishedForm } from '@terreau/domain/tutoring/matching'
import type { TutoringSubject } from '@terreau/domain/tutoring/subjects'
import { askOwnNeed, withdrawOwnNeed } from '../../features/tutoring/matching/ask-need.ts'
import { acceptCharter, publishCharter } from '../../features/tutoring/matching/charter.ts'
import { saveOwnProfile, saveProfile } from '../../features/tutoring/matching/save-profile.ts'
import type { Calendar } from './calendar.ts'
import { randomOf } from './random.ts'
import { as, asStaff, played, type Scene } from './stage.ts'

const CHARTER = [
  'J’écoute avant de conseiller.',
  'Ce que la personne me dit reste entre nous.',
  'Je n’achète rien, je ne vends rien, je ne prête pas d’argent.',
  'Je dis quand je ne sais pas, et je préviens quand je ne peux plus aider.',
].join('\n')

interface Offer {
  tutor: string
  skills: TutoringSubject[]
  languages: string[]
  forms: MeetingForm[]
  moments: Moment[]
  town: string
  mostTutees: number
  hasAccepted: boolean
}

/** One has no place left, one has room, one has not accepted the charter. */
const OFFERS: readonly Offer[] = [
  {
    tutor: 'moussa.traore',
    skills: ['prices', 'bank', 'papers'],
    languages: ['fr', 'bm'],
    forms: ['in_person', 'phone', 'video'],
    moments: ['evening'],
    town: 'Montreuil',
    mostTutees: 3,
    hasAccepted: true,
  },
  {
    tutor: 'fatoumata.barry',
    skills: ['customers', 'prices', 'suppliers_abroad'],
    languages: ['fr', 'ff'],
    forms: ['in_person', 'phone'],
    moments: ['weekday', 'weekend'],
    town: 'Saint-Denis',
    mostTutees: 4,
    hasAccepted: true,
  },
  {
    tutor: 'aminata.toure',
    skills: ['customers', 'social_networks', 'organisation'],
    languages: ['fr', 'en'],
    forms: ['video', 'phone'],
    moments: ['evening', 'weekend'],
    town: '',
    mostTutees: 5,
    hasAccepted: false,
  },
]

interface Wish {
  person: string
  daysAgo: number
  subject: TutoringSubject
  languages: string[]
  urgency: Urgency
  form: WishedForm
  moments: Moment[]
  town: string
  words: string
  isTakenBack?: boolean
}

const WISHES: readonly Wish[] = [
  {
    person: 'aissatou.diallo',
    daysAgo: 23,
    subject: 'suppliers_abroad',
    languages: ['fr', 'ff'],
    urgency: 'this_month',
    form: 'in_person',
    moments: ['weekend'],
    town: 'Saint-Denis',
    words: 'Commander mes épices à Labé.',
  },
  {
    person: 'yero.ba',
    daysAgo: 12,
    subject: 'customers',
    languages: ['fr', 'ff'],
    urgency: 'no_hurry',
    form: 'any',
    moments: [],
    town: '',
    words: '',
  },
  {
    person: 'djeneba.coulibaly',
    daysAgo: 5,
    subject: 'bank',
    languages: ['bm', 'fr'],
    urgency: 'this_week',
    form: 'phone',
    moments: ['evening'],
    town: '',
    words: 'Préparer mon rendez-vous à la banque.',
  },
  {
    person: 'ngone.faye',
    daysAgo: 9,
    subject: 'social_networks',
    languages: ['wo'],
    urgency: 'this_month',
    form: 'video',
    moments: ['evening'],
    town: '',
    words: '',
    isTakenBack: true,
  },
]

/** What tutors offer, their charter, and who waits for one. */
export function needScenes(calendar: Calendar, hostId: () => string): Scene[] {
  const writtenOn = calendar.day(calendar.first, 2)
  const charter: Scene = {
    at: calendar.moment(writtenOn, '10:30'),
    play: (stage, at) => publishCharter(asStaff(stage, 'adviser', at, 0), { body: CHARTER }),
  }
  return [
    charter,
    ...OFFERS.flatMap((offer) => offerScenes(calendar, offer, hostId)),
    ...WISHES.flatMap((wish) => wishScenes(calendar, wish)),
  ]
}

function offerScenes(calendar: Calendar, one: Offer, hostId: () => string): Scene[] {
  const { tutor, hasAccepted, ...rest } = one
  const offer = { ...rest, isOpen: true }
  const on = calendar.day(calendar.first, 5)
  return [
    {
      at: calendar.moment(on, '09:10'),
      play: async (stage, at) => {
        const { actor } = played(stage, tutor)
        await saveOwnProfile(as(stage, actor, at, 0), offer)
        if (hasAccepted) await acceptCharter(as(stage, actor, at), { version: 1 })
      },
    },
    {
      at: calendar.moment(on, '15:20'),
      play: (stage, at) =>
        saveProfile(asStaff(stage, 'adviser', at, 1), {
          ...offer,
          personId: played(stage, tutor).personId,
          kind: 'volunteer',
          hostId: hostId(),
          charterSignedOn: null,
        }),
    },
  ]
}

function wishScenes(calendar: Calendar, one: Wish): Scene[] {
  const { person, daysAgo, isTakenBack, ...wish } = one
  const id = randomOf(person, 'need').uuid()
  const asked: Scene = {
    at: calendar.moment(addDays(calendar.today, -daysAgo), '20:15'),
    play: (stage, at) => askOwnNeed(as(stage, played(stage, person).actor, at), { id, ...wish }),
  }
  if (isTakenBack !== true) return [asked]
  const back: Scene = {
    at: calendar.moment(addDays(calendar.today, -2), '08:05'),
    play: (stage, at) =>
      withdrawOwnNeed(as(stage, played(stage, person).actor, at), { needId: id }),
  }
  return [asked, back]
}
