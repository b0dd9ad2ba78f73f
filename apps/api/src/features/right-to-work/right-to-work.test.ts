import { randomUUID } from 'node:crypto'
import { localDate } from '@terreau/domain/time/local-date'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenScheme, givenTester } from '../../../test/given-money.ts'
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
} from '../../../test/test-app.ts'
import { rotateKeys } from '../../cli/keys-command.ts'
import { rightToWorkFor } from './index.ts'

const [NUMBER, NIR] = ['7503ZQ8842', '2 55 08 14 168 025 38']
const IBAN = 'FR76 3000 6000 0112 3456 7890 189'

let test: TestApp
let coop: TestCooperative
let adviser: Caller
let accountant: Caller
let scheme: Awaited<ReturnType<typeof givenScheme>>

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test)
  scheme = await givenScheme(test, coop)
  adviser = await givenUser(test, coop, ['adviser'])
  accountant = await givenUser(test, coop, ['accountant'])
})
afterAll(() => test.close())

const givenPerson = async (kind: 'CAPE' | 'CESA' = 'CAPE') =>
  (await givenTester(test, coop, scheme, { kind })).personId

const paper = {
  kind: 'job_search_creation' as const,
  number: NUMBER,
  validFrom: '2026-02-01',
  validUntil: '2027-01-31',
  originalSeenOn: '2026-10-30',
  authorisedFrom: null,
  authorisedUntil: null,
}
const record = (personId: string, more: Partial<typeof paper> | { kind: 'employee' } = {}) =>
  call(test, adviser, 'POST /people/:personId/permits', {
    params: { personId },
    body: { ...paper, ...more },
    key: randomUUID(),
  })
const read = (personId: string, on = '2026-11-09', by = adviser) =>
  call(test, by, 'GET /people/:personId/right-to-work', { params: { personId }, query: { on } })
const answers = async (personId: string, on?: string) =>
  Object.fromEntries(
    (await read(personId, on)).body.answers.map((answer) => [answer.contract, answer.verdict]),
  )

