import { yearMonth } from '@terreau/domain/time/year-month'
import { givenAccount } from '../test/given-account.ts'
import { givenScheme, givenTester } from '../test/given-money.ts'
import { type Caller, givenUser, type TestApp, type TestCooperative } from '../test/test-app.ts'
import { requestsPerSecond } from './load.ts'
import { type Comparison, interleave } from './measure.ts'
import { serveProduct } from './servers.ts'

const LAST = '2026-10'
/** After all that was booked, so that a day counts every line. */
const DAY = '2099-12-31'
/** Ten years of ten lines a month. */
const MONTHS = 120
/** What a request after ten years may take, in times of the same request after one month. */
const MOST_TIMES = 1.5

interface Page {
  label: string
  /** The address and who asks for it, after one month and after ten years. */
  young: readonly [string, Caller]
  old: readonly [string, Caller]
}

/** P-14: the account of ten years through the whole stack, against that of one month, both of the product. */
export async function readAccount(
  test: TestApp,
  cooperative: TestCooperative,
  staff: Caller,
  rounds: number,
): Promise<Comparison> {
  const scheme = await givenScheme(test, cooperative)
  const given = async (months: number) => {
    const tester = await givenTester(test, cooperative, scheme)
    await givenAccount(test, cooperative, tester, { months, last: yearMonth(LAST) })
    const own = await givenUser(test, cooperative, ['tester'], { personId: tester.personId })
    return { path: `/api/activities/${tester.activityId}/account`, own }
  }
  const young = await given(1)
  const old = await given(MONTHS)
  const product = await serveProduct(test.urls.appUrl)
  const window = ([path, { cookie }]: readonly [string, Caller]) =>
    requestsPerSecond({
      connections: 1,
      seconds: 1,
      next: () => ({ port: product.port, method: 'GET', path, headers: { cookie } }),
    })
  const pages: readonly Page[] = [
    { label: 'page of staff', young: [young.path, staff], old: [old.path, staff] },
    {
      label: 'page of staff, its oldest month',
      young: [young.path, staff],
      old: [`${old.path}?month=2016-11&before=2018-01`, staff],
    },
    {
      label: 'page of the phone',
      young: ['/api/me/account', young.own],
      old: ['/api/me/account', old.own],
    },
    {
      label: 'one month on the phone',
      young: [`/api/me/account/${LAST}`, young.own],
      old: ['/api/me/account/2021-05', old.own],
    },
    {
      label: 'page of staff, as it stood on a day',
      young: [`${young.path}?asOf=${DAY}`, staff],
      old: [`${old.path}?asOf=${DAY}`, staff],
    },
    {
      label: 'what the phone had on a day',
      young: [`/api/me/account-on?day=${DAY}`, young.own],
      old: [`/api/me/account-on?day=${DAY}`, old.own],
    },
  ]
  const results: Comparison['results'] = []
  try {
    for (const page of pages) {
      const found = await interleave(rounds, {
        product: () => window(page.old),
        limit: () => window(page.young),
      })
      const ratio = found.limit / found.product
      results.push({
        label: page.label,
        ratio,
        isMet: ratio <= MOST_TIMES,
        detail: `${(1000 / found.product).toFixed(1)} ms after ten years, ${(1000 / found.limit).toFixed(1)} ms after one month`,
      })
    }
  } finally {
    await product.stop()
  }
  return {
    id: 'P-14',
    path: `read an account of ${MONTHS} months`,
    meaning: 'the account opens after ten years as it did in the first month',
    goal: 'at most 1.5 times the time of an account of one month',
    results,
  }
}
