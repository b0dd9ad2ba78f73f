import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FakeClamd, fakeClamd } from '../../../test/fake-clamd.ts'
import { givenScheme, givenTester } from '../../../test/given-money.ts'
import { photoWithPlace } from '../../../test/hostile-files.ts'
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
import { scanFileJob } from '../../platform/files/scan-file.job.ts'
import { clamdScanner } from '../../platform/scanning/clamd-scanner.ts'
import { scanOlderFilesJob } from './scan-older.job.ts'

/** Every JPEG that is drawn again begins with it, so that the server finds all or nothing. */
const JPEG = '\xff\xd8\xff'

describe('with an antivirus', () => {
  let test: TestApp
  let coop: TestCooperative
  let adviser: Caller
  let direction: Caller
  let personId: string
  let clamd: FakeClamd
  const signatures: string[] = []

  beforeAll(async () => {
    clamd = await fakeClamd(signatures)
    const scanner = clamdScanner({ host: clamd.host, port: clamd.port, timeoutMs: 300 })
    test = await createTestApp({ scanner })
    coop = await givenCooperative(test)
    personId = (await givenTester(test, coop, await givenScheme(test, coop))).personId
    adviser = await givenUser(test, coop, ['adviser'])
    direction = await givenUser(test, coop, ['direction'])
  })
  beforeEach(() => {
    signatures.length = 0
    clamd.behave('answer')
  })
  afterAll(async () => {
    await test.close()
    await clamd.close()
  })

  const add = async () =>
    call(test, adviser, 'POST /people/:personId/documents', {
      params: { personId },
      query: { kind: 'cv', fileName: 'cv.jpg' },
      body: await photoWithPlace(40, 20),
    })
  const read = (documentId: string) =>
    call(test, adviser, 'GET /documents/:documentId/versions/:version', {
      params: { documentId, version: '1' },
    })
  const stateOf = async (documentId: string) => {
    const { body } = await call(test, adviser, 'GET /people/:personId/documents', {
      params: { personId },
    })
    return body.documents.find(({ id }) => id === documentId)?.versions[0]?.state
  }
  const scans = async () => (await call(test, direction, 'GET /file-scans')).body
  const scanAgain = async () => {
    const [waiting] = await queryAsOwner<{ file_id: string }>(
      test,
      `select file_id from terreau.file_scan where state = 'waiting'`,
    )
    await scanFileJob.run(test.services, { cooperativeId: coop.id, fileId: waiting?.file_id })
  }

  it('a clean file is open at once', async () => {
    const { body } = await add()
    expect(await stateOf(body.documentId)).toBe('released')
    expect((await read(body.documentId)).status).toBe(200)
  })

  it('a file in which it finds something is not kept', async () => {
    signatures.push(JPEG)
    const refused = await add()
    expect(refused.problem.code).toBe('file-dangerous')
    const rows = await queryAsOwner(test, `select 1 from terreau.file_scan where state <> 'clean'`)
    expect(rows).toEqual([])
  })

  it('a file that it could not look at waits, and nobody opens it before', async () => {
    clamd.behave('silent')
    const { body } = await add()
    expect(await stateOf(body.documentId)).toBe('quarantine')
    expect((await read(body.documentId)).problem.code).toBe('file-in-quarantine')
    expect(await scans()).toEqual({ isConfigured: true, waiting: 1, infected: 0, unscanned: 0 })
    await expect(scanAgain()).rejects.toThrow()
    expect(await stateOf(body.documentId)).toBe('quarantine')
    clamd.behave('answer')
    await scanAgain()
    expect((await read(body.documentId)).status).toBe(200)
    expect(await scans()).toEqual({ isConfigured: true, waiting: 0, infected: 0, unscanned: 0 })
  })

  it('a file from before there was one is looked at the next night, and stays open until then', async () => {
    const [clean, bad] = [await add(), await add()]
    // Nothing was noted of a file while no antivirus was connected.
    await queryAsOwner(
      test,
      `delete from terreau.file_scan where file_id in (select v.file_id from terreau.document_version v
        where v.document_id = any($1))`,
      [[clean.body.documentId, bad.body.documentId]],
    )
    expect(await scans()).toMatchObject({ unscanned: 2 })
    expect((await read(bad.body.documentId)).status).toBe(200)
    await scanOlderFilesJob.run(test.services, { cooperativeId: coop.id })
    await scanOlderFilesJob.run(test.services, { cooperativeId: coop.id })
    const queued = await queryAsOwner<{ key: string }>(
      test,
      `select key from graphile_worker.jobs where key like 'scan:%' order by 1`,
    )
    expect(queued).toHaveLength(2)
    signatures.push(JPEG)
    for (const { key } of queued) {
      await scanFileJob.run(test.services, { cooperativeId: coop.id, fileId: key.slice(5) })
      signatures.length = 0
    }
    const states = [await stateOf(clean.body.documentId), await stateOf(bad.body.documentId)]
    expect(states.toSorted()).toEqual(['refused', 'released'])
    expect(await scans()).toMatchObject({ unscanned: 0, infected: 1 })
    await queryAsOwner(test, `delete from terreau.file_scan where state = 'infected'`)
  })

  it('a file in which it finds something later is never opened', async () => {
    clamd.behave('broken')
    const { body } = await add()
    clamd.behave('answer')
    signatures.push(JPEG)
    await scanAgain()
    expect(await stateOf(body.documentId)).toBe('refused')
    expect((await read(body.documentId)).problem.code).toBe('file-dangerous')
    expect(await scans()).toMatchObject({ waiting: 0, infected: 1 })
    await expect(
      queryAsOwner(test, `update terreau.file_scan set state = 'clean' where state = 'infected'`),
    ).rejects.toThrow('does not change')
  })
})

it('without an antivirus the product says so, and keeps its own rules', async () => {
  const test = await createTestApp()
  const direction = await givenUser(test, await givenCooperative(test), ['direction'])
  const { body } = await call(test, direction, 'GET /file-scans')
  expect(body).toEqual({ isConfigured: false, waiting: 0, infected: 0, unscanned: 0 })
  await test.close()
})
