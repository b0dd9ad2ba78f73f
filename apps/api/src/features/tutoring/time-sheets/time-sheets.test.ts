import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { givenTutoring } from '../../../../test/given-tutoring.ts'
import { queryAsOwner } from '../../../../test/query-as-owner.ts'
import { call, createTestApp, givenUser, type TestApp } from '../../../../test/test-app.ts'

let test: TestApp
let given: Awaited<ReturnType<typeof givenTutoring>>

const query = {
  month: '2026-10',
  operation: '2026-FSE-0012',
  operationName: 'Accompagner les porteurs',
}

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
    hosts: ['Club des porteurs de projets'],
    lines: [
      { day: '2026-10-06', halfDay: 'morning', startsAt: '11:53', minutes: 7 },
      { day: '2026-10-06', halfDay: 'afternoon', startsAt: '12:00', minutes: 53 },
      { day: '2026-10-07', halfDay: 'afternoon', startsAt: '14:00', minutes: 59 },
      { day: '2026-10-08', halfDay: null, startsAt: null, minutes: 7 },
    ],
    totalMinutes: 126,
    lacks: [
      { code: 'hour-missing', count: 1 },
      { code: 'not-approved', count: 1 },
    ],
  })
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
  expect(rows.map((row) => Number(row.split(';').at(-1)))).toEqual(wanted)
  expect(rows.every((row) => row.startsWith('2026-FSE-0012;Accompagner les porteurs;'))).toBe(true)
  const file = await call(test, given.adviser, 'GET /tutoring/time-sheets/:personId/workbook', {
    params: params(),
    query,
  })
  const [book] = (await readXlsx(await file.bytes())).sheets
  expect(book?.rows.slice(1).map((row) => row.at(-1))).toEqual(wanted)
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
