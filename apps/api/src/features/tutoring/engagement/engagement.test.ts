import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenTutoring } from '../../../../test/given-tutoring.ts'
import { queryAsOwner } from '../../../../test/query-as-owner.ts'
import { call, createTestApp, givenUser, type TestApp } from '../../../../test/test-app.ts'

let test: TestApp
let given: Awaited<ReturnType<typeof givenTutoring>>

beforeAll(async () => {
  test = await createTestApp()
  given = await givenTutoring(test)
  const body = given.session({ heldOn: '2026-11-02', minutes: 90 })
  const logged = await given.log(body)
  await given.confirm(logged.body.links)
  await given.sevenDaysLater()
  expect((await given.approve([{ id: body.id, version: 1 }])).status).toBe(200)
  await given.log(given.session({ heldOn: '2026-11-04', minutes: 45 }))
})
afterAll(() => test.close())

const mine = async () =>
  (await call(test, given.tutor, 'GET /me/tutoring/engagement', { query: { year: 2026 } })).body
const state = (body: { declaredOn: string | null; isGeneralInterest: boolean | null }) =>
  call(test, given.adviser, 'PUT /tutoring/hosts/:hostId/engagement', {
    params: { hostId: given.hostId },
    body,
  })
const role = (as = given.adviser) =>
  call(test, as, 'PUT /tutoring/hosts/:hostId/engagement/roles', {
    params: { hostId: given.hostId },
    body: { year: 2026, personId: given.tutorId, role: 'supervises' },
  })

describe('the meter of the citizen account', () => {
  it('says plainly that tutoring alone does not count', async () => {
    expect(await mine()).toMatchObject({
      verdict: 'not-concerned',
      minutes: 0,
      hosts: [
        {
          minutes: 90,
          role: 'none',
          refusals: ['no-role', 'declaration-unknown', 'purpose-unknown'],
        },
      ],
    })
  })

  it('counts approved hours once the role and the association are known', async () => {
    expect(
      (await state({ declaredOn: '2099-01-01', isGeneralInterest: true })).problem.errors,
    ).toEqual([{ pointer: '/body/declaredOn', code: 'date-in-future' }])
    expect((await state({ declaredOn: '2018-03-01', isGeneralInterest: true })).status).toBe(204)
    expect((await role()).status).toBe(204)
    expect(await mine()).toMatchObject({
      verdict: 'hours-missing',
      minutes: 90,
      leastMinutes: 12_000,
    })
    const seen = await call(test, given.adviser, 'GET /tutoring/hosts/:hostId/engagement', {
      params: { hostId: given.hostId },
      query: { year: 2026 },
    })
    expect(seen.body).toEqual({
      declaredOn: '2018-03-01',
      isGeneralInterest: true,
      people: [
        { personId: given.tutorId, personName: 'Moussa Traoré', minutes: 90, role: 'supervises' },
      ],
    })
  })

  it('lets nobody state their own role', async () => {
    const self = await givenUser(test, given.cooperative, ['adviser'], { personId: given.tutorId })
    expect((await role(self)).problem.code).toBe('tutoring-own-hours')
  })
})

describe('the evidence sheet', () => {
  it('tells approved sessions with their skill and who confirmed, by initials', async () => {
    const answer = await call(test, given.tutor, 'GET /me/tutoring/evidence', {
      query: { year: 2026 },
    })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const text = textOf(await answer.bytes())
    expect(text).toContain('Calculer un prix et une marge')
    expect(text).toContain('1 h 30')
    expect(text).toContain('A. T.')
    expect(text).not.toContain('Awa')
    expect(text).not.toContain('45 min')
  })

  it('does not exist for a year without an approved hour, nor for hours that were paid', async () => {
    const none = await call(test, given.tutor, 'GET /me/tutoring/evidence', {
      query: { year: 2025 },
    })
    expect(none.problem.code).toBe('attestation-nothing-to-attest')
    await queryAsOwner(
      test,
      `update terreau.tutoring_session set kind = 'paid' where cooperative_id = $1`,
      [given.cooperative.id],
    )
    const paid = await call(test, given.tutor, 'GET /me/tutoring/evidence', {
      query: { year: 2026 },
    })
    expect(paid.problem.code).toBe('attestation-nothing-to-attest')
  })
})

function textOf(input: Uint8Array): string {
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' }).replaceAll(
    /[\u00a0\u202f]/g,
    ' ',
  )
}
