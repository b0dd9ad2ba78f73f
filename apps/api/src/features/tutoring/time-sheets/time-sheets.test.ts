import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { givenTutoring } from '../../../../test/given-tutoring.ts'
import { pdf } from '../../../../test/hostile-files.ts'
import { queryAsOwner } from '../../../../test/query-as-owner.ts'
import { call, createTestApp, givenUser, type TestApp } from '../../../../test/test-app.ts'

let test: TestApp
let given: Awaited<ReturnType<typeof givenTutoring>>

const WORDS = {
  name: 'Accompagner les porteurs',
  funder: 'Région',
  reference: '2026-FSE-0012',
  startsOn: '2026-10-07',
  endsOn: '2026-12-31',
}
let query: { month: string; operationId: string }

beforeAll(async () => {
  test = await createTestApp()
  given = await givenTutoring(test)
  for (const [heldOn, startsAt, minutes] of [
    ['2026-10-06', '11:53', 60],
    ['2026-10-07', '14:00', 59],
    ['2026-10-08', null, 7],
  ] as const) {
    const body = given.session({ heldOn, startsAt, minutes, checked: ['older-than-31-days'] })
    await given.confirm((await given.log(body)).body.links)
    await given.sevenDaysLater()
    expect((await given.approve([{ id: body.id, version: 1 }])).status).toBe(200)
  }
  await given.log(given.session({ heldOn: '2026-10-09' }))
  await queryAsOwner(
    test,
    `update terreau.tutoring_session set logged_at = '2026-10-12' where cooperative_id = $1`,
    [given.cooperative.id],
  )
  const added = await call(test, given.adviser, 'POST /tutoring/operations', { body: WORDS })
  query = { month: '2026-10', operationId: added.body.id }
})
afterAll(() => test.close())

const params = () => ({ personId: given.tutorId })
const sheet = async () =>
  (
    await call(test, given.adviser, 'GET /tutoring/time-sheets/:personId', {
      params: params(),
      query,
    })
  ).body

it('holds the approved time of the month by half-day, and says what it lacks', async () => {
  expect(await sheet()).toMatchObject({
    personName: 'Moussa Traoré',
    operation: '2026-FSE-0012',
    operationName: 'Accompagner les porteurs',
    funder: 'Région',
    operationDates: { startsOn: '2026-10-07', endsOn: '2026-12-31' },
    paper: null,
    hosts: ['Club des porteurs de projets'],
    lines: [
      { day: '2026-10-06', halfDay: 'morning', startsAt: '11:53', minutes: 7 },
      { day: '2026-10-06', halfDay: 'afternoon', startsAt: '12:00', minutes: 53 },
      { day: '2026-10-07', halfDay: 'afternoon', startsAt: '14:00', minutes: 59 },
      { day: '2026-10-08', halfDay: null, startsAt: null, minutes: 7 },
    ],
    totalMinutes: 126,
    lacks: [
      { code: 'outside-operation', count: 1 },
      { code: 'hour-missing', count: 1 },
      { code: 'not-approved', count: 1 },
      { code: 'to-sign', count: 1 },
    ],
  })
})

it('still opens at an address that names the operation, and says that it is not in the list', async () => {
  const { body } = await call(test, given.adviser, 'GET /tutoring/time-sheets/:personId', {
    params: params(),
    query: { month: '2026-10', operation: 'A-1', operationName: 'Ancienne' },
  })
  expect(body).toMatchObject({ operation: 'A-1', operationName: 'Ancienne', operationDates: null })
  expect(body.lacks[0]).toEqual({ code: 'operation-unlisted', count: 1 })
})

it('has the lines and the total of the page in its CSV and in its workbook, as whole numbers', async () => {
  const { lines, totalMinutes } = await sheet()
  const wanted = [...lines.map((line) => line.minutes), totalMinutes]
  const csv = await call(test, given.adviser, 'GET /tutoring/time-sheets/:personId/table', {
    params: params(),
    query,
  })
  const rows = Buffer.from(await csv.bytes())
    .toString('utf8')
    .trim()
    .split('\r\n')
    .slice(1)
  const head = ['2026-FSE-0012', 'Accompagner les porteurs', 'Région', 'Moussa Traoré']
  expect(rows.map((row) => Number(row.split(';').at(-1)))).toEqual(wanted)
  expect(rows.every((row) => row.startsWith(head.join(';')))).toBe(true)
  const file = await call(test, given.adviser, 'GET /tutoring/time-sheets/:personId/workbook', {
    params: params(),
    query,
  })
  const [book] = (await readXlsx(await file.bytes())).sheets
  expect(book?.rows.slice(1).map((row) => row.at(-1))).toEqual(wanted)
  expect(book?.rows.slice(1).every((row) => head.every((word, at) => row[at] === word))).toBe(true)
})

