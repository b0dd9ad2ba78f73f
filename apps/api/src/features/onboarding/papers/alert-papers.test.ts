import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { givenScheme, givenTester, type TestScheme } from '../../../../test/given-money.ts'
import { pdf } from '../../../../test/hostile-files.ts'
import { queryAsOwner } from '../../../../test/query-as-owner.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  runJob,
  type TestApp,
  type TestCooperative,
  TODAY,
} from '../../../../test/test-app.ts'
import { alertPapersJob } from './alert-papers.job.ts'

let test: TestApp
let coop: TestCooperative
let adviser: Caller
let direction: Caller
let scheme: TestScheme
let people = 0

beforeAll(async () => {
  test = await createTestApp()
})
beforeEach(async () => {
  test.setToday(TODAY)
  coop = await givenCooperative(test)
  adviser = await givenUser(test, coop, ['adviser'])
  direction = await givenUser(test, coop, ['direction'])
  scheme = await givenScheme(test, coop)
  people += 1
})
afterAll(() => test.close())

const rows = async (personId: string, kind: string) =>
  (await call(test, adviser, 'GET /home/queue', { query: { personId } })).body.items.filter(
    (item) => item.kind === kind,
  )

describe('a paper that ends', () => {
  const mails = () =>
    queryAsOwner<{ template: string; to_address: string; body: string }>(
      test,
      `select template, to_address, body from terreau.mail
        where cooperative_id = $1 and template like 'paper-%' order by created_at, template`,
      [coop.id],
    )
  async function night(day: '2026-12-31' | '2027-01-01' | '2027-02-15' | '2027-03-02') {
    test.setToday(day)
    await runJob(test, alertPapersJob, { cooperativeId: coop.id })
  }
  async function keep(
    personId: string,
    kind: 'insurance' | 'vehicle_insurance',
    expiresOn: '2027-03-02' | '2028-03-02',
  ) {
    const kept = await call(test, adviser, 'POST /people/:personId/documents', {
      params: { personId },
      query: { kind, expiresOn, fileName: 'papier.pdf' },
      body: new Uint8Array(pdf()),
    })
    expect(kept.status).toBe(200)
    return kept.body.documentId
  }
  async function givenFollowed() {
    const email = `awa${people}@exemple.test`
    const { personId } = await givenTester(test, coop, scheme, { kind: 'CAPE', email })
    await queryAsOwner(test, 'update terreau.person set adviser_user_id = $2 where id = $1', [
      personId,
      adviser.userId,
    ])
    return { personId, email }
  }

  it('is told to the person and the referent once at each threshold, until a newer one came', async () => {
    const { personId, email } = await givenFollowed()
    const documentId = await keep(personId, 'vehicle_insurance', '2027-03-02')
    await night('2026-12-31')
    expect(await mails()).toEqual([])
    expect(await rows(personId, 'paper-ending')).toEqual([])
    await night('2027-01-01')
    await night('2027-01-01')
    const [toReferent, toPerson, ...more] = await mails()
    expect(more).toEqual([])
    expect(toPerson).toMatchObject({ template: 'paper-ending-send', to_address: email })
    expect(toPerson?.body).toContain('Assurance du véhicule')
    expect(toPerson?.body).toContain('2 mars 2027')
    expect(toReferent).toMatchObject({ template: 'paper-ending-office' })
    expect(toReferent?.body).toContain(`/gestion/accueil/${personId}`)
    expect(await rows(personId, 'paper-ending')).toMatchObject([
      { targetId: documentId, dueOn: '2027-03-02' },
    ])
    await night('2027-02-15')
    expect(await mails()).toHaveLength(4)
    await keep(personId, 'vehicle_insurance', '2028-03-02')
    await night('2027-03-02')
    expect(await mails()).toHaveLength(4)
    expect(await rows(personId, 'paper-ending')).toEqual([])
    // The newer one took the place of the old: nothing is asked of the person once that one is over.
    test.setToday('2027-03-03')
    expect(await rows(personId, 'piece-to-check')).toEqual([])
    expect(await rows(personId, 'welcome-to-finish')).toEqual([])
  })

  it('that the office put in the file is sent again from the phone, and read by staff like a piece', async () => {
    const { personId, email } = await givenFollowed()
    const tester = { ...(await givenUser(test, coop, [], { email })), personId }
    const documentId = await keep(personId, 'vehicle_insurance', '2027-03-02')
    const own = async () => (await call(test, tester, 'GET /me/welcome')).body.pieces
    await night('2026-12-31')
    expect(await own()).toEqual([])
    await night('2027-01-01')
    await night('2027-01-01')
    const [piece, ...others] = await own()
    expect(others).toEqual([])
    expect(piece).toMatchObject({ labelFr: 'Assurance du véhicule', expiresOn: '2027-03-02' })
    const pieceId = piece?.id ?? ''
    expect((await mails()).map(({ body }) => body).join()).toContain(`/piece-${pieceId}`)
    const sent = await call(test, tester, 'POST /me/pieces/:pieceId/file', {
      params: { pieceId },
      query: { fileName: 'carte-verte.pdf' },
      body: new Uint8Array(pdf()),
    })
    expect(sent.status).toBe(200)
    expect(await rows(personId, 'piece-to-check')).toMatchObject([{ targetId: pieceId }])
    expect(await own()).toMatchObject([{ state: 'accepted', expiresOn: '2027-03-02' }])
    const judge = (body: object) =>
      call(test, adviser, 'POST /pieces/:pieceId/verdict', {
        params: { pieceId },
        ifMatch: 2,
        body: { act: 'accept', refusal: null, words: '', expiresOn: null, ...body },
      })
    expect((await judge({})).problem.errors).toMatchObject([{ code: 'expiry-missing' }])
    expect((await judge({ expiresOn: '2028-03-02' })).status).toBe(200)
    expect(await own()).toMatchObject([{ state: 'accepted', expiresOn: '2028-03-02' }])
    const { documents } = (
      await call(test, adviser, 'GET /people/:personId/documents', { params: { personId } })
    ).body
    expect(documents).toMatchObject([
      { id: documentId, kind: 'vehicle_insurance', versions: [{ version: 2 }, { version: 1 }] },
    ])
    await night('2027-02-15')
    expect(await mails()).toHaveLength(2)
    expect(await call(test, direction, 'GET /piece-kinds')).toMatchObject({ body: [] })
  })

  it('is followed at the days that the cooperative decided, as the piece that was accepted says', async () => {
    const { personId } = await givenFollowed()
    await queryAsOwner(
      test,
      `insert into terreau.cooperative_setting (cooperative_id, key, valid_from, value, source)
       select $1, k, '2026-01-01', '15', 'Décision du 2 janvier' from unnest(array['paper_alert_first_days', 'paper_alert_last_days']) k`,
      [coop.id],
    )
    const documentId = await keep(personId, 'insurance', '2028-03-02')
    await queryAsOwner(
      test,
      `with k as (insert into terreau.piece_kind (cooperative_id, id, code, label_fr, label_en, stage, for_whom, expires, position)
         values ($1, gen_random_uuid(), 'rc_pro', 'RC Pro', 'Liability insurance', 'admitted', 'everyone', true, 1) returning id)
       insert into terreau.piece (cooperative_id, id, person_id, kind_id, state, asked_on, document_id, expires_on)
       select $1, gen_random_uuid(), $2, k.id, 'accepted', '2026-11-02', $3, '2027-03-02' from k`,
      [coop.id, personId, documentId],
    )
    await night('2027-01-01')
    expect(await mails()).toEqual([])
    await night('2027-02-15')
    expect((await mails()).map(({ template }) => template)).toEqual([
      'paper-ending-office',
      'paper-ending-send',
    ])
    const toPerson = (await mails())[1]?.body
    expect(toPerson).toContain('RC Pro')
    expect(toPerson).toMatch(/\/moi\/bienvenue\/piece-[0-9a-f-]{36}/)
    // The person sent the newer one: it is staff who wait, not the person who is told again.
    const renewed = 'update terreau.piece set renewal_received_at = $2 where person_id = $1'
    await queryAsOwner(test, renewed, [personId, '2027-02-16'])
    expect(await rows(personId, 'paper-ending')).toEqual([])
    expect(await rows(personId, 'piece-to-check')).toHaveLength(1)
    await queryAsOwner(test, renewed, [personId, null])
    await queryAsOwner(test, `update terreau.piece set state = 'asked' where person_id = $1`, [
      personId,
    ])
    expect(await rows(personId, 'paper-ending')).toEqual([])
    await night('2027-03-02')
    expect(await mails()).toHaveLength(2)
  })
})
