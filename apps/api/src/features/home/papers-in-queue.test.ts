import type { Api } from '@terreau/protocol/api'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CLAUSES, givenReadyPerson, type TestPerson } from '../../../test/given-contract.ts'
import { givenScheme, givenTester, type TestScheme } from '../../../test/given-money.ts'
import { pdf } from '../../../test/hostile-files.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
  TODAY,
} from '../../../test/test-app.ts'

let test: TestApp
let coop: TestCooperative
let adviser: Caller
let scheme: TestScheme
let people = 0

beforeAll(async () => {
  test = await createTestApp()
})
beforeEach(async () => {
  test.setToday(TODAY)
  coop = await givenCooperative(test)
  adviser = await givenUser(test, coop, ['adviser'])
  scheme = await givenScheme(test, coop)
  people += 1
})
afterAll(() => test.close())

const rows = async (personId: string, kind: string) =>
  (await call(test, adviser, 'GET /home/queue', { query: { personId } })).body.items.filter(
    (item) => item.kind === kind,
  )

const PAPER: Api['POST /people/:personId/permits']['body'] = {
  kind: 'talent',
  number: '',
  validFrom: '2024-03-16',
  validUntil: '2028-03-15',
  originalSeenOn: null,
  authorisedFrom: null,
  authorisedUntil: null,
  documentIds: [],
}
const shows = (personId: string, over: Partial<typeof PAPER>) =>
  call(test, adviser, 'POST /people/:personId/permits', {
    params: { personId },
    body: { ...PAPER, ...over },
  })

describe('a hire being prepared', () => {
  async function givenCesa(
    startsOn: '2026-11-30' | '2026-12-28' | '2027-02-01',
  ): Promise<TestPerson> {
    const awa = await givenReadyPerson(test, coop, adviser, {
      givenName: 'Awa',
      familyName: `Ba ${people}`,
    })
    await shows(awa.personId, {})
    const made = await call(test, adviser, 'POST /people/:personId/cesa', {
      params: { personId: awa.personId },
      body: {
        activityId: awa.activityId,
        schemeId: scheme.id,
        startsOn,
        terms: CLAUSES,
      },
    })
    expect(made.status).toBe(200)
    return awa
  }
  const asks = (personId: string, doneOn: '2026-11-02' | '2026-12-24') =>
    call(test, adviser, 'POST /people/:personId/hire-checks', {
      params: { personId },
      body: { kind: 'prefecture', doneOn },
    })

  it('waits for the prefecture until somebody wrote to it, two working days before', async () => {
    const { personId } = await givenCesa('2026-11-30')
    expect(await rows(personId, 'ask-prefecture')).toMatchObject([
      {
        dueOn: '2026-11-27',
        consequence: 'legal-deadline',
        article: 'C. trav. R5221-41',
        latestSnoozeOn: '2026-11-27',
      },
    ])
    expect((await asks(personId, '2026-11-02')).status).toBe(200)
    expect(await rows(personId, 'ask-prefecture')).toEqual([])
  })

  it('counts the holidays of the seat, and leaves with a request that came late', async () => {
    await queryAsOwner(
      test,
      `update terreau.cooperative set seat_address = '1 quai des Bateliers, 67000 Strasbourg' where id = $1`,
      [coop.id],
    )
    const { personId } = await givenCesa('2026-12-28')
    expect(await rows(personId, 'ask-prefecture')).toMatchObject([{ dueOn: '2026-12-23' }])
    test.setToday('2026-12-24')
    expect(await rows(personId, 'ask-prefecture')).toMatchObject([{ group: 'today' }])
    await asks(personId, '2026-12-24')
    expect(await rows(personId, 'ask-prefecture')).toEqual([])
  })

  it('asks for nothing while an answer would be too old on the first day, nor of a citizen', async () => {
    const far = await givenCesa('2027-02-01')
    expect(await rows(far.personId, 'ask-prefecture')).toEqual([])
    test.setToday('2026-12-03')
    expect(await rows(far.personId, 'ask-prefecture')).toHaveLength(1)
    await shows(far.personId, { kind: 'french', validFrom: null, validUntil: null })
    expect(await rows(far.personId, 'ask-prefecture')).toEqual([])
  })

  it('sends nobody to the prefecture with a title that refuses the work, until another is shown', async () => {
    const { personId } = await givenCesa('2026-11-30')
    const check = async () => {
      const params = { personId }
      const { body } = await call(test, adviser, 'GET /people/:personId/clocks', { params })
      const deadlines = await call(test, adviser, 'GET /deadlines', {
        query: { kind: 'permit-check' },
      })
      return {
        clock: body.clocks.find(({ kind }) => kind === 'permit-check')?.state,
        deadlines: deadlines.body.deadlines.length,
        queue: (await rows(personId, 'ask-prefecture')).length,
      }
    }
    await shows(personId, { kind: 'entrepreneur' })
    expect(await check()).toEqual({ clock: 'not-applicable', deadlines: 0, queue: 0 })
    await shows(personId, { kind: 'employee' })
    expect(await check()).toEqual({ clock: 'running', deadlines: 1, queue: 1 })
  })
})

