import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { localDate } from '@terreau/domain/time/local-date'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { givenClosedMonth } from '../../../test/given-closed-month.ts'
import {
  givenScheme,
  givenTester,
  type TestScheme,
  type TestTester,
} from '../../../test/given-money.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  asCommand,
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'
import { insertContract } from '../contracts/index.ts'

/** Careers that are over, or go from one contract to another, and pay that comes after them. */
let test: TestApp
let cooperative: TestCooperative
let scheme: TestScheme
let staff: Caller

const NOTHING = {
  revenueCents: 0n,
  otherExpenseCents: 0n,
  contributionCents: 0n,
  accidentCoverCents: 0n,
}

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  scheme = await givenScheme(test, cooperative)
  staff = await givenUser(test, cooperative, ['direction', 'accountant'])
})
afterAll(() => test.close())

const given = (kind: 'CAPE' | 'CESA', startsOn: string, endsOn: string | null) =>
  givenTester(test, cooperative, scheme, { kind, startsOn, endsOn })

async function goesOn(
  { personId, activityId }: Pick<TestTester, 'personId' | 'activityId'>,
  kind: 'CAPE' | 'CESA',
  [startsOn, endsOn]: [string, string | null],
  sequence = 0,
): Promise<void> {
  await asCommand(test, cooperative.id, (ctx, tx) =>
    insertContract(tx, ctx, {
      ...{ kind, personId, activityId, schemeId: scheme.id, state: 'active', sequence },
      startsOn: localDate(startsOn),
      endsOn: endsOn === null ? null : localDate(endsOn),
    }),
  )
}

async function secondActivity({ activityId }: TestTester): Promise<string> {
  const id = randomUUID()
  await asCommand(test, cooperative.id, async (_ctx, tx) => {
    const first = await tx
      .selectFrom('activity')
      .selectAll()
      .where('id', '=', activityId)
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('activity')
      .values({ ...first, id, name: 'Maraîchage' })
      .execute()
  })
  return id
}

const closed = (of: { personId: string; activityId: string }, month: string, figures = {}) =>
  givenClosedMonth(test, cooperative, { ...of, month }, figures)

async function paid({ personId }: TestTester, month: string, paidOn: string): Promise<void> {
  const [person] = await queryAsOwner<{ reference: string }>(
    test,
    'select reference from terreau.person where id = $1',
    [personId],
  )
  const body = Buffer.from(
    `Référence;Brut;Net avant impôt;Montant net social;Coût employeur;Payé le\n${person?.reference};1100,00;858,00;869,00;1430,00;${paidOn}\n`,
  )
  const params = { month }
  const { body: seen } = await call(test, staff, 'POST /pay/:month/imports/preview', {
    params,
    body,
  })
  const query = { fingerprint: seen.fingerprint, fileName: 'paie.csv' }
  const answer = await call(test, staff, 'POST /pay/:month/imports', { params, query, body })
  expect(answer.status).toBe(200)
}

/** What the page of the code that is typed says of the last certificate of somebody. */
async function verified({ personId }: TestTester) {
  const [last] = await queryAsOwner<{ short_code: string }>(
    test,
    'select short_code from terreau.attestation where person_id = $1 order by n desc limit 1',
    [personId],
  )
  const page = await test.app.hono.request(`http://localhost:3000/verifier/${last?.short_code}`)
  return (await page.text()).replaceAll('\u00a0', ' ')
}

async function income(
  { personId }: TestTester,
  months: string[],
  kind: 'monthly_income' | 'cape_period' = 'monthly_income',
) {
  const issued = await call(test, staff, 'POST /attestations', {
    body: { kind, personId, months, locale: 'fr' },
  })
  if (issued.status !== 200) return issued.problem.errors?.map(({ code }) => code)
  const { bytes } = await call(test, staff, 'GET /attestations/:attestationId/document', {
    params: { attestationId: issued.body.id },
  })
  const text = execFileSync('pdftotext', ['-raw', '-', '-'], {
    input: await bytes(),
    encoding: 'utf8',
  })
  return text.replaceAll(/\s+/g, ' ')
}

it('a salary paid after the last day is certified in the month of its payment', async () => {
  const leaver = await given('CESA', '2025-02-01', '2026-07-31')
  for (const month of ['2026-07', '2026-08', '2026-09'])
    await closed(await given('CAPE', '2026-01-01', '2026-12-31'), month)
  await closed(leaver, '2026-07')
  await paid(leaver, '2026-06', '05/07/2026')
  await paid(leaver, '2026-07', '05/08/2026')
  const facts = await call(test, staff, 'GET /attestations/facts', {
    query: { kind: 'monthly_income', personId: leaver.personId, months: '2026-08' },
  })
  expect(facts.body.months).toMatchObject([
    { month: '2026-07', closing: { version: 1 }, salaries: [{ paidOn: '2026-07-05' }] },
    { month: '2026-08', closing: { version: 1 }, salaries: [{ paidOn: '2026-08-05' }] },
  ])
  const august = await income(leaver, ['2026-08'])
  expect(august).toContain('a été titulaire d’un contrat d’entrepreneur salarié associé')
  expect(august).toContain('du 1er février 2025 au 31 juillet 2026')
  expect(august).toMatch(/5 août 2026 1 100,00 € 858,00 € 869,00 €/)
  expect(august).not.toContain('5 juillet 2026')
  expect(await income(leaver, ['2026-07', '2026-08'])).toMatch(/5 juillet 2026.*5 août 2026/)
  expect(await income(leaver, ['2026-09'])).toEqual(['month-without-figures'])
})

