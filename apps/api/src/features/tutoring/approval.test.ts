import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readChecks } from '@terreau/db/checks'
import { formatCents, formatMinutes } from '@terreau/i18n/format'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { amendmentOf, givenTutoring, tokenOf } from '../../../test/given-tutoring.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import { call, createTestApp, givenUser, type TestApp } from '../../../test/test-app.ts'

let test: TestApp
let t: Awaited<ReturnType<typeof givenTutoring>>

beforeAll(async () => {
  test = await createTestApp()
  t = await givenTutoring(test)
})
afterAll(() => test.close())

describe('a group session', () => {
  it('counts the tutor once and each person who said yes', async () => {
    const others = [await t.givenPerson('Kofi'), await t.givenPerson('Lamine')]
    for (const person of others) await t.pair(person)
    const body = t.session({ heldOn: '2026-09-10', tuteeIds: [t.tuteeId, ...others], minutes: 40 })
    const { links } = (await t.log({ ...body, travelMinutes: 25, checked: ['older-than-31-days'] }))
      .body
    expect(links).toHaveLength(3)
    await t.confirm(links.slice(0, 2))
    await t.sevenDaysLater()
    expect((await t.approve([{ id: body.id, version: 1 }])).body).toEqual({
      approved: 1,
      minutes: 40,
    })
    const months = await call(test, t.tutor, 'GET /me/tutoring/months')
    expect(months.body.find((m) => m.month === '2026-09')).toMatchObject({
      notedMinutes: 40,
      approvedMinutes: 40,
      travelMinutes: 25,
      tuteeNotedMinutes: 120,
      tuteeApprovedMinutes: 80,
    })
    const late = await t.ask(tokenOf(links[2]?.confirmationUrl))
    expect(late.body.mayAnswer).toBe(false)
  })

  it('is disputed when one of them does not agree', async () => {
    const kofi = await t.givenPerson('Kodjo')
    await t.pair(kofi)
    const body = t.session({ heldOn: '2026-10-06', tuteeIds: [t.tuteeId, kofi] })
    const { links } = (await t.log(body)).body
    await t.confirm(links.slice(0, 1))
    await t.confirm(links.slice(1), { answer: 'not_exactly', what: 'duration' })
    expect((await t.read(body.id)).session.state).toBe('disputed')
    const { body: queue } = await call(test, t.adviser, 'GET /home/queue', {
      query: { topic: 'tutoring' },
    })
    expect(queue.items.map((item) => item.targetId)).toContain(body.id)
    const settle = (outcome: 'ask_again' | 'set_aside', version: number) =>
      call(test, t.adviser, 'POST /tutoring/sessions/:sessionId/mediation', {
        params: { sessionId: body.id },
        body: { outcome, note: 'Vus ensemble.' },
        ifMatch: version,
      })
    expect((await settle('ask_again', 1)).status).toBe(204)
    expect((await t.read(body.id)).session).toMatchObject({ state: 'noted', version: 2 })
    expect((await settle('set_aside', 2)).problem.code).toBe('tutoring-act-not-allowed')
    await t.confirm(links.slice(0, 1), { answer: 'no', what: null }, 2)
    expect((await settle('set_aside', 2)).status).toBe(204)
    const { session: aside, mediations, answers } = await t.read(body.id)
    expect(aside.state).toBe('set_aside')
    expect(mediations.map((m) => m.outcome)).toEqual(['ask_again', 'set_aside'])
    expect(answers.map((a) => [a.version, a.answer])).toEqual([
      [1, 'yes'],
      [1, 'not_exactly'],
      [2, 'no'],
    ])
  })
})