it('prints as a PDF, and is shown to nobody who does not approve hours', async () => {
  const pdf = await call(test, given.adviser, 'GET /tutoring/time-sheets/:personId/document', {
    params: params(),
    query,
  })
  expect(Buffer.from(await pdf.bytes()).toString('latin1', 0, 5)).toBe('%PDF-')
  for (const role of ['accountant', 'observer'] as const) {
    const user = await givenUser(test, given.cooperative, [role])
    const seen = await call(test, user, 'GET /tutoring/time-sheets/:personId', {
      params: params(),
      query,
    })
    expect(seen.status).toBe(403)
  }
})

const receive = (code: string, signedOn = '2026-11-02') =>
  call(test, given.adviser, 'POST /tutoring/time-sheets/:personId/paper', {
    params: params(),
    query: { ...query, code, signedOn, fileName: 'feuille.pdf' },
    body: pdf(),
  })

it('is signed by the paper that bears its code, until its hours or its operation change', async () => {
  const { code } = await sheet()
  expect(code).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/)
  expect((await receive('0000-0000')).problem).toMatchObject({
    code: 'sheet-code-differs',
    errors: [{ pointer: '/query/code' }],
  })
  for (const day of ['2026-10-07', '2026-11-03'])
    expect((await receive(code, day)).problem.code).toBe('signature-day-wrong')
  expect((await sheet()).paper).toBeNull()

  const kept = await receive(` ${code.replace('-', '').toLowerCase()} `)
  expect(kept.status).toBe(200)
  const signed = await sheet()
  const { documentId } = kept.body
  expect(signed.paper).toMatchObject({ documentId, signedOn: '2026-11-02', isSame: true })
  expect(signed.lacks.map((lack) => lack.code)).not.toContain('to-sign')

  const longer = (minutes: number) =>
    queryAsOwner(
      test,
      `update terreau.tutoring_session set minutes = $2 where cooperative_id = $1 and held_on = '2026-10-07'`,
      [given.cooperative.id, minutes],
    )
  await longer(60)
  const changed = await sheet()
  expect(changed.paper?.isSame).toBe(false)
  expect(changed.lacks.at(-1)).toEqual({ code: 'paper-differs', count: 1 })
  expect((await receive(code)).problem.code).toBe('sheet-code-differs')
  await longer(59)
  expect((await sheet()).paper?.isSame).toBe(true)

  const change = (ifMatch: number, body = { ...WORDS, funder: 'Métropole', isClosed: true }) =>
    call(test, given.adviser, 'PUT /tutoring/operations/:operationId', {
      params: { operationId: query.operationId },
      body,
      ifMatch,
    })
  expect((await change(1)).status).toBe(204)
  expect((await change(1)).problem.code).toBe('version-changed')
  expect(await sheet()).toMatchObject({ funder: 'Métropole', paper: { isSame: false } })
  expect((await receive((await sheet()).code)).status).toBe(200)
  expect((await sheet()).paper?.isSame).toBe(true)
})

it('keeps one operation for a number of a funder, with dates in order', async () => {
  const add = (over: Partial<typeof WORDS> = {}, by = given.adviser) =>
    call(test, by, 'POST /tutoring/operations', {
      body: { ...WORDS, funder: 'Département', ...over },
    })
  const team = await Promise.all(
    Array.from({ length: 6 }, () => givenUser(test, given.cooperative, ['adviser'])),
  )
  const answers = await Promise.all(team.map((colleague) => add({}, colleague)))
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
  expect((await add({ reference: '2026-fse-0012' })).problem).toMatchObject({
    code: 'operation-exists',
    errors: [{ pointer: '/body/reference' }],
  })
  expect((await add({ reference: 'X', endsOn: '2026-10-06' })).problem).toMatchObject({
    code: 'operation-dates-wrong',
    errors: [{ pointer: '/body/endsOn' }],
  })
  expect((await add({ reference: 'X', endsOn: '2026-10-07' })).status).toBe(200)
  const { body } = await call(test, given.adviser, 'GET /tutoring/operations', {})
  const [last] = body.filter(({ reference }) => reference === 'X')
  if (last === undefined) throw new Error('no operation')
  const params = { operationId: last.id }
  const { id: _, version: ifMatch, ...words } = last
  const put = { params, ifMatch, body: { ...words, endsOn: '2027-06-30', isClosed: true } }
  expect(
    (await call(test, team[0] ?? null, 'PUT /tutoring/operations/:operationId', put)).status,
  ).toBe(204)
  const told = await call(test, given.adviser, 'GET /tutoring/operations/:operationId/versions', {
    params,
  })
  expect(told.body.map(({ version, endsOn, isClosed }) => [version, endsOn, isClosed])).toEqual([
    [2, '2027-06-30', true],
    [1, '2026-10-07', false],
  ])
  expect(told.body.every(({ byName, at }) => byName !== '' && at !== '')).toBe(true)
  const own = body.filter(({ funder }) => funder === 'Département')
  expect(own.map(({ reference, version }) => [reference, version]).toSorted()).toEqual([
    ['2026-FSE-0012', 1],
    ['X', 1],
  ])
})
