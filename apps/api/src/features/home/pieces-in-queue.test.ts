import { localDate } from '@terreau/domain/time/local-date'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { givenScheme, givenTester } from '../../../test/given-money.ts'
import { pdf } from '../../../test/hostile-files.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  asCommand,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
} from '../../../test/test-app.ts'
import { insertContract } from '../contracts/index.ts'

let test: TestApp

beforeAll(async () => {
  test = await createTestApp()
})
afterAll(() => test.close())

it('asks no pieces of whoever has left, until a new contract is begun', async () => {
  const cooperative = await givenCooperative(test)
  const adviser = await givenUser(test, cooperative, ['adviser'])
  const direction = await givenUser(test, cooperative, ['direction'])
  const scheme = await givenScheme(test, cooperative)
  const awa = await givenTester(test, cooperative, scheme, { kind: 'CAPE', endsOn: '2026-12-31' })
  await call(test, direction, 'POST /piece-kinds/proposal')
  const params = { personId: awa.personId }
  const listed = (await call(test, adviser, 'GET /piece-kinds')).body
  const body = { kindIds: listed.slice(0, 2).map(({ id }) => id) }
  await call(test, adviser, 'POST /people/:personId/pieces', { params, body })
  const kept = await call(test, adviser, 'POST /people/:personId/documents', {
    params,
    query: { kind: 'job_seeker_registration', fileName: 'inscription.pdf' },
    body: new Uint8Array(pdf()),
  })
  await queryAsOwner(
    test,
    `update terreau.piece set state = 'accepted', expires_on = '2026-10-31', document_id = $3,
            received_at = '2026-10-01'
      where person_id = $1 and kind_id = $2`,
    [awa.personId, body.kindIds[0], kept.body.documentId],
  )
  const kinds = async () =>
    (await call(test, adviser, 'GET /home/queue', { query: { personId: awa.personId } })).body.items
      .map(({ kind }) => kind)
      .filter((kind) => kind === 'piece-to-check' || kind === 'welcome-to-finish')
      .toSorted()
  expect(await kinds()).toEqual(['piece-to-check', 'welcome-to-finish'])
  await queryAsOwner(
    test,
    `update terreau.contract set ends_on = '2026-11-01' where person_id = $1`,
    [awa.personId],
  )
  expect(await kinds()).toEqual([])
  await asCommand(test, cooperative.id, async (ctx, tx) => {
    const next = { kind: 'CAPE' as const, schemeId: scheme.id, state: 'draft' as const }
    const days = { startsOn: localDate('2026-12-01'), endsOn: localDate('2027-05-31') }
    await insertContract(tx, ctx, { ...awa, ...next, ...days })
  })
  expect(await kinds()).toEqual(['piece-to-check', 'welcome-to-finish'])
})