it('a permit that the person sent waits until staff have recorded what it says', async () => {
  const email = `envoi${people}@exemple.test`
  const { personId } = await givenTester(test, coop, scheme, { kind: 'CAPE', email })
  const tester = { ...(await givenUser(test, coop, [], { email })), personId }
  await shows(personId, {})
  const sent = await call(test, tester, 'POST /me/documents', {
    query: { kind: 'residence_permit', fileName: 'carte.pdf', expiresOn: '2030-03-15' },
    body: new Uint8Array(pdf()),
  })
  const params = { permitId: await permitOf(personId) }
  const body = { documentIds: [sent.body.documentId] }
  expect(await rows(personId, 'permit-to-read')).toMatchObject([{ targetId: personId }])
  const told = async () => (await call(test, tester, 'GET /me/right-to-work')).body.sentAt
  expect(await told()).not.toBeNull()
  await call(test, adviser, 'POST /permits/:permitId/scans', { params, body })
  expect(await told()).toBeNull()
  expect(await rows(personId, 'permit-to-read')).toEqual([])
  await call(test, tester, 'POST /me/documents', {
    query: { kind: 'renewal_receipt', fileName: 'recepisse.pdf', expiresOn: '2028-06-15' },
    body: new Uint8Array(pdf()),
  })
  expect(await rows(personId, 'permit-to-read')).toHaveLength(1)
  await call(test, adviser, 'POST /permits/:permitId/prolongations', {
    params,
    body: { kind: 'renewal_receipt', day: '2028-06-15' },
  })
  expect(await rows(personId, 'permit-to-read')).toEqual([])
})

