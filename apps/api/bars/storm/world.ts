import { givenScheme, givenSetting, givenTester } from '../../test/given-money.ts'
import {
  type Caller,
  call,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../test/test-app.ts'

/** The first month of the books: enough months for every declaration of a long storm. */
export const FIRST_MONTH = '2022-01'

/** One cooperative of the storm, whose name and people carry a word that nobody else's may show. */
export interface Side {
  cooperative: TestCooperative
  marker: string
  othersMarker: string
  staff: Caller
  tutor: Caller
  tuteeId: string
  /** Under contract: whom certificates are about. */
  capePersonId: string
  /** People who declare each month, each on a phone. */
  testers: Caller[]
}

/** A cooperative whose months are closed one after the other; its one person declares on the phone. */
export interface Closing {
  cooperative: TestCooperative
  accountant: Caller
  personId: string
}

export interface World {
  sides: Side[]
  closing: Closing
}

const MARKERS = ['Ŋmarqueurnord', 'Ŋmarqueursud'] as const

/** Two cooperatives that must never meet, and one that closes its months. */
export async function givenWorld(test: TestApp, testersEach: number): Promise<World> {
  const [north, south] = MARKERS
  const sides = [
    await givenSide(test, { marker: north, othersMarker: south }, testersEach),
    await givenSide(test, { marker: south, othersMarker: north }, testersEach),
  ]
  return { sides, closing: await givenClosing(test) }
}

async function givenSide(
  test: TestApp,
  markers: { marker: string; othersMarker: string },
  testersEach: number,
): Promise<Side> {
  const { marker } = markers
  const cooperative = await givenCooperative(test, `Coopérative ${marker}`, FIRST_MONTH)
  const scheme = await givenScheme(test, cooperative)
  const staff = await givenUser(test, cooperative, ['direction', 'adviser'])
  const cape = await givenTester(test, cooperative, scheme, { kind: 'CAPE', familyName: marker })
  const helped = await givenTester(test, cooperative, scheme, { familyName: marker })
  const helper = await givenTester(test, cooperative, scheme, { familyName: marker })
  const tutor = await givenUser(test, cooperative, ['tutor'], { personId: helper.personId })
  const host = await call(test, staff, 'POST /tutoring/hosts', {
    body: { name: 'Club des porteurs de projets', form: 'association' },
  })
  await call(test, staff, 'POST /tutoring/relations', {
    body: {
      tutorId: helper.personId,
      tuteeId: helped.personId,
      startedOn: '2026-09-01',
      kind: 'volunteer',
      hostId: host.body.id,
    },
  })
  const testers: Caller[] = []
  for (let n = 0; n < testersEach; n += 1) {
    const { personId } = await givenTester(test, cooperative, scheme, {
      familyName: marker,
      startsOn: `${FIRST_MONTH}-01`,
    })
    testers.push(await givenUser(test, cooperative, ['tester'], { personId }))
  }
  const tuteeId = helped.personId
  const capePersonId = cape.personId
  return { ...markers, cooperative, staff, tutor, tuteeId, capePersonId, testers }
}

async function givenClosing(test: TestApp): Promise<Closing> {
  const cooperative = await givenCooperative(test, 'Coopérative des mois', FIRST_MONTH)
  const scheme = await givenScheme(test, cooperative)
  await givenSetting(test, cooperative, { key: 'accident_cover_monthly_cents', value: '395' })
  const { personId } = await givenTester(test, cooperative, scheme, {
    startsOn: `${FIRST_MONTH}-01`,
  })
  const accountant = await givenUser(test, cooperative, ['direction', 'accountant'])
  return { cooperative, accountant, personId }
}
