import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  CLAUSES,
  givenReadyPerson,
  givenSentContract,
  TERMS,
  type TestPerson,
} from '../../../test/given-contract.ts'
import { givenScheme } from '../../../test/given-money.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'

let test: TestApp
let cooperative: TestCooperative
let adviser: Caller
let direction: Caller
let schemeId: string
let kept: TestPerson
let joined: TestPerson

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  adviser = await givenUser(test, cooperative, ['adviser'])
  direction = await givenUser(test, cooperative, ['direction'])
  schemeId = (await givenScheme(test, cooperative)).id
  kept = await givenReadyPerson(test, cooperative, adviser, {
    givenName: 'Awa',
    familyName: 'Sarr',
  })
  joined = await givenReadyPerson(test, cooperative, adviser, {
    givenName: 'Ava',
    familyName: 'Sar',
  })
})
afterAll(() => test.close())

const params = () => ({ personId: kept.personId })
const activitiesOffered = async () => {
  const cape = await call(test, adviser, 'GET /people/:personId/contract-choices', {
    params: params(),
  })
  const cesa = await call(test, adviser, 'GET /people/:personId/cesa-choices', {
    params: params(),
    query: {},
  })
  return [cape, cesa].map(({ body }) => body.activities.map(({ id }) => id).toSorted())
}
const draftCape = (activityId: string, startsOn: string, endsOn: string) =>
  call(test, adviser, 'POST /people/:personId/contracts', {
    params: params(),
    body: { activityId, schemeId, startsOn, endsOn, terms: TERMS },
  })
const personOf = async (contractId: string) =>
  (await call(test, adviser, 'GET /contracts/:contractId', { params: { contractId } })).body.person

describe('a contract of somebody whose files were joined', () => {
  it('is drafted for an activity of either file, goes on from its contracts, and says the kept name', async () => {
    const sent = await givenSentContract(test, adviser, joined, schemeId)
    expect(await activitiesOffered()).toEqual([[kept.activityId], [kept.activityId]])
    expect((await draftCape(joined.activityId, '2027-11-15', '2028-11-14')).status).toBe(404)

    const merged = await call(test, direction, 'POST /people/:personId/merges', {
      params: params(),
      body: { mergedId: joined.personId, reason: 'Même personne' },
    })
    const both = [kept.activityId, joined.activityId].toSorted()
    expect(await activitiesOffered()).toEqual([both, both])
    expect(await personOf(sent.contractId)).toMatchObject({ id: kept.personId, familyName: 'Sarr' })

    // The CAPE that the other file had is the one that this one renews, and its dates are held to it.
    const overlapping = await draftCape(joined.activityId, '2027-01-01', '2027-12-31')
    expect(overlapping.problem.code).toBe('cape-overlaps-previous')
    const renewal = await draftCape(joined.activityId, '2027-11-15', '2028-11-14')
    expect(renewal.status).toBe(200)
    const drafted = await call(test, adviser, 'GET /contracts/:contractId', {
      params: { contractId: renewal.body.id },
    })
    expect(drafted.body).toMatchObject({
      person: { id: kept.personId, familyName: 'Sarr' },
      sequence: 1,
      renewsContractId: sent.contractId,
    })

    const cesa = await call(test, adviser, 'POST /people/:personId/cesa', {
      params: params(),
      body: { activityId: joined.activityId, schemeId, startsOn: '2029-01-01', terms: CLAUSES },
    })
    expect(cesa.status).toBe(200)

    const life = await call(test, adviser, 'GET /contracts/:contractId/life', {
      params: { contractId: renewal.body.id },
    })
    expect(life.body.series).toHaveLength(3)

    // Whatever row a contract is, the permit and the numbers of the person follow it.
    const permit = await call(test, direction, 'POST /people/:personId/permits', {
      params: params(),
      body: {
        kind: 'student',
        number: '',
        validFrom: '2026-01-01',
        validUntil: '2026-12-31',
        originalSeenOn: '2026-10-30',
        authorisedFrom: null,
        authorisedUntil: null,
      },
    })
    expect(permit.status).toBe(200)
    const { body: queue } = await call(test, adviser, 'GET /home/queue', {})
    expect(queue.items).toContainEqual(
      expect.objectContaining({ kind: 'permit-ending', targetId: kept.personId }),
    )
    const numbers = await call(test, direction, 'GET /people/:personId/numbers', {
      params: params(),
    })
    expect(numbers.body.mayHoldNir).toBe(true)

    // Each contract is a row of the file that carries its activity: parting them leaves it there.
    const parted = await call(test, direction, 'POST /merges/:mergeId/undo', {
      params: { mergeId: merged.body.mergeId },
      body: { reason: 'Deux personnes' },
    })
    expect(parted.status).toBe(204)
    expect(await personOf(renewal.body.id)).toMatchObject({
      id: joined.personId,
      familyName: 'Sar',
    })
    expect(await activitiesOffered()).toEqual([[kept.activityId], [kept.activityId]])
  })
})
