import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenSetting } from '../../../test/given-money.ts'
import { givenTutoring } from '../../../test/given-tutoring.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenUser,
  runJob,
  type TestApp,
} from '../../../test/test-app.ts'
import { attestationBatchJob } from './batches/issue-batch.job.ts'

const MONTHS = ['2026-09', '2026-11']

let test: TestApp
let given: Awaited<ReturnType<typeof givenTutoring>>
let tester: Caller
let director: Caller

beforeAll(async () => {
  test = await createTestApp()
  given = await givenTutoring(test)
  tester = await givenUser(test, given.cooperative, ['tester'], { personId: given.tuteeId })
  director = await givenUser(test, given.cooperative, ['direction'])
  await interviewOn('2026-10-06', 'held')
  await interviewOn('2026-10-20', 'cancelled')
  await metOn('2026-09-03', true)
  await metOn('2026-09-10', false)
  const sure = await given.log(given.session({ heldOn: '2026-11-01' }))
  await given.confirm(sure.body.links)
  const denied = await given.log(given.session({ heldOn: '2026-10-31' }))
  await given.confirm(denied.body.links, { answer: 'no', what: null })
  await given.log(given.session({ heldOn: '2026-10-30' }))
})
afterAll(() => test.close())

function interviewOn(heldOn: string, state: 'held' | 'cancelled') {
  const { cooperative, tuteeId, adviser } = given
  return queryAsOwner(
    test,
    `insert into terreau.support_interview (cooperative_id, id, number, person_id, held_on, conductor_id, way, report, state)
     values ($1, $2, $3, $4, $5, $6, 'video', '{"review": "Des ventes en hausse."}', $7)`,
    [cooperative.id, randomUUID(), `ENT-${heldOn}`, tuteeId, heldOn, adviser.userId, state],
  )
}

/** An information meeting to which the person was invited by name, before there was a file. */
async function metOn(heldOn: string, came: boolean) {
  const { cooperative, tuteeId } = given
  await queryAsOwner(
    test,
    `with guest as (
       insert into terreau.lead (cooperative_id, id, given_name, family_name, search_name, email, consented_on,
                origin, stage, last_contact_on, person_id)
       values ($1, $2, 'Awa', 'Sow', 'awa sow', 'awa@exemple.test', $3, 'web', 'admitted', $3, $4)
       on conflict (cooperative_id, person_id) where person_id is not null do update set locale = 'fr'
       returning id),
     meeting as (
       insert into terreau.info_meeting (cooperative_id, id, held_on, starts_at, place, created_by)
       values ($1, $5, $3, '14:00', 'Montreuil', 'test') returning id)
     insert into terreau.info_meeting_guest (cooperative_id, meeting_id, lead_id, invited_by, came)
     select $1, meeting.id, guest.id, 'test', $6 from meeting, guest`,
    [cooperative.id, randomUUID(), heldOn, tuteeId, randomUUID(), came],
  )
}

const facts = async (months: readonly string[] = MONTHS) =>
  (
    await call(test, given.adviser, 'GET /attestations/facts', {
      query: { kind: 'attendance', personId: given.tuteeId, months: months.join(',') },
    })
  ).body
const blockers = ({ missing }: Awaited<ReturnType<typeof facts>>) =>
  missing.flatMap(({ code, isBlocking }) => (isBlocking ? [code] : []))
const issue = (body: object = {}) =>
  call(test, given.adviser, 'POST /attestations', {
    body: {
      kind: 'attendance',
      personId: given.tuteeId,
      months: MONTHS,
      locale: 'fr',
      ...body,
    },
  })
const detail = async (attestationId: string) =>
  (
    await call(test, given.adviser, 'GET /attestations/:attestationId', {
      params: { attestationId },
    })
  ).body

async function textOf(attestationId: string): Promise<string> {
  const answer = await call(test, given.adviser, 'GET /attestations/:attestationId/document', {
    params: { attestationId },
  })
  return execFileSync('pdftotext', ['-layout', '-', '-'], {
    input: await answer.bytes(),
    encoding: 'utf8',
  }).replaceAll(/\s+/g, ' ')
}

