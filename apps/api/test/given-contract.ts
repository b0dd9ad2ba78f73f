import { randomUUID } from 'node:crypto'
import type { Api } from '@terreau/protocol/api'
import { type Caller, call, givenUser, type TestApp, type TestCooperative } from './test-app.ts'

export type Terms = Api['POST /people/:personId/contracts']['body']['terms']

/** Terms with everything that R127-1 demands. */
export const TERMS: Terms = {
  programme: {
    objectives: ['Vérifier que des clients achètent'],
    steps: ['Rendez-vous chaque mois', 'Trois marchés de test'],
  },
  extraCommitments: { coopBefore: [], personBefore: [], coopAfter: [], personAfter: [] },
  activityStartsOn: null,
  means: [{ name: 'Bureau partagé', amount: '2 jours par semaine', conditions: 'Sur réservation' }],
  thirdParties: {
    nature: 'achats de matières premières',
    maximumCents: '50000',
    finalBearer: 'activity',
  },
  declarationDueDay: 5,
  noticeDays: 30,
  monthlyPayBeforeCents: null,
  isFullTimeEmployee: false,
}

export interface TestPerson {
  personId: string
  activityId: string
  /** The person, signed in as tester. */
  tester: Caller
  email: string
}

/** Somebody whose file has all that a contract prints, and who can sign in. */
export async function givenReadyPerson(
  test: TestApp,
  cooperative: TestCooperative,
  staff: Caller,
  name: { givenName: string; familyName: string },
): Promise<TestPerson> {
  const email = `${randomUUID().slice(0, 8)}@exemple.test`.toLowerCase().replaceAll(' ', '')
  const made = await call(test, staff, 'POST /people', {
    body: {
      civility: '',
      ...name,
      bornOn: '1990-03-12',
      email,
      phone: '',
      locale: 'fr',
      address: '3 rue des Lilas\n93100 Montreuil',
      activity: { name: 'Traiteur', vatRateBp: 1000, fiscalHorsepower: null },
      isReallyNew: true,
    },
  })
  const { id: personId, activityId } = made.body
  const tester = await givenUser(test, cooperative, [], { email })
  return { personId, activityId, tester: { ...tester, personId }, email }
}

/** A contract sent to sign, with the fingerprint of its document. */
export async function givenSentContract(
  test: TestApp,
  staff: Caller,
  person: TestPerson,
  schemeId: string,
): Promise<{ contractId: string; signatureId: string; documentSha256: string }> {
  const drafted = await call(test, staff, 'POST /people/:personId/contracts', {
    params: { personId: person.personId },
    body: {
      activityId: person.activityId,
      schemeId,
      startsOn: '2026-11-15',
      endsOn: '2027-11-14',
      terms: TERMS,
    },
  })
  const contractId = drafted.body.id
  const sent = await call(test, staff, 'POST /contracts/:contractId/sending', {
    params: { contractId },
    ifMatch: 1,
  })
  return { contractId, ...sent.body }
}
