import { randomUUID } from 'node:crypto'
import { localDate } from '@terreau/domain/time/local-date'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { photoWithPlace } from '../../../test/hostile-files.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  asCommand,
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
  TODAY,
} from '../../../test/test-app.ts'
import { insertPerson } from '../people/index.ts'

let test: TestApp
let cooperative: TestCooperative
let adviser: Caller
let direction: Caller
let personId: string
let person: Caller

beforeAll(async () => {
  test = await createTestApp()
})
beforeEach(async () => {
  test.setToday(TODAY)
  cooperative = await givenCooperative(test, `Coop ${randomUUID().slice(0, 6)}`)
  adviser = await givenUser(test, cooperative, ['adviser'], { displayName: 'Inès Roy' })
  direction = await givenUser(test, cooperative, ['direction'])
  await call(test, direction, 'POST /piece-kinds/proposal')
  ;({ personId, person } = await givenAdmitted())
})
afterAll(() => test.close())

/** Somebody who has a file and no contract, and who can sign in. */
async function givenAdmitted() {
  const email = `${randomUUID().slice(0, 8)}@exemple.test`
  const made = await asCommand(test, cooperative.id, (ctx, tx) =>
    insertPerson(tx, ctx, {
      civility: '',
      familyName: 'Diop',
      givenName: 'Awa',
      bornOn: localDate('1990-03-12'),
      email,
      phone: '',
      locale: 'fr',
      address: '',
      activity: { name: 'Traiteur', vatRateBp: 1_000, fiscalHorsepower: null },
    }),
  )
  const user = await givenUser(test, cooperative, [], { email })
  return { personId: made.personId, person: { ...user, personId: made.personId } }
}

const staffView = async () =>
  (await call(test, adviser, 'GET /people/:personId/welcome', { params: { personId } })).body
const own = async () => (await call(test, person, 'GET /me/welcome')).body

describe('the list of pieces', () => {
  it('is data of the cooperative: proposed once, added to, taken from', async () => {
    const again = await call(test, direction, 'POST /piece-kinds/proposal')
    expect(again.body.added).toBe(0)
    const body = {
      code: 'driving_licence',
      labelFr: 'Permis de conduire',
      labelEn: 'Driving licence',
      hintFr: '',
      hintEn: '',
      stage: 'admitted',
      forWhom: 'everyone',
      expires: false,
    } as const
    const added = await call(test, direction, 'POST /piece-kinds', { body })
    expect((await call(test, direction, 'POST /piece-kinds', { body })).problem.code).toBe(
      'piece-kind-exists',
    )
    expect((await call(test, adviser, 'POST /piece-kinds', { body })).status).toBe(403)
    const asked = await call(test, adviser, 'POST /people/:personId/pieces', {
      params: { personId },
      body: { kindIds: [] },
    })
    expect(asked.body.asked).toBe(7)
    await call(test, direction, 'DELETE /piece-kinds/:pieceKindId', {
      params: { pieceKindId: added.body.id },
    })
    const kinds = await call(test, adviser, 'GET /piece-kinds')
    expect(kinds.body.map((kind) => kind.code)).not.toContain('driving_licence')
    expect((await own()).pieces.map((piece) => piece.labelFr)).toContain('Permis de conduire')
  })
})

