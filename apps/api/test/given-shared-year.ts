import { randomUUID } from 'node:crypto'
import {
  givenAccepted,
  givenScheme,
  givenSetting,
  givenTester,
  saleLine,
  type TestTester,
} from './given-money.ts'
import { queryAsOwner } from './query-as-owner.ts'
import { givenCooperative, givenUser, type TestApp, type TestCooperative } from './test-app.ts'

/**
 * Books since July 2026 in a financial year from October 2025 to September 2026, with two people who sold in
 * its three months; nothing is closed.
 */
export async function givenSharedYear(test: TestApp) {
  const coop = await givenCooperative(test, 'Coopérative Baobab', '2026-07')
  const scheme = await givenScheme(test, coop)
  await givenSetting(test, coop, { key: 'accident_cover_monthly_cents', value: '395' })
  await givenSetting(test, coop, {
    key: 'financial_year_first_month',
    value: '10',
    validFrom: '2025-10-01',
  })
  const email = () => `${randomUUID().slice(0, 8)}@exemple.test`
  const anna = await givenTester(test, coop, scheme, { kind: 'CAPE', email: email() })
  const binta = await givenTester(test, coop, scheme, { email: email() })
  for (const month of ['2026-07', '2026-08', '2026-09']) {
    await sellIn(test, coop, anna, { month, amount: 100_000n })
    await sellIn(test, coop, binta, { month, amount: 300_000n })
  }
  return {
    coop,
    anna,
    binta,
    accountant: await givenUser(test, coop, ['accountant']),
    direction: await givenUser(test, coop, ['direction']),
    observer: await givenUser(test, coop, ['observer']),
    annaOnPhone: await givenUser(test, coop, ['tester'], { personId: anna.personId }),
    bintaOnPhone: await givenUser(test, coop, ['tester'], { personId: binta.personId }),
  }
}

/** A sale, accepted. */
export function sellIn(
  test: TestApp,
  coop: TestCooperative,
  who: TestTester,
  { month, amount }: { month: string; amount: bigint },
): Promise<string> {
  return givenAccepted(test, coop, who, month, { lines: { sales: [saleLine(amount)] } })
}

/** A convention in force from a day on, and its people as members. */
export async function shareSince(
  test: TestApp,
  coop: TestCooperative,
  of: { startsOn: string; activityId: string; parts: readonly (readonly [string, number])[] },
): Promise<void> {
  const id = randomUUID()
  const shares = of.parts.map(
    ([personId, part]) => `
      insert into terreau.activity_convention_share values ('${coop.id}', '${id}', '${personId}', ${part});
      insert into terreau.activity_member (cooperative_id, activity_id, person_id, share_permille)
        values ('${coop.id}', '${of.activityId}', '${personId}', ${part})
        on conflict (cooperative_id, activity_id, person_id) do update set share_permille = ${part};`,
  )
  await queryAsOwner(
    test,
    `do $$ begin
       set session_replication_role = replica;
       insert into terreau.activity_convention (cooperative_id, id, number, activity_id, starts_on, state, terms)
         values ('${coop.id}', '${id}', '${id}', '${of.activityId}', '${of.startsOn}', 'in_force', '{}');
       ${shares.join('')}
     end $$`,
  )
}
