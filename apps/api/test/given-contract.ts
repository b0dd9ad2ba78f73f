import { randomUUID } from 'node:crypto'
import type { Api } from '@terreau/protocol/api'
import { expect } from 'vitest'
import { queryAsOwner } from './query-as-owner.ts'
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

export type CesaTerms = Api['POST /people/:personId/cesa']['body']['terms']

/** Every clause that L7331-2 demands. */
export const CLAUSES: CesaTerms = {
  objectives: ['atteindre 24 000 € de ventes par an'],
  minimumActivity: 'facturer 900 € par mois en moyenne.',
  means: [{ name: 'Suivi individuel', amount: 'Une heure par mois', conditions: '' }],
  followsAssembly: true,
  fixedPartCents: '60000',
  variablePart: 'ce qui reste au compte d’activité.',
  statutesOn: '2025-06-20',
  clientele: 'l’entrepreneur salarié garde la clientèle.',
  intellectualProperty: 'l’entrepreneur salarié garde ses droits.',
  interviews: 'au printemps et à l’automne.',
  becomingAssociate: 'souscrire une part sociale.',
  netResult: 'arrêté à la clôture de l’exercice.',
  trialEndsOn: null,
}
export interface TestPerson {
  personId: string
  activityId: string
  /** The person, signed in as tester. */
  tester: Caller
  email: string
}

/** What the office records of a French person: any contract may be sent to sign. */
export async function givenFrenchPaper(
  test: TestApp,
  staff: Caller,
  personId: string,
): Promise<void> {
  await call(test, staff, 'POST /people/:personId/permits', {
    params: { personId },
    body: {
      kind: 'french',
      number: '',
      validFrom: null,
      validUntil: null,
      originalSeenOn: null,
      authorisedFrom: null,
      authorisedUntil: null,
    },
  })
}

/** Somebody whose file has all that a contract prints, who may work, and who can sign in. */
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
  await givenFrenchPaper(test, staff, personId)
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

/** The person signs on the phone, with the code that came by mail. */
export async function signAsPerson(
  test: TestApp,
  { tester, email }: Pick<TestPerson, 'tester' | 'email'>,
  of: { signatureId: string; documentSha256: string; typedName: string },
): Promise<void> {
  const { signatureId, ...written } = of
  const params = { signatureId }
  await call(test, tester, 'POST /me/signatures/:signatureId/code', { params })
  const [mail] = await queryAsOwner<{ subject: string }>(
    test,
    `select subject from terreau.mail where template = 'signing-code' and to_address = $1
      order by created_at desc limit 1`,
    [email],
  )
  const code = /\d{6}/.exec(mail?.subject ?? '')?.[0] ?? ''
  const signed = await call(test, tester, 'POST /me/signatures/:signatureId/signature', {
    params,
    body: { ...written, code },
  })
  expect(signed.status).toBe(204)
}

/** Takes the e-mail address out of a file, as for somebody who has none. */
export async function withoutEmail(test: TestApp, personId: string): Promise<void> {
  await queryAsOwner(test, `update terreau.person set email = '' where id = $1`, [personId])
}