describe('an accepted piece that ends', () => {
  async function givenAccepted() {
    const listed = (await call(test, adviser, 'GET /piece-kinds')).body
    const kindIds = listed.filter(({ code }) => code === 'insurance').map(({ id }) => id)
    const params = { personId }
    await call(test, adviser, 'POST /people/:personId/pieces', { params, body: { kindIds } })
    const id = (await own()).pieces[0]?.id ?? ''
    await send(id, 30)
    await judge(id, { expiresOn: '2026-11-30' })
    return id
  }
  const send = async (pieceId: string, width: number) =>
    call(test, person, 'POST /me/pieces/:pieceId/file', {
      params: { pieceId },
      query: { fileName: 'assurance.jpg' },
      body: await photoWithPlace(width, 30),
    })
  const judge = async (pieceId: string, body: object) =>
    call(test, adviser, 'POST /pieces/:pieceId/verdict', {
      params: { pieceId },
      ifMatch: (await staffView()).pieces[0]?.version ?? 0,
      body: { act: 'accept', refusal: null, words: '', expiresOn: null, ...body },
    })
  const piece = async () => (await own()).pieces[0]
  const toCheck = async () =>
    (await call(test, adviser, 'GET /home/queue', { query: { personId } })).body.items
      .filter(({ kind }) => kind === 'piece-to-check')
      .map(({ targetId }) => targetId)
  const file = async (pieceId: string) =>
    (await call(test, adviser, 'GET /pieces/:pieceId/file', { params: { pieceId } })).bytes()

  it('is sent again by the person, and counts until staff have accepted the new one', async () => {
    const id = await givenAccepted()
    const old = await file(id)
    expect(await toCheck()).toEqual([])
    expect((await send(id, 60)).status).toBe(200)
    expect(await piece()).toMatchObject({ state: 'accepted', expiresOn: '2026-11-30' })
    expect((await piece())?.renewalReceivedAt).not.toBeNull()
    expect(await toCheck()).toEqual([id])
    expect(await file(id)).not.toEqual(old)
    await judge(id, { act: 'refuse', refusal: 'cut_off' })
    const refused = { expiresOn: '2026-11-30', refusal: 'cut_off', renewalReceivedAt: null }
    expect(await piece()).toMatchObject({ state: 'accepted', ...refused })
    expect(await toCheck()).toEqual([])
    // Staff read again what counts, not what was refused.
    expect(await file(id)).toEqual(old)
    test.setToday('2026-12-01')
    expect(await toCheck()).toEqual([id])
    await send(id, 90)
    await judge(id, { expiresOn: '2027-11-30' })
    const accepted = { state: 'accepted', expiresOn: '2027-11-30', refusal: null }
    expect(await piece()).toMatchObject({ ...accepted, renewalReceivedAt: null })
    expect(await toCheck()).toEqual([])
    expect((await staffView()).pieces[0]?.history.map(({ act }) => act)).toEqual([
      'accept',
      'receive',
      'refuse',
      'receive',
      'accept',
      'receive',
      'ask',
    ])
  })

  it('without an end is left alone', async () => {
    const id = await givenAccepted()
    await queryAsOwner(test, 'update terreau.piece set expires_on = null where id = $1', [id])
    expect((await send(id, 60)).problem.code).toBe('piece-act-not-allowed')
  })
})

describe('who follows whom', () => {
  const assign = (body: object) =>
    call(test, adviser, 'POST /referents', {
      body: {
        personIds: [personId],
        adviserUserId: adviser.userId,
        fromOn: '2026-10-15',
        reason: '',
        ...body,
      },
    })

  it('is written down with its day, and a change says why', async () => {
    const other = await givenUser(test, cooperative, ['adviser'], { displayName: 'Marc Ba' })
    const second = await givenAdmitted()
    expect((await assign({ personIds: [personId, second.personId] })).body.changed).toBe(2)
    expect((await assign({})).body.changed).toBe(0)
    const silent = await assign({ adviserUserId: other.userId, fromOn: '2026-11-01' })
    expect(silent.problem.errors).toMatchObject([{ code: 'reason-of-change-missing' }])
    const before = await assign({
      adviserUserId: other.userId,
      fromOn: '2026-10-01',
      reason: 'Congé',
    })
    expect(before.problem.errors).toMatchObject([{ code: 'date-before-last-change' }])
    await assign({ adviserUserId: other.userId, fromOn: '2026-11-01', reason: 'Congé' })
    expect((await staffView()).referents).toMatchObject([
      { adviserName: 'Marc Ba', fromOn: '2026-11-01', reason: 'Congé' },
      { adviserName: 'Inès Roy', fromOn: '2026-10-15' },
    ])
    const { body } = await call(test, adviser, 'GET /referents', {
      query: { adviserUserId: adviser.userId },
    })
    expect(body.assignments.find((one) => one.personId === personId)).toMatchObject({
      fromOn: '2026-10-15',
      untilOn: '2026-11-01',
    })
    const list = await call(test, adviser, 'GET /people', { query: { adviser: other.userId } })
    expect(list.body.people).toMatchObject([{ id: personId, adviserName: 'Marc Ba' }])
    const nobody = await call(test, adviser, 'GET /people', { query: { adviser: 'none' } })
    expect(nobody.body.total).toBe(0)
  })

  it('is only somebody of the team', async () => {
    expect((await assign({ adviserUserId: person.userId })).status).toBe(400)
    expect((await assign({ personIds: [randomUUID()] })).status).toBe(404)
  })
})
