import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  givenAccepted,
  givenScheme,
  givenTester,
  saleLine,
  type TestTester,
} from '../../../test/given-money.ts'
import {
  asCommand,
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'
import { sha256 } from '../../platform/secrets.ts'
import { newSigningCode } from '../signatures/signing-code.ts'

const TERMS = {
  nature: 'Traiteur du Sahel, sur les marchés et pour des fêtes.',
  paySplit: 'Selon les parts, après les frais de chacune.',
  clientele: 'Commune ; en cas de départ, chacune garde les clients qu’elle a amenés.',
  tradeName: '« Les Deux Marmites », à celle qui reste.',
  sharedGoods: 'Un triporteur et deux glacières.',
}

let test: TestApp
let cooperative: TestCooperative
let adviser: Caller
let awa: TestTester
let fatou: TestTester
let awaUser: Caller
let fatouUser: Caller

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test, `Coop ${randomUUID().slice(0, 6)}`)
  adviser = await givenUser(test, cooperative, ['adviser'])
  const scheme = await givenScheme(test, cooperative)
  awa = await givenTester(test, cooperative, scheme, { familyName: 'A', email: 'awa@exemple.test' })
  fatou = await givenTester(test, cooperative, scheme, { familyName: 'F' })
  awaUser = await givenUser(test, cooperative, ['tester'], { personId: awa.personId })
  fatouUser = await givenUser(test, cooperative, ['tester'], { personId: fatou.personId })
  await asCommand(test, cooperative.id, async (_ctx, tx) => {
    await tx
      .updateTable('person')
      .set({ address: '2 rue du Port, 33000 Bordeaux' })
      .where('cooperativeId', '=', cooperative.id)
      .execute()
  })
})
afterAll(() => test.close())

const shares = (first: number, second: number) => [
  { personId: awa.personId, sharePermille: first },
  { personId: fatou.personId, sharePermille: second },
]
const draft = (body: object = {}) =>
  call(test, adviser, 'POST /activities/:activityId/conventions', {
    params: { activityId: awa.activityId },
    body: { startsOn: '2026-12-01', shares: shares(600, 400), terms: TERMS, ...body },
  })
const giveUp = (conventionId: string) =>
  call(test, adviser, 'POST /conventions/:conventionId/cancellation', {
    params: { conventionId },
    body: { reason: 'Projet remis' },
  })