it('a sent paper that nobody can read is refused: the person reads why, the one on record counts', async () => {
  const email = `flou${people}@exemple.test`
  const { personId } = await givenTester(test, coop, scheme, { kind: 'CAPE', email })
  const tester = { ...(await givenUser(test, coop, [], { email })), personId }
  await queryAsOwner(test, `update terreau.person set locale = 'en' where id = $1`, [personId])
  await shows(personId, {})
  const tasks = async () =>
    (await call(test, tester, 'GET /me/tasks')).body.items.map(({ kind }) => kind)
  const send = (expiresOn: '2030-03-15' | '2031-03-15') =>
    call(test, tester, 'POST /me/documents', {
      query: { kind: 'residence_permit', fileName: 'carte.pdf', expiresOn },
      body: new Uint8Array(pdf()),
    })
  const { documentId } = (await send('2030-03-15')).body
  const refuse = (reason: string) =>
    call(test, adviser, 'POST /documents/:documentId/refusal', {
      params: { documentId },
      body: { reason },
    })
  const own = async () => (await call(test, tester, 'GET /me/right-to-work')).body
  const sent = async () => {
    const asked = { params: { personId }, query: {} }
    const { body } = await call(test, adviser, 'GET /people/:personId/right-to-work', asked)
    return body.sentPapers
  }
  expect((await refuse(' ')).problem.errors).toMatchObject([{ pointer: '/body/reason' }])
  expect(await sent()).toEqual([{ documentId, isToRead: true, refusal: '' }])
  expect((await refuse('La photo est floue.')).status).toBe(204)
  expect(await rows(personId, 'permit-to-read')).toEqual([])
  expect(await own()).toMatchObject({
    sentAt: null,
    refusals: [{ reason: 'La photo est floue.' }],
    permit: { lastDay: '2028-03-15' },
  })
  expect((await refuse('Une autre fois.')).problem.code).toBe('version-changed')
  const mails = await queryAsOwner<{ to_address: string; locale: string; body: string }>(
    test,
    `select to_address, locale, body from terreau.mail where cooperative_id = $1 and template = 'permit-refused'`,
    [coop.id],
  )
  expect(mails).toMatchObject([{ to_address: email, locale: 'en' }])
  expect(mails[0]?.body).toContain('Why: La photo est floue.')
  expect(mails[0]?.body).toContain('/moi/titre')
  expect(await tasks()).toContain('permit-to-resend')
  const kept = await queryAsOwner(
    test,
    `select 1 from terreau.document d
       join terreau.document_version v on (v.cooperative_id, v.document_id) = (d.cooperative_id, d.id)
       join terreau.stored_file f on (f.cooperative_id, f.id) = (v.cooperative_id, v.file_id)
      where d.id = $1 and d.withdrawn_at is null and f.erased_at is null and length(f.bytes) > 0`,
    [documentId],
  )
  expect(kept).toHaveLength(1)
  const acts = await queryAsOwner<{ after: unknown }>(
    test,
    `select after from terreau.audit_entry where entity_id = $1 and action = 'permit.paper-refused'`,
    [personId],
  )
  expect(acts).toEqual([{ after: { documentId } }])
  await send('2031-03-15')
  expect(await own()).toMatchObject({ sentAt: expect.any(String), refusals: [] })
  expect(await tasks()).not.toContain('permit-to-resend')
  expect(await rows(personId, 'permit-to-read')).toHaveLength(1)
  expect(await sent()).toMatchObject([
    { isToRead: true, refusal: '' },
    { isToRead: false, refusal: 'La photo est floue.' },
  ])
})

const permitOf = async (personId: string) => {
  const { body } = await call(test, adviser, 'GET /people/:personId/right-to-work', {
    params: { personId },
    query: {},
  })
  return body.permit?.id ?? ''
}

describe('a permit without an end', () => {
  async function givenEndless() {
    const { personId } = await givenTester(test, coop, scheme, { kind: 'CAPE' })
    const { body } = await shows(personId, { kind: 'other', validUntil: null })
    return { personId, params: { permitId: body.id } }
  }
  const end = (params: { permitId: string }, validUntil: '2027-01-15' | null, reason: string) =>
    call(test, adviser, 'POST /permits/:permitId/end', { params, body: { validUntil, reason } })

  it('waits until staff write the day: then its end is followed like any other', async () => {
    const { personId, params } = await givenEndless()
    expect(await rows(personId, 'permit-without-end')).toMatchObject([{ targetId: personId }])
    expect((await end(params, '2027-01-15', '')).status).toBe(204)
    expect(await rows(personId, 'permit-without-end')).toEqual([])
    expect(await rows(personId, 'permit-ending')).toMatchObject([{ dueOn: '2027-01-15' }])
    expect((await end(params, null, 'Trop tard')).problem.code).toBe('permit-end-known')
  })

  it('or why it has none, which is shown with it', async () => {
    const { personId, params } = await givenEndless()
    const silent = await end(params, null, ' ')
    expect(silent.problem.errors).toMatchObject([
      { pointer: '/body/reason', code: 'reason-missing' },
    ])
    expect((await end(params, null, 'Certificat de 10 ans, perdu')).status).toBe(204)
    expect(await rows(personId, 'permit-without-end')).toEqual([])
    const view = await call(test, adviser, 'GET /people/:personId/right-to-work', {
      params: { personId },
      query: {},
    })
    expect(view.body.permit).toMatchObject({
      isEndToState: false,
      noEndReason: 'Certificat de 10 ans, perdu',
    })
  })
})
