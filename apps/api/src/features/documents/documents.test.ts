import type { DocumentKind } from '@terreau/domain/documents/kinds'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenScheme, givenTester } from '../../../test/given-money.ts'
import { pdf, photoWithPlace } from '../../../test/hostile-files.ts'
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
let coop: TestCooperative
let tester: Caller
let adviser: Caller
let accountant: Caller
let personId: string

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test)
  const scheme = await givenScheme(test, coop)
  personId = (await givenTester(test, coop, scheme)).personId
  tester = await givenUser(test, coop, ['tester'], { personId })
  adviser = await givenUser(test, coop, ['adviser'])
  accountant = await givenUser(test, coop, ['accountant'])
})
afterAll(() => test.close())

const photo = () => photoWithPlace(40, 20)
const add = async (kind: DocumentKind, more: { expiresOn?: string; documentId?: string } = {}) =>
  call(test, adviser, 'POST /people/:personId/documents', {
    params: { personId },
    query: { kind, fileName: 'papier.jpg', ...more },
    body: await photo(),
  })
const listed = (by: Caller) =>
  call(test, by, 'GET /people/:personId/documents', { params: { personId } })
const kindsSeen = async (by: Caller) =>
  (await listed(by)).body.documents.map((document) => document.kind)

describe('a paper', () => {
  it('is kept drawn again and comes back as an attachment in a sandbox', async () => {
    const { body } = await add('diploma')
    const file = await call(test, adviser, 'GET /documents/:documentId/versions/:version', {
      params: { documentId: body.documentId, version: '1' },
    })
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(file.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await sharp(await file.bytes()).metadata()).exif).toBeUndefined()
  })

  it('has versions: the new one leads, the old one stays', async () => {
    const first = await add('insurance', { expiresOn: '2026-12-31' })
    const { documentId } = first.body
    const second = await add('insurance', { expiresOn: '2027-12-31', documentId })
    expect(second.body).toEqual({ documentId, version: 2 })
    const { body } = await listed(adviser)
    const versions = body.documents.find((document) => document.id === documentId)?.versions
    expect(versions?.map((version) => version.expiresOn)).toEqual(['2027-12-31', '2026-12-31'])
  })

  it('of another kind or person is no version', async () => {
    const { documentId } = (await add('cv')).body
    expect((await add('diploma', { documentId })).status).toBe(404)
  })

  it('says at its field that the date of its end is missing, or that it has none', async () => {
    const missing = await add('residence_permit')
    expect(missing.problem.errors).toEqual([
      { pointer: '/query/expiresOn', code: 'expiry-required' },
    ])
    const extra = await add('cv', { expiresOn: '2026-12-31' })
    expect(extra.problem.errors?.[0]?.code).toBe('expiry-not-expected')
  })

  it('is seen by the roles of its kind alone', async () => {
    await add('identity')
    await add('residence_permit', { expiresOn: '2027-03-01' })
    await call(test, tester, 'POST /me/documents', {
      query: { kind: 'bank_details', fileName: 'rib.pdf' },
      body: pdf(),
    })
    const seen = await kindsSeen(adviser)
    expect(seen).toEqual(expect.arrayContaining(['identity', 'residence_permit']))
    expect(seen).not.toContain('bank_details')
    expect(await kindsSeen(accountant)).toEqual(['bank_details'])
    for (const role of ['observer', 'tutor'] as const) {
      expect((await listed(await givenUser(test, coop, [role]))).status).toBe(403)
    }
  })

  it('of the right to work opens with a reason only, and the look is kept', async () => {
    const { documentId } = (await add('residence_permit', { expiresOn: '2027-03-01' })).body
    const params = { documentId, version: '1' }
    const plain = await call(test, adviser, 'GET /documents/:documentId/versions/:version', {
      params,
    })
    expect(plain.status).toBe(403)
    const look = (by: Caller, reason: string) =>
      call(test, by, 'POST /documents/:documentId/versions/:version/look', {
        params,
        body: { reason },
      })
    expect((await look(adviser, '  ')).problem.code).toBe('request-invalid')
    expect((await look(accountant, 'paie')).status).toBe(403)
    const opened = await look(adviser, 'Contrôle avant CESA')
    expect(opened.headers.get('content-type')).toBe('image/jpeg')
    const own = await call(test, tester, 'GET /me/looks')
    expect(own.body.looks).toEqual([
      expect.objectContaining({
        what: 'residence_permit',
        reason: 'Contrôle avant CESA',
        by: 'adviser',
      }),
    ])
    const office = await call(test, adviser, 'GET /people/:personId/looks', {
      params: { personId },
    })
    expect(office.body).toEqual(own.body)
  })

  it('comes from the person only when the person may send it, and stays in the own list', async () => {
    const send = async (kind: DocumentKind) =>
      call(test, tester, 'POST /me/documents', {
        query: { kind, fileName: 'x.jpg' },
        body: await photo(),
      })
    expect((await send('prefecture_proof')).problem.code).toBe('document-kind-not-accepted')
    const { documentId } = (await send('vehicle_registration')).body
    const params = { documentId, version: '1' }
    const own = (by: Caller) =>
      call(test, by, 'GET /me/documents/:documentId/versions/:version', { params })
    expect((await own(tester)).status).toBe(200)
    const scheme = await givenScheme(test, coop)
    const other = await givenTester(test, coop, scheme)
    const stranger = await givenUser(test, coop, ['tester'], { personId: other.personId })
    expect((await own(stranger)).status).toBe(404)
  })
})
