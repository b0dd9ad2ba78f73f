import { afterAll, beforeAll, expect, it } from 'vitest'
import { givenScheme, givenSetting, givenTester } from '../../../test/given-money.ts'
import {
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'

let test: TestApp
let coop: TestCooperative

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test)
})
afterAll(() => test.close())

async function calendarOf(options: Parameters<typeof givenTester>[3] = {}) {
  const tester = await givenTester(test, coop, await givenScheme(test, coop), options)
  const caller = await givenUser(test, coop, ['tester'], { personId: tester.personId })
  const answer = await call(test, caller, 'GET /me/next-declaration.ics')
  return { answer, text: new TextDecoder().decode(await answer.bytes()) }
}

it('is one event for the days when the next month can be declared, as RFC 5545 writes it', async () => {
  await givenSetting(test, coop, { key: 'declaration_deadline_day', value: '7' })
  const { answer, text } = await calendarOf()
  expect(answer.status).toBe(200)
  // The clock of the tests stands in November 2026: November opens on 1 December.
  const lines = text.replaceAll('\r\n ', '').split('\r\n')
  expect(lines[0]).toBe('BEGIN:VCALENDAR')
  expect(lines).toContain('VERSION:2.0')
  expect(lines).toContain('DTSTART;VALUE=DATE:20261201')
  // The first day that is no longer part of it.
  expect(lines).toContain('DTEND;VALUE=DATE:20261208')
  expect(lines).toContain('TRIGGER;VALUE=DATE-TIME:20261201T080000Z')
  const summary = lines.find((line) => line.startsWith('SUMMARY:')) ?? ''
  expect(summary.replaceAll('\\', '')).toContain(
    'Déclarer novembre 2026, à envoyer avant la fin du 7 décembre 2026',
  )
  expect(lines.filter((line) => line.startsWith('UID:declaration-2026-11-'))).toHaveLength(1)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
})

it('is not there for somebody whose contract has ended', async () => {
  const { answer } = await calendarOf({ kind: 'CAPE', endsOn: '2026-10-31' })
  expect(answer.status).toBe(404)
})
