import { execFileSync } from 'node:child_process'
import { formatCents, formatMinutes } from '@terreau/i18n/format'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenTutoring } from '../../../test/given-tutoring.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import { call, createTestApp, type TestApp } from '../../../test/test-app.ts'

// Sessions of odd lengths on every day of 2026 up to September: a total that is rounded or cut somewhere
// shows. One in eleven waits for approval, one in thirteen was only noted, one in seventeen was paid.
const SESSIONS = 3_000
const DAYS = 273
/** What the minimum wage was on a day of 2026, in cents, from the decrees: written here a second time. */
const smicOn = (month: string) => (month < '2026-06' ? 1_202n : 1_231n)

let test: TestApp
let given: Awaited<ReturnType<typeof givenTutoring>>
/** What was approved, read from the sessions one by one: no sum of the database is trusted. */
let approved: { day: string; level: string; minutes: number; kind: string }[]

beforeAll(async () => {
  test = await createTestApp()
  given = await givenTutoring(test)
  const { cooperative, tutorId, tuteeId, hostId } = given
  const id = cooperative.id
  await queryAsOwner(
    test,
    `insert into terreau.tutoring_session (cooperative_id, id, tutor_person_id, held_on, start_minute, minutes, mode, kind, host_id,
       subjects, level, state, confirmed_count, firm_at)
     select $1, gen_random_uuid(), $2, '2026-01-01'::date + (n % $5)::integer, case when n % 3 = 0 then null else 300 + (n * 7) % 1000 end,
            5 + (n * 37) % 83, 'phone', case n % 17 when 0 then 'paid' else 'volunteer' end, case n % 17 when 0 then null else $3::uuid end,
            '{prices}', (array['simple', 'skilled', 'expert'])[1 + n % 3],
            case when n % 13 = 0 then 'noted' else 'confirmed' end, (n % 13 > 0)::integer, case when n % 13 > 0 then now() - interval '1 day' end
       from generate_series(1, $4::integer) n`,
    [id, tutorId, hostId, SESSIONS, DAYS],
  )
  await queryAsOwner(
    test,
    `insert into terreau.tutoring_part (cooperative_id, session_id, tutor_person_id, tutee_person_id, answer, first_answered_at, answered_at)
     select cooperative_id, id, tutor_person_id, $2, case when state = 'confirmed' then 'yes' end,
            case when state = 'confirmed' then now() - interval '9 days' end, case when state = 'confirmed' then now() - interval '9 days' end
       from terreau.tutoring_session where cooperative_id = $1`,
    [id, tuteeId],
  )
  await queryAsOwner(
    test,
    `with numbered as (select id, row_number() over (order by held_on, id) as n from terreau.tutoring_session
       where cooperative_id = $1 and state = 'confirmed')
     update terreau.tutoring_session s set state = 'approved' from numbered
      where s.cooperative_id = $1 and s.id = numbered.id and numbered.n % 11 > 0`,
    [id],
  )
  approved = await queryAsOwner(
    test,
    `select held_on::text as day, level, minutes, kind from terreau.tutoring_session where cooperative_id = $1 and state = 'approved'`,
    [id],
  )
  await call(test, given.adviser, 'PUT /tutoring/hosts/:hostId/valuation', {
    params: { hostId },
    body: { year: 2026, method: 'smic', levels: null, employerRateBp: null, reason: '' },
  })
})
afterAll(() => test.close())

const sum = (rows: readonly { minutes: number }[]) =>
  rows.reduce((total, { minutes }) => total + minutes, 0)
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
const time = (minutes: number) => plain(formatMinutes(minutes, 'fr'))
const money = (amount: bigint) => plain(formatCents(amount, 'fr'))
const csvOf = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('utf8')
    .trim()
    .split('\r\n')
    .map((row) => row.split(';'))