describe('approval', () => {
  it('takes forty in one go, all or none, and says what stands in the way', async () => {
    const days = Array.from({ length: 20 }, (_, n) => `2026-08-${String(n + 1).padStart(2, '0')}`)
    const bodies = days.flatMap((heldOn) =>
      [540, 600].map((start) => ({
        id: randomUUID(),
        heldOn,
        start,
      })),
    )
    await queryAsOwner(
      test,
      `insert into terreau.tutoring_session (cooperative_id, id, tutor_person_id, held_on, start_minute, minutes, mode, kind,
         host_id, state, confirmed_count, firm_at)
       select $1, id, $2, held_on, start_minute, 60, 'phone', 'volunteer', $6, 'confirmed', 1, now() - interval '1 day'
         from unnest($3::uuid[], $4::date[], $5::integer[]) as w (id, held_on, start_minute)`,
      [
        t.cooperative.id,
        t.tutorId,
        bodies.map((b) => b.id),
        bodies.map((b) => b.heldOn),
        bodies.map((b) => b.start),
        t.hostId,
      ],
    )
    await queryAsOwner(
      test,
      `insert into terreau.tutoring_part (cooperative_id, session_id, tutor_person_id, tutee_person_id, answer, first_answered_at, answered_at)
       select $1, id, $2, $3, 'yes', now() - interval '8 days', now() - interval '8 days' from unnest($4::uuid[]) id`,
      [t.cooperative.id, t.tutorId, t.tuteeId, bodies.map((b) => b.id)],
    )
    const fresh = t.session({ heldOn: '2026-10-21' })
    await t.confirm((await t.log(fresh)).body.links)
    const noted = t.session({ heldOn: '2026-10-22' })
    await t.log(noted)
    const forty = bodies.map(({ id }) => ({ id, version: 1 }))
    const mixed = await t.approve([
      ...forty.slice(0, 2),
      { id: fresh.id, version: 1 },
      { id: noted.id, version: 1 },
      { id: forty[3]?.id ?? '', version: 7 },
    ])
    expect(mixed.problem.errors).toEqual([
      { pointer: '/body/sessions/2', code: 'tutoring-not-firm' },
      { pointer: '/body/sessions/3', code: 'tutoring-not-confirmed' },
      { pointer: '/body/sessions/4', code: 'version-changed' },
    ])
    const waiting = await call(test, t.adviser, 'GET /tutoring', { query: { view: 'to_approve' } })
    expect(waiting.body.sessions.filter((s) => s.heldOn.startsWith('2026-08'))).toHaveLength(40)
    expect((await t.approve(forty)).body).toEqual({ approved: 40, minutes: 2_400 })
    expect((await t.approve(forty.slice(0, 1))).problem.code).toBe('tutoring-not-approvable')
    const { body: all } = await call(test, t.adviser, 'GET /tutoring', {
      query: { view: 'approved' },
    })
    const shown = all.figures.find((f) => f.kind === 'volunteer')
    expect(shown?.approvedMinutes).toBe(2_440)
  })

  it('freezes a version: a correction is confirmed and approved anew', async () => {
    const body = t.session({ heldOn: '2026-10-23', minutes: 50 })
    await t.confirm((await t.log(body)).body.links)
    await t.sevenDaysLater()
    await t.approve([{ id: body.id, version: 1 }])
    const params = { sessionId: body.id }
    const corrected = await call(test, t.adviser, 'PUT /tutoring/sessions/:sessionId', {
      params,
      body: { ...amendmentOf(body), minutes: 55 },
      ifMatch: 1,
    })
    expect(corrected.status).toBe(204)
    const { session: now, approvals } = await t.read(body.id)
    expect(now).toMatchObject({ state: 'noted', version: 2, minutes: 55 })
    expect(approvals).toMatchObject([{ version: 1, minutes: 50, confirmedCount: 1 }])
  })

  it('refuses hours that cross approved ones, and one’s own', async () => {
    const first = t.session({ heldOn: '2026-10-26', startsAt: '10:00' })
    const second = t.session({ heldOn: '2026-10-26', startsAt: '10:30', checked: ['overlap'] })
    for (const body of [first, second]) await t.confirm((await t.log(body)).body.links)
    await t.sevenDaysLater()
    const both = [first, second].map(({ id }) => ({ id, version: 1 }))
    expect((await t.approve(both)).problem.errors?.map((e) => e.code)).toEqual([
      'tutoring-hours-cross',
      'tutoring-hours-cross',
    ])
    const self = await givenUser(test, t.cooperative, ['adviser'], { personId: t.tutorId })
    const own = await t.approve(both.slice(0, 1), self)
    expect(own.problem.errors?.map((e) => e.code)).toEqual(['tutoring-own-hours'])
  })
})

describe('the certificate of hours', () => {
  it('counts approved hours only, and is the same bytes each time', async () => {
    const body = t.session({ heldOn: '2026-07-15', minutes: 90, checked: ['older-than-31-days'] })
    const { links } = (await t.log(body)).body
    const certify = () =>
      call(test, t.tutor, 'POST /me/tutoring/certificates', {
        body: { from: '2026-07', to: '2026-07' },
      })
    await t.confirm(links)
    expect((await certify()).problem.code).toBe('attestation-nothing-to-attest')
    await t.sevenDaysLater()
    await t.approve([{ id: body.id, version: 1 }])
    const issued = await certify()
    expect(issued.status).toBe(200)
    const params = { attestationId: issued.body.attestationId }
    const route = 'GET /me/tutoring/certificates/:attestationId/document'
    const first = await (await call(test, t.tutor, route, { params })).bytes()
    const again = await (await call(test, t.tutor, route, { params })).bytes()
    expect(Buffer.from(first).subarray(0, 5).toString()).toBe('%PDF-')
    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true)
    await queryAsOwner(test, `update terreau.app_user set locale = 'en' where id = $1`, [
      t.tutor.userId,
    ])
    const both = await certify()
    const english = await call(test, t.tutor, route, { params: both.body })
    const text = execFileSync('pdftotext', ['-', '-'], { input: await english.bytes() }).toString()
    expect(text.match(/Sujets\s+Prix|Subjects\s+Prices/g)).toHaveLength(2)
    expect(text).toContain('The French text of this document')
    const toCome = await call(test, t.tutor, 'POST /me/tutoring/certificates', {
      body: { from: '2026-07', to: '2026-12' },
    })
    const [said] = await queryAsOwner(
      test,
      `select facts->'period'->>'endsOn' as ends_on, facts->'issue'->>'issuedOn' as issued_on
         from terreau.attestation where id = $1`,
      [toCome.body.attestationId],
    )
    expect(said?.ends_on).toBe(said?.issued_on)
    const other = await givenUser(test, t.cooperative, ['tutor'], {
      personId: await t.givenPerson('Sali'),
    })
    expect((await call(test, other, route, { params })).status).toBe(404)
  })
})