describe('the right to work of a person', () => {
  it('is to check until a paper is recorded, and is asked again when CAPE becomes CESA', async () => {
    const personId = await givenPerson()
    expect(await answers(personId)).toEqual({ CAPE: 'check', CESA: 'check' })
    await record(personId)
    expect(await answers(personId)).toEqual({ CAPE: 'yes', CESA: 'check' })
    const { body } = await read(personId)
    expect(body.askBefore).toBe('2026-11-06')
    expect(body.answers[1]?.points.map((point) => [point.code, point.article])).toEqual([
      ['kind-allows', 'C. trav. R5221-2, 13°'],
      ['prefecture-not-asked', 'C. trav. R5221-41'],
    ])
  })

  it('keeps the request to the préfet of the seat, and silence only after two working days', async () => {
    const personId = await givenPerson()
    await record(personId)
    const asked = await call(test, adviser, 'POST /people/:personId/hire-checks', {
      params: { personId },
      body: { kind: 'prefecture', doneOn: '2026-10-30' },
    })
    const answer = (answeredOn: string) =>
      call(test, adviser, 'POST /hire-checks/:checkId/answer', {
        params: { checkId: asked.body.id },
        body: { answer: 'no_answer', answeredOn },
      })
    // 1 November is a Sunday and a holiday: Saturday 31 and Monday 2 are the two days.
    expect((await answer('2026-11-02')).problem).toMatchObject({
      code: 'silence-too-early',
      params: { until: '2026-11-02' },
    })
    test.setToday('2026-11-03')
    expect((await answer('2026-11-03')).status).toBe(204)
    expect((await answer('2026-11-03')).problem.code).toBe('hire-check-answered')
    expect(await answers(personId)).toEqual({ CAPE: 'yes', CESA: 'yes' })
    test.setToday('2026-11-02')
    const { body } = await read(personId)
    expect(body.checks[0]).toMatchObject({ department: '93', answer: 'no_answer' })
  })

  it('is decided by a person with a reason, for the paper that was read and no other', async () => {
    const personId = await givenPerson()
    await record(personId, { kind: 'employee' })
    const asked = { personId, contractKind: 'CESA', on: localDate('2026-11-09') } as const
    const found = () => asCommand(test, coop.id, (ctx, tx) => rightToWorkFor(tx, ctx, asked))
    expect(await found()).toMatchObject({
      verdict: 'no',
      stop: 'right-to-work-undecided',
      decision: null,
    })
    const body = {
      contract: 'CESA',
      on: '2026-11-09',
      decision: 'may_work',
      reason: 'Autorisation obtenue ce jour, numéro au dossier',
    } as const
    const decide = (reason: string) =>
      call(test, adviser, 'POST /people/:personId/work-decisions', {
        params: { personId },
        body: { ...body, reason },
      })
    expect((await decide(' ')).problem.code).toBe('request-invalid')
    // Before a hire no decision stands in for the préfet: the request, then the answer or the silence.
    expect((await decide(body.reason)).problem.code).toBe('prefecture-comes-first')
    const request = await call(test, adviser, 'POST /people/:personId/hire-checks', {
      params: { personId },
      body: { kind: 'prefecture', doneOn: '2026-11-02' },
    })
    expect((await decide(body.reason)).problem.params).toEqual({ articles: 'C. trav. R5221-42' })
    await call(test, adviser, 'POST /hire-checks/:checkId/answer', {
      params: { checkId: request.body.id },
      body: { answer: 'authentic', answeredOn: '2026-11-02' },
    })
    await decide(body.reason)
    expect(await found()).toMatchObject({
      stop: null,
      decision: { decision: 'may_work', decidedBy: 'adviser' },
    })
    await record(personId, { kind: 'employee' })
    expect(await found()).toMatchObject({ stop: 'right-to-work-undecided' })
  })

  it('is decided by people alone for whoever is hired already, and against the person at any time', async () => {
    const [employee, candidate] = [await givenPerson('CESA'), await givenPerson()]
    for (const personId of [employee, candidate]) await record(personId)
    const asked = { contract: 'CESA', on: '2026-11-09', reason: 'Carte relue' } as const
    const decide = (personId: string, decision: 'may_work' | 'may_not_work') => {
      const given = { params: { personId }, body: { ...asked, decision } }
      return call(test, adviser, 'POST /people/:personId/work-decisions', given)
    }
    expect((await decide(employee, 'may_work')).status).toBe(200)
    expect((await decide(candidate, 'may_work')).problem.code).toBe('prefecture-comes-first')
    expect((await decide(candidate, 'may_not_work')).status).toBe(200)
  })

  it('moves its last day with a recorded fact only', async () => {
    const personId = await givenPerson()
    const { body } = await record(personId)
    const params = { permitId: body.id }
    const prolong = (kind: 'three_months' | 'renewal_receipt', day: string) =>
      call(test, adviser, 'POST /permits/:permitId/prolongations', { params, body: { kind, day } })
    const refusal = async (kind: Parameters<typeof prolong>[0], day: string) =>
      (await prolong(kind, day)).problem.errors?.[0]?.code
    expect(await refusal('three_months', '2026-12-01')).toBe('date-in-future')
    expect(await refusal('renewal_receipt', '2207-04-30')).toBe('paper-end-unlikely')
    expect((await prolong('renewal_receipt', '2027-04-30')).body.until).toBe('2027-04-30')
    const moved = { validUntil: '2027-01-31', lastDay: '2027-04-30', alert: null }
    expect((await read(personId)).body.permit).toMatchObject(moved)
  })

  it('is recorded with its scans, which two roles open with a reason that the person reads', async () => {
    const personId = await givenPerson()
    const keep = async (kind: 'residence_permit' | 'cv', owner = personId) =>
      (
        await call(test, adviser, 'POST /people/:personId/documents', {
          params: { personId: owner },
          query: {
            kind,
            fileName: 'recto.jpg',
            ...(kind === 'cv' ? {} : { expiresOn: '2027-01-31' }),
          },
          body: await photoWithPlace(40, 20),
        })
      ).body.documentId
    const sides = [await keep('residence_permit'), await keep('residence_permit')]
    const withScans = (documentIds: string[]) =>
      call(test, adviser, 'POST /people/:personId/permits', {
        params: { personId },
        body: { ...paper, documentIds },
      })
    expect((await withScans([await keep('cv')])).problem.code).toBe('document-kind-not-accepted')
    const others = await keep('residence_permit', await givenPerson())
    expect((await withScans([others])).status).toBe(404)
    expect((await withScans(sides)).status).toBe(200)
    const { permit } = (await read(personId)).body
    expect(permit?.scanIds.toSorted()).toEqual(sides.toSorted())
    const later = await keep('residence_permit')
    const ofPaper = { permitId: permit?.id ?? '' }
    const addScans = (documentIds: string[]) =>
      call(test, adviser, 'POST /permits/:permitId/scans', {
        params: ofPaper,
        body: { documentIds },
      })
    expect((await addScans([await keep('cv')])).problem.code).toBe('document-kind-not-accepted')
    expect((await addScans([others])).status).toBe(404)
    expect((await addScans([later])).status).toBe(204)
    expect((await addScans([later])).status).toBe(204)
    expect((await read(personId)).body.permit?.scanIds).toHaveLength(3)
    const look = (by: Caller) =>
      call(test, by, 'POST /documents/:documentId/versions/:version/look', {
        params: { documentId: permit?.scanIds[0] ?? '', version: '1' },
        body: { reason: 'Vérifier la date de fin' },
      })
    expect((await look(accountant)).status).toBe(403)
    expect((await look(adviser)).headers.get('content-type')).toBe('image/jpeg')
    const tester = await givenUser(test, coop, ['tester'], { personId })
    expect((await call(test, tester, 'GET /me/looks')).body.looks).toMatchObject([
      { what: 'residence_permit', reason: 'Vérifier la date de fin', by: 'adviser' },
    ])
  })

  it('keeps the paper that proves a step, with the step or later, of the right kind', async () => {
    const personId = await givenPerson()
    const keep = async (kind: 'prefecture_proof' | 'job_seeker_registration') =>
      (
        await call(test, adviser, 'POST /people/:personId/documents', {
          params: { personId },
          query: { kind, fileName: 'preuve.jpg' },
          body: await photoWithPlace(40, 20),
        })
      ).body.documentId
    const [asked, registration] = [
      await keep('prefecture_proof'),
      await keep('job_seeker_registration'),
    ]
    const note = (kind: 'prefecture' | 'job_seeker', documentId?: string) =>
      call(test, adviser, 'POST /people/:personId/hire-checks', {
        params: { personId },
        body: { kind, doneOn: '2026-10-30', ...(documentId && { documentId }) },
      })
    expect((await note('prefecture', registration)).problem.code).toBe('document-kind-not-accepted')
    expect((await note('prefecture', asked)).status).toBe(200)
    const check = await note('job_seeker')
    const prove = (documentId: string) =>
      call(test, adviser, 'POST /hire-checks/:checkId/proof', {
        params: { checkId: check.body.id },
        body: { documentId },
      })
    expect((await prove(asked)).problem.code).toBe('document-kind-not-accepted')
    expect((await prove(registration)).status).toBe(204)
    const { checks } = (await read(personId)).body
    expect(new Map(checks.map((one) => [one.kind, one.documentId]))).toEqual(
      new Map([
        ['prefecture', asked],
        ['job_seeker', registration],
      ]),
    )
  })

  it('says at its field what a paper lacks', async () => {
    const answer = await record(await givenPerson(), { validUntil: '2026-01-31' })
    expect(answer.problem.errors).toEqual([
      { pointer: '/body/validUntil', code: 'ends-before-start' },
    ])
  })
})