describe('a convention of a shared activity', () => {
  it('is drafted once, changed over the version that was read, and given up', async () => {
    const made = await draft()
    expect(made.status).toBe(200)
    const conventionId = made.body.id
    expect((await draft()).body).toMatchObject({ code: 'convention-pending' })
    const params = { conventionId }
    const read = await call(test, adviser, 'GET /conventions/:conventionId', { params })
    expect(read.body).toMatchObject({
      state: 'draft',
      members: [{ sharePermille: 600 }, { sharePermille: 400 }],
      missing: [],
    })
    const edit = (ifMatch: number) =>
      call(test, adviser, 'PUT /conventions/:conventionId', {
        params,
        ifMatch,
        body: { startsOn: '2027-01-01', shares: shares(500, 500), terms: { ...TERMS, nature: '' } },
      })
    expect((await edit(7)).body).toMatchObject({ code: 'version-changed' })
    expect((await edit(1)).status).toBe(200)
    const again = await call(test, adviser, 'GET /conventions/:conventionId', { params })
    expect(again.body).toMatchObject({
      startsOn: '2027-01-01',
      missing: [{ pointer: '/terms/nature', code: 'field-required' }],
    })
    expect((await giveUp(conventionId)).status).toBe(200)
    expect((await giveUp(conventionId)).body).toMatchObject({ code: 'convention-act-not-allowed' })
    expect((await edit(3)).body).toMatchObject({ code: 'convention-act-not-allowed' })
  })

  it('needs two people and the whole of the activity, said at the shares', async () => {
    expect((await draft({ shares: shares(600, 300) })).body).toMatchObject({
      code: 'shares-not-whole',
      errors: [{ pointer: '/body/shares', params: { missingPermille: 100 } }],
    })
    expect((await draft({ shares: shares(600, 400).slice(0, 1) })).body).toMatchObject({
      code: 'shares-need-two',
    })
    const twice = [...shares(600, 400).slice(0, 1), ...shares(400, 600).slice(0, 1)]
    expect((await draft({ shares: twice })).body).toMatchObject({ code: 'shares-person-twice' })
    const stranger = [shares(600, 400)[0], { personId: randomUUID(), sharePermille: 400 }]
    expect((await draft({ shares: stranger })).status).toBe(404)
  })

  it('gives a person one more activity, with its own account', async () => {
    const opened = await call(test, adviser, 'POST /people/:personId/activities', {
      params: { personId: fatou.personId },
      body: { name: 'Conseil aux associations', vatRateBp: 2_000, fiscalHorsepower: null },
    })
    expect(opened.status).toBe(200)
    const view = await call(test, adviser, 'GET /activities/:activityId', {
      params: { activityId: opened.body.id },
    })
    expect(view.body).toMatchObject({
      name: 'Conseil aux associations',
      members: [{ personId: fatou.personId, sharePermille: 1_000 }],
      conventions: [],
    })
    const found = await call(test, adviser, 'GET /people', { query: { search: 'associations' } })
    expect(found.body.people).toMatchObject([{ id: fatou.personId }])
  })

  it('is in force once all its people and the cooperative have signed, and shares the account', async () => {
    const made = await draft()
    const params = { conventionId: made.body.id }
    const sent = await call(test, adviser, 'POST /conventions/:conventionId/sending', {
      params,
      ifMatch: 1,
    })
    expect(sent.status).toBe(200)
    const file = await call(test, adviser, 'GET /conventions/:conventionId/document', { params })
    expect(sha256(await file.bytes()).toString('hex')).toBe(sent.body.documentSha256)
    await givenAccepted(test, cooperative, awa, '2026-10', {
      lines: { sales: [saleLine(100_001n)] },
    })
    await signAll(sent.body)
    const view = await call(test, adviser, 'GET /activities/:activityId', {
      params: { activityId: awa.activityId },
    })
    expect(view.body.members).toMatchObject([
      { personId: awa.personId, sharePermille: 600 },
      { personId: fatou.personId, sharePermille: 400 },
    ])
    expect(view.body.conventions[0]).toMatchObject({ state: 'in_force' })
    const own = (tester: Caller) => call(test, tester, 'GET /me/account')
    const hers = (await own(fatouUser)).body.find((one) => one.activityId === awa.activityId)
    // The convention begins in December: October is still the one's who sold.
    expect(hers?.shared).toEqual({ sharePermille: 400, others: ['Awa A'], ownCents: '0' })
    const mine = (await own(awaUser)).body.find((one) => one.activityId === awa.activityId)
    expect(mine?.shared?.ownCents).toBe(mine?.balanceCents)
    const month = await call(test, fatouUser, 'GET /me/account/:month', {
      params: { month: '2026-10' },
      query: { activityId: awa.activityId },
    })
    expect(month.body.lines.length).toBeGreaterThan(0)
    expect(month.body.lines.every((line) => line.declarationId === null)).toBe(true)
    const again = await draft({ shares: shares(500, 500), startsOn: '2027-01-01' })
    expect(again.status).toBe(200)
    const second = await call(test, adviser, 'GET /conventions/:conventionId', {
      params: { conventionId: again.body.id },
    })
    expect(second.body.signersWithoutEmail).toEqual(['Awa F'])
  })

  /** The people sign on their phones in their order, then the cooperative. */
  async function signAll(sent: { signatureId: string; documentSha256: string }): Promise<void> {
    for (const [user, name] of [
      [awaUser, 'Awa A'],
      [fatouUser, 'Awa F'],
    ] as const) {
      const code = await asCommand(test, cooperative.id, async (ctx, tx) => {
        const made = await newSigningCode(tx, ctx, {
          requestId: sent.signatureId,
          position: name === 'Awa A' ? 1 : 2,
          route: 'phone',
          documentSha256: Buffer.from(sent.documentSha256, 'hex'),
          sentTo: 'x@exemple.test',
        })
        return made?.code ?? ''
      })
      const signed = await call(test, user, 'POST /me/signatures/:signatureId/signature', {
        params: { signatureId: sent.signatureId },
        body: { typedName: name, code, documentSha256: sent.documentSha256 },
      })
      expect(signed.status).toBe(204)
    }
    const countersigned = await call(test, adviser, 'POST /signatures/countersignatures', {
      body: { signatures: [sent] },
    })
    expect(countersigned.status).toBe(204)
  }
})
