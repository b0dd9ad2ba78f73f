import { afterAll, beforeAll, expect, it } from 'vitest'
import { givenReadyPerson, givenSentContract } from '../../../test/given-contract.ts'
import { givenScheme } from '../../../test/given-money.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
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

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  adviser = await givenUser(test, cooperative, ['adviser'])
})
afterAll(() => test.close())

async function givenRequest() {
  const name = { givenName: 'Awa', familyName: 'Ba' }
  const awa = await givenReadyPerson(test, cooperative, adviser, name)
  const scheme = await givenScheme(test, cooperative)
  return { awa, ...(await givenSentContract(test, adviser, awa, scheme.id)) }
}
const detail = async (signatureId: string) =>
  (await call(test, adviser, 'GET /signatures/:signatureId', { params: { signatureId } })).body

it('is the address of the mail, which opens nothing without the sign-in of the person', async () => {
  const { signatureId, awa } = await givenRequest()
  const { share } = await detail(signatureId)
  const link = `/moi/papiers/${signatureId}/signer`
  expect(share?.text).toContain(link)
  const [mail] = await queryAsOwner<{ body: string }>(
    test,
    `select body from terreau.mail where template = 'signature-asked' and to_address = $1`,
    [awa.email],
  )
  expect(mail?.body).toContain(link)
  const path = '/me/signatures/:signatureId'
  expect((await call(test, null, `GET ${path}`, { params: { signatureId } })).status).toBe(401)
  const other = await givenUser(test, cooperative, ['tester'])
  expect((await call(test, other, `GET ${path}`, { params: { signatureId } })).status).toBe(404)
})

it('is noted with how it was handed over', async () => {
  const { signatureId } = await givenRequest()
  const params = { signatureId }
  const noted = await call(test, adviser, 'POST /signatures/:signatureId/shares', {
    params,
    body: { by: 'whatsapp' },
  })
  expect(noted.status).toBe(204)
  const entries = await queryAsOwner<{ after: unknown }>(
    test,
    `select after from terreau.audit_entry where action = 'signature.link-shared' and entity_id = $1`,
    [signatureId],
  )
  expect(entries).toMatchObject([{ after: { party: 1, by: 'whatsapp' } }])
  await call(test, adviser, 'POST /signatures/:signatureId/withdrawal', {
    params,
    body: { reason: 'autre document' },
  })
  expect((await detail(signatureId)).share).toBeNull()
  const late = await call(test, adviser, 'POST /signatures/:signatureId/shares', {
    params,
    body: { by: 'copy' },
  })
  expect(late.problem.code).toBe('signature-ended')
})

it('can be read together: somebody who asks for it waits for staff until they called', async () => {
  const { signatureId, awa } = await givenRequest()
  const params = { signatureId }
  await call(test, awa.tester, 'POST /me/signatures/:signatureId/help', { params })
  expect((await detail(signatureId)).isHelpWanted).toBe(true)
  await call(test, adviser, 'POST /signatures/:signatureId/help-answer', { params })
  expect((await detail(signatureId)).isHelpWanted).toBe(false)
})
