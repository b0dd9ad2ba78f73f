import {
  givenScheme,
  givenSetting,
  givenTester,
  type TestScheme,
  type TestTester,
} from './given-money.ts'
import {
  type Answer,
  type Caller,
  call,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from './test-app.ts'

export interface MonthToClose {
  coop: TestCooperative
  scheme: TestScheme
  accountant: Caller
  anna: TestTester
  binta: TestTester
}

/** A cooperative with two people under contract in October 2026. */
export async function givenMonthToClose(test: TestApp): Promise<MonthToClose> {
  const coop = await givenCooperative(test, 'Coopérative Baobab', '2026-10')
  const scheme = await givenScheme(test, coop)
  await givenSetting(test, coop, { key: 'accident_cover_monthly_cents', value: '395' })
  await givenSetting(test, coop, { key: 'phone_vat_share_bp', value: '6000' })
  const accountant = await givenUser(test, coop, ['accountant'])
  const anna = await givenTester(test, coop, scheme, { kind: 'CAPE', familyName: 'Ŋdiaye' })
  const binta = await givenTester(test, coop, scheme, { familyName: 'Ɓaldé' })
  return { coop, scheme, accountant, anna, binta }
}

/** Closes a month over HTTP. */
export function closeMonthOf(
  test: TestApp,
  by: Caller,
  month = '2026-10',
): Promise<Answer<'POST /closings/:month'>> {
  return call(test, by, 'POST /closings/:month', { params: { month }, body: { sendMails: true } })
}