describe('guarded numbers', () => {
  it('are masked, shown with a reason, and every look is told to the person', async () => {
    const personId = await givenPerson()
    const tester = await givenUser(test, coop, ['tester'], { personId })
    const { body } = await record(personId)
    const seen = await read(personId)
    expect(seen.body.permit?.maskedNumber).toBe('••••842')
    expect(JSON.stringify(seen.body)).not.toContain(NUMBER)
    const look = (reason: string, by = adviser) =>
      call(test, by, 'POST /permits/:permitId/number-look', {
        params: { permitId: body.id },
        body: { reason },
        key: randomUUID(),
      })
    expect((await look('')).problem.code).toBe('request-invalid')
    expect((await look('Demande à la préfecture')).body).toEqual({
      value: NUMBER,
      shownSeconds: 20,
    })
    const own = await call(test, tester, 'GET /me/looks')
    expect(own.body.looks).toMatchObject([
      { what: 'permit_number', reason: 'Demande à la préfecture', by: 'adviser' },
    ])
    const permit = (await call(test, tester, 'GET /me/right-to-work')).body.permit
    expect(permit).toMatchObject({ lastDay: '2027-01-31', alert: 90 })
  })

  it('of permits are for two roles; those for pay are for those who pay', async () => {
    const personId = await givenPerson()
    const { body } = await record(personId)
    for (const role of ['accountant', 'observer', 'tutor', 'tester'] as const) {
      const caller = await givenUser(test, coop, [role])
      expect((await read(personId, '2026-11-09', caller)).status).toBe(403)
      const look = await call(test, caller, 'POST /permits/:permitId/number-look', {
        params: { permitId: body.id },
        body: { reason: 'curieux' },
      })
      expect(look.status).toBe(403)
    }
    const numbers = await call(test, adviser, 'GET /people/:personId/numbers', {
      params: { personId },
    })
    expect(numbers.status).toBe(403)
  })

  it('are refused unless their own key is right, and the NIR unless a CESA needs it', async () => {
    const cape = await givenPerson()
    const cesa = await givenPerson('CESA')
    const enter = (personId: string, kind: 'nir' | 'iban', value: string) =>
      call(test, accountant, 'PUT /people/:personId/numbers/:kind', {
        params: { personId, kind },
        body: { value },
      })
    expect((await enter(cape, 'nir', NIR)).problem.code).toBe('nir-not-needed')
    expect((await enter(cesa, 'nir', '2 55 08 14 168 025 39')).problem.errors?.[0]?.code).toBe(
      'nir-wrong',
    )
    expect((await enter(cesa, 'nir', NIR)).body).toEqual({ isKnownElsewhere: false })
    expect((await enter(cape, 'iban', IBAN)).body).toEqual({ isKnownElsewhere: false })
    expect((await enter(cesa, 'iban', IBAN)).body).toEqual({ isKnownElsewhere: true })
  })

  it('are in no raw row, and open nowhere but in their own', async () => {
    const tables = await queryAsOwner<{ name: string }>(
      test,
      `select table_name as name from information_schema.tables where table_schema = 'terreau'`,
    )
    const seeded = [NUMBER, NIR.replaceAll(' ', ''), IBAN.replaceAll(' ', '')]
    const holding: string[] = []
    for (const { name } of tables) {
      const rows = await queryAsOwner<{ row: string }>(
        test,
        `select t::text as row from terreau."${name}" t`,
      )
      const raw = rows.map(({ row }) => row.replaceAll(' ', '')).join('\n')
      if (seeded.some((value) => raw.includes(value))) holding.push(name)
    }
    expect(holding).toEqual([])
    const [first, second] = await queryAsOwner<{ id: string; person_id: string }>(
      test,
      `select id, person_id from terreau.permit where number_sealed is not null and replaced_at is null`,
    )
    await queryAsOwner(
      test,
      `update terreau.permit set number_sealed = (select number_sealed from terreau.permit where id = $1)
        where id = $2`,
      [first?.id, second?.id],
    )
    const moved = await call(test, adviser, 'POST /permits/:permitId/number-look', {
      params: { permitId: second?.id ?? '' },
      body: { reason: 'ligne copiée' },
    })
    expect(moved.status).toBe(500)
    await queryAsOwner(test, 'update terreau.permit set number_sealed = null where id = $1', [
      second?.id,
    ])
  })

  it('keep opening while both keys change under load', async () => {
    const people = await Promise.all([0, 1, 2].map(() => givenPerson()))
    const permits = await Promise.all(people.map((personId) => record(personId)))
    let isRotating = true
    const failures: number[] = []
    const load = permits.map(async ({ body }) => {
      while (isRotating) {
        const look = await call(test, adviser, 'POST /permits/:permitId/number-look', {
          params: { permitId: body.id },
          body: { reason: 'pendant la rotation' },
        })
        if (look.status !== 200 || look.body.value !== NUMBER) failures.push(look.status)
        await record(await givenPerson())
      }
    })
    for (const _ of [1, 2]) await rotateKeys(test.services)
    isRotating = false
    await Promise.all(load)
    expect(failures).toEqual([])
    await rotateKeys(test.services)
    const left = await queryAsOwner<{ key: string }>(
      test,
      `select distinct split_part(number_sealed, '.', 1) as key from terreau.permit
        where number_sealed is not null`,
    )
    expect(left).toEqual([{ key: 'd4' }])
    const wrapped = await queryAsOwner<{ key: string }>(
      test,
      `select distinct split_part(wrapped, '.', 1) as key from terreau.data_key`,
    )
    expect(wrapped).toEqual([{ key: 'k4' }])
  })
})