describe('a certificate of attendance', () => {
  it('is not given, and cannot be asked for, until the cooperative opens it', async () => {
    expect(blockers(await facts())).toEqual(['attendance-not-opened'])
    expect((await issue()).problem.code).toBe('attestation-nothing-to-attest')
    const offered = await call(test, tester, 'GET /me/attestation-requests')
    expect(offered.body.kinds).not.toContain('attendance')
    const asked = await call(test, tester, 'POST /me/attestation-requests', {
      body: { kind: 'attendance' },
    })
    expect(asked.problem.code).toBe('attestation-nothing-to-attest')
    await givenSetting(test, given.cooperative, { key: 'attendance_certificates', value: '1' })
    const opened = await call(test, tester, 'GET /me/attestation-requests')
    expect(opened.body.kinds).toContain('attendance')
  })

  it('lists what took place and was noted, or what the person confirmed, and nothing else', async () => {
    const { lines, months, canIssue } = await facts()
    expect(canIssue).toBe(true)
    expect(months.map(({ month }) => month)).toEqual(['2026-09', '2026-10', '2026-11'])
    const days = lines.filter(({ format, key }) => format === 'date' && key !== 'bornOn')
    expect(days.map(({ key, value }) => `${key} ${value}`)).toEqual([
      'periodFrom 2026-09-01',
      'periodTo 2026-11-02',
      'infoMeetingOn 2026-09-03',
      'interviewOn 2026-10-06',
      'tutoringOn 2026-11-01',
    ])
  })

  it('prints the days within the months, never what was said, and answers who asked', async () => {
    await call(test, tester, 'POST /me/attestation-requests', {
      body: { kind: 'attendance', monthsWanted: 3 },
    })
    const issued = await issue()
    expect(issued.status).toBe(200)
    const text = await textOf(issued.body.id)
    expect(text).toContain('du 1er septembre 2026 au 2 novembre 2026')
    for (const day of ['3 septembre 2026', '6 octobre 2026', '1er novembre 2026'])
      expect(text).toContain(day)
    expect(text).not.toMatch(/20 octobre|10 septembre|3[01] octobre|ventes|Moussa/)
    expect((await call(test, tester, 'GET /me/attestation-requests')).body.requests).toEqual([])
    const kept = await detail(issued.body.id)
    expect(kept).toMatchObject({ periodStart: '2026-09-01', periodEnd: '2026-11-02' })
    expect(kept.keyFigures).toEqual([{ key: 'meetings', value: '3' }])
    expect(kept.snapshot.lines).toContainEqual({
      key: 'interviewOn',
      format: 'date',
      value: '2026-10-06',
    })
  })

  it('says that there was none in months without any', async () => {
    expect(blockers(await facts(['2026-08']))).toEqual(['no-attendance'])
  })
})

describe('an English copy', () => {
  it('follows the French text under the same number, and is kept as chosen', async () => {
    const issued = await issue({ copy: 'en' })
    expect(issued.status).toBe(200)
    const text = await textOf(issued.body.id)
    expect(text).toContain('Attestation de présence')
    expect(text).toContain('Certificate of attendance')
    expect(text.match(new RegExp(issued.body.number, 'g'))?.length).toBeGreaterThanOrEqual(4)
    expect(await detail(issued.body.id)).toMatchObject({
      locale: 'fr',
      copyLocale: 'en',
      isIntact: true,
    })
    const replaced = await call(test, director, 'POST /attestations/:attestationId/replacement', {
      params: { attestationId: issued.body.id },
      body: { months: MONTHS, locale: 'fr', copy: 'en', reason: 'Une date était fausse' },
    })
    expect(replaced.status).toBe(200)
    expect(await detail(replaced.body.id)).toMatchObject({ copyLocale: 'en' })
  })

  it('is what a batch gives to a person who reads English', async () => {
    await queryAsOwner(test, `update terreau.person set locale = 'en' where id = $1`, [
      given.tuteeId,
    ])
    const { body: batch } = await call(test, director, 'POST /attestation-batches', {
      body: { kind: 'attendance', months: MONTHS, personIds: [given.tuteeId] },
    })
    const cooperativeId = given.cooperative.id
    await runJob(test, attestationBatchJob, { cooperativeId, batchId: batch.id })
    const { body } = await call(test, director, 'GET /attestation-batches/:batchId', {
      params: { batchId: batch.id },
    })
    expect(body.counts).toEqual({ total: 1, issued: 1, failed: 0 })
    expect(await detail(body.items[0]?.attestationId ?? '')).toMatchObject({
      locale: 'fr',
      copyLocale: 'en',
    })
  })

  it.each([[{ locale: 'en', copy: 'en' }], [{ kind: 'cape_period', months: [], copy: 'en' }]])(
    'is refused beside %j, at its field',
    async (body) => {
      const refused = await issue(body)
      expect(refused.problem.errors).toEqual([{ pointer: '/body/copy', code: 'field-unknown' }])
    },
  )
})
