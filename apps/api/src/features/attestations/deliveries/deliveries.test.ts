import { afterAll, beforeAll, expect, it } from 'vitest'
import { givenScheme, givenTester } from '../../../../test/given-money.ts'
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
} from '../../../../test/test-app.ts'
import { attestationBatchJob } from '../batches/issue-batch.job.ts'

let test: TestApp
let cooperative: TestCooperative
let adviser: Caller
let stranger: Caller

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  adviser = await givenUser(test, cooperative, ['adviser'])
  stranger = await givenUser(test, await givenCooperative(test, 'Coopérative Karité'), ['adviser'])
})
afterAll(() => test.close())

type Channel = 'email' | 'phone' | 'sms' | 'whatsapp'

async function givenPerson(channel: Channel | null, { hasAccount = true } = {}) {
  const scheme = await givenScheme(test, cooperative)
  const email = `${crypto.randomUUID()}@exemple.test`
  const { personId } = await givenTester(test, cooperative, scheme, { kind: 'CAPE', email })
  await queryAsOwner(test, `update terreau.person set phone = '06 12 34 56 78' where id = $1`, [
    personId,
  ])
  if (channel !== null)
    await queryAsOwner(
      test,
      `insert into terreau.person_fact (cooperative_id, person_id, kind, n, valid_from, value, said_by, recorded_by)
       values ($1, $2, 'channel', 1, '2020-01-01', $3, 'person', 'test')`,
      [cooperative.id, personId, channel],
    )
  await queryAsOwner(test, 'delete from terreau.membership where person_id = $1', [personId])
  const tester = hasAccount ? await givenUser(test, cooperative, ['tester'], { personId }) : null
  return { personId, email, tester }
}

async function issue(personId: string) {
  const body = { kind: 'cape_entry', personId, locale: 'fr' } as const
  const answer = await call(test, adviser, 'POST /attestations', { body })
  expect(answer.status).toBe(200)
  return answer.body.id
}

async function deliveryOf(attestationId: string) {
  const params = { attestationId }
  return (await call(test, adviser, 'GET /attestations/:attestationId', { params })).body.delivery
}

function give(attestationId: string, by: 'sms' | 'whatsapp' | 'copy' | 'paper', who = adviser) {
  const params = { attestationId }
  const path = 'POST /attestations/:attestationId/deliveries'
  return call(test, who, path, { params, body: { by } })
}

async function mailsTo(address: string) {
  const rows = await queryAsOwner(
    test,
    `select 1 from terreau.mail where template = 'attestation-issued' and to_address = $1`,
    [address],
  )
  return rows.length
}

it('leaves by mail for who reads mails, and this is kept', async () => {
  const { personId, email } = await givenPerson('email')
  const id = await issue(personId)
  expect(await mailsTo(email)).toBe(1)
  expect(await deliveryOf(id)).toMatchObject({
    sending: 'email',
    deliveries: [{ channel: 'email', by: '' }],
  })
})

it('writes no mail to who wants a message: staff hand over an address that only this person opens', async () => {
  const { personId, email, tester } = await givenPerson('whatsapp')
  const other = await givenPerson(null)
  const id = await issue(personId)
  expect(await mailsTo(email)).toBe(0)
  const { sending, share, deliveries } = await deliveryOf(id)
  expect([sending, share?.phone, deliveries]).toEqual(['whatsapp', '+33612345678', []])
  expect(share?.text).toMatch(/ATT-\d{4}-\d{6}.*\/moi\/attestations/)
  // The message holds no code of any kind: without the sign-in of this person nothing opens.
  const [codes] = await queryAsOwner<{ long_code: string; short_code: string }>(
    test,
    'select long_code, short_code from terreau.attestation where id = $1',
    [id],
  )
  for (const code of [id, codes?.long_code, codes?.short_code])
    expect(share?.text).not.toContain(code)
  const document = (who: Caller | null) =>
    call(test, who, 'GET /me/attestations/:attestationId/document', {
      params: { attestationId: id },
    })
  expect((await document(tester)).status).toBe(200)
  expect((await document(other.tester)).status).toBe(404)
  expect((await document(null)).status).toBe(401)
  expect((await give(id, 'whatsapp')).status).toBe(204)
  expect((await deliveryOf(id)).deliveries).toMatchObject([{ channel: 'whatsapp' }])
})

it('is the paper for who has no account, and no paper is handed out once it is not valid', async () => {
  const { personId } = await givenPerson('sms', { hasAccount: false })
  const id = await issue(personId)
  expect(await deliveryOf(id)).toMatchObject({ sending: 'paper', share: null })
  expect((await give(id, 'paper', stranger)).status).toBe(404)
  expect((await give(id, 'paper')).status).toBe(204)
  const direction = await givenUser(test, cooperative, ['direction'])
  await call(test, direction, 'POST /attestations/:attestationId/revocation', {
    params: { attestationId: id },
    body: { reason: 'erreur' },
  })
  expect((await give(id, 'paper')).problem.code).toBe('attestation-already-revoked')
  expect((await deliveryOf(id)).deliveries).toHaveLength(1)
})

it('counts in a batch what went through which channel', async () => {
  const people = [await givenPerson(null), await givenPerson('sms'), await givenPerson('phone')]
  const { body } = await call(test, adviser, 'POST /attestation-batches', {
    body: { kind: 'cape_entry', personIds: people.map(({ personId }) => personId), locale: null },
  })
  await runJob(test, attestationBatchJob, { cooperativeId: cooperative.id, batchId: body.id })
  const items = async () => {
    const params = { batchId: body.id }
    const answer = await call(test, adviser, 'GET /attestation-batches/:batchId', { params })
    return people.map(({ personId }) => answer.body.items.find((one) => one.personId === personId))
  }
  const [, texted] = await items()
  await give(texted?.attestationId ?? '', 'sms')
  await give(texted?.attestationId ?? '', 'sms')
  expect((await items()).map((item) => item?.delivery)).toMatchObject([
    { sending: 'email', delivered: ['email'] },
    { sending: 'sms', delivered: ['sms'] },
    { sending: 'phone', delivered: [] },
  ])
})