const bookOf = async (bytes: Uint8Array) => (await readXlsx(bytes)).sheets[0]?.rows ?? []
/** The lines of a PDF, columns one space apart; some of its thin spaces are too thin for the reader of PDFs. */
const linesOf = (input: Uint8Array) =>
  plain(execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' }))
    .split('\n')
    .map((line) => line.trim().replaceAll(/ +/g, ' ').replaceAll(/(\d)h/g, '$1 h'))

describe('thousands of sessions have the same totals on the page, in CSV, XLSX and PDF', () => {
  it('as what they are worth', async () => {
    const volunteered = approved.filter((one) => one.kind === 'volunteer')
    const groups = Object.groupBy(volunteered, (one) => `${one.day.slice(0, 7)} ${one.level}`)
    const wanted = Object.entries(groups).map(([key, rows = []]) => {
      const [month = '', level = ''] = key.split(' ')
      const minutes = sum(rows)
      const value = (BigInt(minutes) * smicOn(month) * 2n + 60n) / 120n
      return { month, level, sessions: rows.length, minutes, value }
    })
    const total = wanted.reduce((all, one) => all + one.value, 0n)
    expect([approved.length > 2_000, wanted.length]).toEqual([true, 27])
    const of = { params: { hostId: given.hostId }, query: { year: 2026 } }
    const get = (kind: 'table' | 'workbook' | 'document') =>
      call(test, given.adviser, `GET /tutoring/hosts/:hostId/valuation/${kind}`, of)

    const page = (await call(test, given.adviser, 'GET /tutoring/hosts/:hostId/valuation', of)).body
    const shown = page.lines.map(({ month, level, sessions, minutes, valueCents }) => ({
      month,
      level,
      sessions,
      minutes,
      value: BigInt(valueCents ?? -1),
    }))
    const inOrder = (rows: typeof shown) =>
      rows.toSorted((a, b) => `${a.month} ${a.level}`.localeCompare(`${b.month} ${b.level}`))
    expect(inOrder(shown)).toEqual(inOrder(wanted as typeof shown))
    expect([page.totalMinutes, BigInt(page.totalCents ?? -1)]).toEqual([sum(volunteered), total])

    const csv = csvOf(await (await get('table')).bytes()).slice(1)
    const cents = (text: string | undefined) => BigInt((text ?? '').replace(',', ''))
    expect(csv.map((row) => [Number(row[6]), cents(row[9])])).toEqual([
      ...page.lines.map((line) => [line.minutes, BigInt(line.valueCents ?? -1)]),
      [page.totalMinutes, total],
    ])
    const book = (await bookOf(await (await get('workbook')).bytes())).slice(1)
    expect(book.map((row) => [row[6], Math.round(Number(row[9]) * 100)])).toEqual(
      csv.map((row) => [Number(row[6]), Number(cents(row[9]))]),
    )
    const printed = linesOf(await (await get('document')).bytes())
    for (const line of page.lines) {
      const said = `${line.sessions} ${time(line.minutes)} `
      const worth = money(BigInt(line.valueCents ?? -1))
      expect(printed.some((one) => one.includes(said) && one.endsWith(worth))).toBe(true)
    }
    const last = `${volunteered.length} ${time(sum(volunteered))} ${money(total)}`
    expect(printed.filter((one) => one.endsWith(last))).toHaveLength(1)
  })

  it('as the time-sheet of a month', async () => {
    const ofMay = approved.filter((one) => one.day.startsWith('2026-05'))
    const of = { params: { personId: given.tutorId }, query: { month: '2026-05' } }
    const get = (kind: 'table' | 'workbook' | 'document') =>
      call(test, given.adviser, `GET /tutoring/time-sheets/:personId/${kind}`, of)
    const page = (await call(test, given.adviser, 'GET /tutoring/time-sheets/:personId', of)).body
    const minutes = page.lines.map((line) => line.minutes)
    // A session over noon has two lines.
    expect(minutes.length).toBeGreaterThan(ofMay.length)
    expect([page.totalMinutes, sum(page.lines)]).toEqual([sum(ofMay), sum(ofMay)])
    for (const [day, lines = []] of Object.entries(Object.groupBy(page.lines, (one) => one.day)))
      expect([day, sum(lines)]).toEqual([day, sum(ofMay.filter((one) => one.day === day))])

    const csv = csvOf(await (await get('table')).bytes()).slice(1)
    expect(csv.map((row) => Number(row.at(-1)))).toEqual([...minutes, page.totalMinutes])
    const book = (await bookOf(await (await get('workbook')).bytes())).slice(1)
    expect(book.map((row) => row.at(-1))).toEqual([...minutes, page.totalMinutes])
    const printed = linesOf(await (await get('document')).bytes())
    const ofDays = printed.filter((line) => /^\d{2}\/05\/2026 /.test(line))
    expect(ofDays).toHaveLength(minutes.length)
    expect(ofDays.filter((line, at) => !line.endsWith(` ${time(minutes[at] ?? -1)}`))).toEqual([])
    expect(printed.filter((line) => line === `Total ${time(page.totalMinutes)}`)).toHaveLength(1)
  })

  it('as the recap of the tutor and its certificate', async () => {
    const { body: months } = await call(test, given.tutor, 'GET /me/tutoring/months')
    expect(sum(months.map((one) => ({ minutes: one.approvedMinutes })))).toBe(sum(approved))
    for (const { month, kind, approvedMinutes } of months) {
      const own = approved.filter((one) => one.day.startsWith(month) && one.kind === kind)
      expect([month, kind, approvedMinutes]).toEqual([month, kind, sum(own)])
    }
    const issued = await call(test, given.tutor, 'POST /me/tutoring/certificates', {
      body: { from: '2026-01', to: '2026-09' },
    })
    const paper = await call(
      test,
      given.tutor,
      'GET /me/tutoring/certificates/:attestationId/document',
      { params: { attestationId: issued.body.attestationId } },
    )
    const printed = linesOf(await paper.bytes())
    for (const { month, kind } of months) {
      const own = approved.filter((one) => one.day.startsWith(month) && one.kind === kind)
      expect(printed.some((line) => line.endsWith(` ${time(sum(own))}`))).toBe(true)
    }
    for (const kind of ['volunteer', 'paid'] as const) {
      const own = approved.filter((one) => one.kind === kind)
      expect(printed.some((line) => line.endsWith(` ${time(sum(own))}`))).toBe(true)
    }
    expect(printed.join(' ')).not.toContain(time(sum(approved)))
  })
})