describe('the value of volunteer time', () => {
  const read = async (year = 2026) =>
    (
      await call(test, t.adviser, 'GET /tutoring/hosts/:hostId/valuation', {
        params: { hostId: t.hostId },
        query: { year },
      })
    ).body
  const choose = (body: {
    year: number
    method: 'smic' | 'smic_by_level'
    levels: { simple: string; skilled: string; expert: string } | null
    reason: string
  }) =>
    call(test, t.adviser, 'PUT /tutoring/hosts/:hostId/valuation', {
      params: { hostId: t.hostId },
      body: { employerRateBp: null, ...body },
    })

  it('counts approved hours at the rate of their month, by the method of the year', async () => {
    const without = await read()
    expect(without).toMatchObject({ choice: null, totalCents: null, entries: [] })
    expect(without.lines.every((line) => line.valueCents === null)).toBe(true)
    const levels = { simple: '3000', skilled: '3000', expert: '3000' }
    const missing = await choose({ year: 2026, method: 'smic_by_level', levels: null, reason: '' })
    expect(missing.problem.code).toBe('valuation-choice-incomplete')
    expect((await choose({ year: 2025, method: 'smic', levels: null, reason: '' })).status).toBe(
      204,
    )
    const unsaid = await choose({ year: 2026, method: 'smic_by_level', levels, reason: '' })
    expect(unsaid.problem.code).toBe('valuation-reason-missing')
    const kept = await choose({ year: 2026, method: 'smic_by_level', levels, reason: 'Vote' })
    expect(kept.status).toBe(204)
    const valued = await read()
    const august = valued.lines.find((line) => line.month === '2026-08')
    expect(august).toMatchObject({ minutes: 2_400, hourlyCents: '1231', valueCents: '147720' })
    const sum = valued.lines.reduce((total, line) => total + BigInt(line.valueCents ?? 0), 0n)
    expect(valued.totalCents).toBe(sum.toString())
    expect(valued.entries).toEqual([
      { account: '864', side: 'debit', amountCents: valued.totalCents },
      { account: '875', side: 'credit', amountCents: valued.totalCents },
    ])
  })

  it('is the same in the table to download', async () => {
    const table = await call(test, t.adviser, 'GET /tutoring/hosts/:hostId/valuation/table', {
      params: { hostId: t.hostId },
      query: { year: 2026 },
    })
    const rows = Buffer.from(await table.bytes())
      .toString('utf8')
      .trim()
      .split('\r\n')
      .map((row) => row.split(';'))
    const { lines, totalCents, totalMinutes } = await read()
    expect(rows).toHaveLength(lines.length + 2)
    const total = rows.at(-1) ?? []
    expect(total[6]).toBe(String(totalMinutes))
    expect(total[9]?.replace(',', '')).toBe(totalCents)
  })

  it('is the same in the workbook and in the document for funders', async () => {
    const of = { params: { hostId: t.hostId }, query: { year: 2026 } }
    const { lines, totalCents, totalMinutes } = await read()
    const book = await call(test, t.adviser, 'GET /tutoring/hosts/:hostId/valuation/workbook', of)
    const { sheets } = await readXlsx(await book.bytes())
    const rows = sheets[0]?.rows ?? []
    expect(rows).toHaveLength(lines.length + 2)
    expect([rows.at(-1)?.[6], rows.at(-1)?.[9]]).toEqual([totalMinutes, Number(totalCents) / 100])
    const paper = await call(test, t.adviser, 'GET /tutoring/hosts/:hostId/valuation/document', of)
    const input = await paper.bytes()
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' })
    const plain = text.replaceAll(/[\u00a0\u202f]/g, ' ')
    const said = [formatMinutes(totalMinutes, 'fr'), formatCents(BigInt(totalCents ?? -1), 'fr')]
    for (const part of said) expect(plain).toContain(part.replaceAll(/[\u00a0\u202f]/g, ' '))
  })
})

it('adds up: parts, sessions, approvals and months', async () => {
  const wrong = await queryAsOwner(
    test,
    readChecks().find((c) => c.name === 'tutoring-adds-up')?.sql ?? '',
    [],
  )
  expect(wrong.filter((row) => !Object(row).fault?.includes('last answer'))).toEqual([])
})
