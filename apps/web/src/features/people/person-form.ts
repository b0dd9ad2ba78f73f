import type { Api } from '../../lib/api.ts'
import type { PersonFile } from './queries.ts'

type NewPerson = Api['POST /people']['body']
type EditedPerson = Api['PUT /people/:personId']['body']

export interface ActivityValues {
  /** Empty for the activity of a new file. */
  id: string
  name: string
  vatRateBp: string
  fiscalHorsepower: string
}

/** What the form holds: texts, as they were typed. */
export interface PersonValues {
  reference: string
  civility: NewPerson['civility']
  familyName: string
  givenName: string
  bornOn: string
  email: string
  phone: string
  locale: NewPerson['locale']
  address: string
  activities: readonly ActivityValues[]
  isTutor: boolean
}

export const NEW_ACTIVITY: ActivityValues = {
  id: '',
  name: '',
  vatRateBp: '2000',
  fiscalHorsepower: '',
}

export const NEW_PERSON: PersonValues = {
  reference: '',
  civility: '',
  familyName: '',
  givenName: '',
  bornOn: '',
  email: '',
  phone: '',
  locale: 'fr',
  address: '',
  activities: [NEW_ACTIVITY],
  isTutor: false,
}

export function valuesOf(file: PersonFile): PersonValues {
  return {
    reference: file.reference,
    civility: file.civility,
    familyName: file.familyName,
    givenName: file.givenName,
    bornOn: file.bornOn ?? '',
    email: file.email,
    phone: file.phone,
    locale: file.locale,
    address: file.address,
    isTutor: file.isTutor,
    activities: file.activities.map((activity) => ({
      id: activity.id,
      name: activity.name,
      vatRateBp: String(activity.vatRateBp),
      fiscalHorsepower: activity.fiscalHorsepower?.toString() ?? '',
    })),
  }
}

/** The body of a new file; `isReallyNew` when the person was shown who looks the same. */
export function newBody(values: PersonValues, isReallyNew: boolean): NewPerson {
  const { activities, reference, isTutor, ...identity } = values
  const [activity] = activities
  return {
    ...identity,
    ...(reference === '' ? {} : { reference }),
    bornOn: values.bornOn || null,
    activity: activityBody(activity),
    isTutor,
    isReallyNew,
  }
}

/** What is compared with the files that exist. */
export function lookAlikeQuery(values: PersonValues): Api['GET /look-alikes']['query'] {
  const { givenName, familyName, bornOn, email, phone } = values
  return { givenName, familyName, email, phone, ...(bornOn ? { bornOn } : {}) }
}

export function editedBody(values: PersonValues): EditedPerson {
  const { isTutor: _, ...identity } = values
  return {
    ...identity,
    bornOn: values.bornOn || null,
    activities: values.activities.map((activity) => ({
      id: activity.id,
      ...activityBody(activity),
    })),
  }
}

/** What the API takes of an activity. */
export function activityBody(activity: ActivityValues | undefined): NewPerson['activity'] {
  return {
    name: activity?.name ?? '',
    vatRateBp: Number(activity?.vatRateBp ?? 0),
    fiscalHorsepower: activity?.fiscalHorsepower ? Number(activity.fiscalHorsepower) : null,
  }
}

/** Whether the power of the car is a number the scale knows; empty is right too. */
export function isHorsepower(text: string): boolean {
  return text === '' || (/^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 50)
}