it('says what was, once nobody holds the contract any more, and what goes on by renewals', async () => {
  const former = await given('CAPE', '2026-01-05', '2026-07-31')
  await closed(former, '2026-06')
  await closed(former, '2026-08', NOTHING)
  expect(await income(former, ['2026-06'])).toMatch(/a été titulaire.*n’était pas un contrat/)
  expect(await income(former, ['2026-08'])).toEqual(['month-without-cape'])
  const renewed = await given('CAPE', '2025-07-15', '2026-07-14')
  await goesOn(renewed, 'CAPE', ['2026-07-15', '2027-07-14'], 1)
  await closed(renewed, '2026-06')
  const june = await income(renewed, ['2026-06'])
  expect(june).toMatch(/est titulaire.*du 15 juillet 2025 au 14 juillet 2027/)
  const back = await given('CAPE', '2024-07-15', '2025-01-14')
  await goesOn(back, 'CAPE', ['2026-05-15', '2027-05-14'])
  await closed(back, '2026-06')
  expect(await income(back, ['2026-06'])).toContain('du 15 mai 2026 au 14 mai 2027')
})

it('an activity whose contract is over with a balance does not stop the months of the other', async () => {
  const two = await given('CAPE', '2026-01-05', '2026-07-31')
  const activityId = await secondActivity(two)
  const other = { personId: two.personId, activityId }
  await goesOn(other, 'CAPE', ['2026-06-01', '2027-05-31'])
  await closed(two, '2026-08', { ...NOTHING, openingCents: 100n })
  await closed(other, '2026-08')
  const august = await income(two, ['2026-08'])
  expect(august).toContain('Maraîchage, couture')
  expect(august).toMatch(/1 479,73 € 0,00 € 1 480,73 €/)
})

it('a month in which a salary was paid is never certified without it', async () => {
  const back = await given('CESA', '2025-02-01', '2026-07-10')
  await goesOn(back, 'CAPE', ['2026-07-20', '2027-07-19'])
  for (const month of ['2026-07', '2026-08', '2026-09']) await closed(back, month)
  await paid(back, '2026-07', '05/08/2026')
  expect(await income(back, ['2026-07'])).toMatch(/est titulaire d’un contrat d’appui/)
  expect(await income(back, ['2026-08'])).toMatch(/a été titulaire.*salarié.*869,00 €/)
  expect(await income(back, ['2026-09'])).toMatch(/est titulaire d’un contrat d’appui/)
  expect(await income(back, ['2026-08', '2026-09'])).toContain('months-of-two-contracts')
})

it('a month in which nobody was paid is certified once what it could pay is imported', async () => {
  const late = await given('CESA', '2026-04-15', null)
  for (const month of ['2026-04', '2026-05', '2026-06']) await closed(late, month)
  expect(await income(late, ['2026-04'])).toEqual(['pay-not-imported'])
  await paid(late, '2026-04', '05/06/2026')
  expect(await income(late, ['2026-04'])).toMatch(/versés 0,00 €/)
  expect(await income(late, ['2026-05'])).toEqual(['pay-not-imported'])
  await paid(late, '2026-05', '06/06/2026')
  expect(await income(late, ['2026-04', '2026-05'])).toMatch(/versés 0,00 €/)
  const june = await income(late, ['2026-06'])
  expect(june).toMatch(/5 juin 2026.*6 juin 2026/)
  // The deadline of L7331-3 is no term.
  expect(june).toContain('Contrat (CESA) depuis le 15 avril 2026 ')
})

it('a month in which a CESA takes the place of a CAPE is a month of the CESA, whatever the activity', async () => {
  const midway = await given('CAPE', '2026-01-05', '2026-07-14')
  const activityId = await secondActivity(midway)
  const other = { personId: midway.personId, activityId }
  await goesOn(other, 'CESA', ['2026-07-15', null])
  await closed(midway, '2026-07')
  await closed(other, '2026-07')
  await paid(midway, '2026-07', '31/07/2026')
  expect(await income(midway, ['2026-07'])).toMatch(/est titulaire.*salarié.*31 juillet 2026/)
})

it('periods of CAPE with a break between them are told one by one, without two dates around it', async () => {
  const back = await given('CAPE', '2023-03-15', '2024-03-14')
  await goesOn(back, 'CAPE', ['2026-05-04', '2027-05-03'])
  const text = await income(back, [], 'cape_period')
  expect(text).toMatch(/15 mars 2023 14 mars 2024.*4 mai 2026 3 mai 2027/)
  expect(text).not.toContain('Terme du contrat')
  expect(await verified(back)).toContain(
    'du 15 mars 2023 au 14 mars 2024, du 4 mai 2026 au 3 mai 2027',
  )
})
