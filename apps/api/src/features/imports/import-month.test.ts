import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectedMonth, MONTH_FIXTURE } from '../../../test/expected-month.ts'
import {
  newMonthFolder,
  refusals,
  removeChangedMonths,
  rowCounts,
} from '../../../test/given-month-folder.ts'
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
import { acceptMany } from '../declarations/index.ts'
import { type ImportOutcome, importMonth, readFolder, undoImport } from './index.ts'

let test: TestApp

beforeAll(async () => {
  test = await createTestApp()
})
afterAll(async () => {
  removeChangedMonths()
  await test.close()
})

const run = (coop: TestCooperative, folder: string, isDryRun = false): Promise<ImportOutcome> =>
  asCommand(test, coop.id, (ctx) => importMonth(ctx, { ...readFolder(folder), isDryRun }))
const takeBack = (coop: TestCooperative, folder: string) =>
  asCommand(test, coop.id, (ctx) => {
    const { contentSha256 } = readFolder(folder)
    return undoImport(ctx, { contentSha256 })
  })

const acceptAll = (coop: TestCooperative) =>
  asCommand(test, coop.id, async (ctx, tx) => {
    const rows = await tx
      .selectFrom('declaration')
      .select('id')
      .where('cooperativeId', '=', coop.id)
      .where('state', '=', 'submitted')
      .execute()
    return acceptMany(ctx, { declarationIds: rows.map((row) => row.id) })
  })

const closeOctober = (by: Caller) =>
  call(test, by, 'POST /closings/:month', {
    params: { month: '2026-10' },
    body: { sendMails: false },
  })

describe('importing a real month', () => {
  it('gives every expected figure to the cent, once accepted and closed', {
    timeout: 90_000,
  }, async () => {
    const coop = await givenCooperative(test)
    const accountant = await givenUser(test, coop, ['accountant'])
    expect(await run(coop, MONTH_FIXTURE)).toMatchObject({
      kind: 'done',
      summary: { peopleCreated: 32, declarations: 32, sales: 81, expenses: 35, trips: 14 },
    })
    await acceptAll(coop)
    const closed = await closeOctober(accountant)
    expect(closed.status).toBe(200)
    const { body } = await call(test, accountant, 'GET /closings/:month', {
      params: { month: '2026-10' },
    })
    const found = body.lines.map((line) => ({
      identifiant: line.personReference,
      ca_ht_centimes: line.revenueCents,
      tva_collectee_centimes: line.outputVatCents,
      tva_recuperable_centimes: line.inputVatCents,
      achats_production_centimes: line.productionPurchaseCents,
      autres_depenses_centimes: line.otherExpenseCents,
      contribution_centimes: line.contributionCents,
      at_mp_refacturee_centimes: line.accidentCoverCents,
      mouvement_centimes: line.movementCents,
      solde_ouverture_centimes: line.openingCents,
      solde_cloture_centimes: line.closingCents,
      neant: line.isNil ? 'oui' : 'non',
    }))
    const byReference = found.toSorted((a, b) => (a.identifiant < b.identifiant ? -1 : 1))
    expect(byReference).toEqual(expectedMonth())
  })

  it('keeps names to the letter and gives a formula of a customer back unharmed', async () => {
    const coop = await givenCooperative(test)
    await run(coop, MONTH_FIXTURE)
    const rows = await queryAsOwner<{ family_name: string; given_name: string }>(
      test,
      `select family_name, given_name from terreau.person where cooperative_id = $1 and reference in ('P009', 'P032') order by reference`,
      [coop.id],
    )
    expect(rows.map((row) => `${row.given_name} ${row.family_name}`)).toEqual([
      'Souleymane Çelik',
      'Ŋalla N’Diaye',
    ])
    const customers = await queryAsOwner<{ customer: string }>(
      test,
      `select distinct customer from terreau.sale_line where cooperative_id = $1 order by 1`,
      [coop.id],
    )
    expect(customers.map((row) => row.customer)).toEqual(
      expect.arrayContaining(['=SOMME(A1)', '"Chez Awa", restaurant']),
    )
  })
})

describe('the same files', () => {
  it('twice change nothing; a dry run writes nothing', async () => {
    const coop = await givenCooperative(test)
    const empty = await rowCounts(test, coop)
    expect(await run(coop, MONTH_FIXTURE, true)).toMatchObject({ kind: 'would-do' })
    expect(await rowCounts(test, coop)).toEqual(empty)
    await run(coop, MONTH_FIXTURE)
    const once = await rowCounts(test, coop)
    expect(await run(coop, MONTH_FIXTURE)).toEqual({ kind: 'unchanged' })
    expect(await rowCounts(test, coop)).toEqual(once)
  })

  it('are imported once when two people import them at the same time', async () => {
    const coop = await givenCooperative(test)
    const both = await Promise.all([run(coop, MONTH_FIXTURE), run(coop, MONTH_FIXTURE)])
    expect(both.map((one) => one.kind).sort()).toEqual(['done', 'unchanged'])
    expect((await rowCounts(test, coop)).person).toBe(32)
  })

  it('are taken back while the month is open, and can come again', {
    timeout: 90_000,
  }, async () => {
    const coop = await givenCooperative(test)
    const accountant = await givenUser(test, coop, ['accountant'])
    expect(await takeBack(coop, MONTH_FIXTURE)).toEqual({ kind: 'not-found' })
    await run(coop, MONTH_FIXTURE)
    await acceptAll(coop)
    expect(await takeBack(coop, MONTH_FIXTURE)).toEqual({ kind: 'undone', month: '2026-10' })
    const balances = await queryAsOwner(
      test,
      'select 1 from terreau.account where cooperative_id = $1 and balance_cents <> 0',
      [coop.id],
    )
    expect(balances).toEqual([])
    expect((await rowCounts(test, coop)).declaration).toBe(0)
    const people = await call(test, accountant, 'GET /accounts')
    expect(people.body).toEqual([])
    expect(await run(coop, MONTH_FIXTURE)).toMatchObject({ kind: 'done' })
    await acceptAll(coop)
    expect((await closeOctober(accountant)).body.people).toBe(32)
    expect(await takeBack(coop, MONTH_FIXTURE)).toEqual({ kind: 'month-closed', month: '2026-10' })
  })
})

describe('the month after', () => {
  it('recognises the people it knows and asks for those it does not', async () => {
    const coop = await givenCooperative(test)
    await run(coop, MONTH_FIXTURE)
    const folder = newMonthFolder()
    const lines = [
      'identifiant;mois;date;client;pays_client;type_client;montant;type_montant;devise;taux_tva;moyen_paiement',
      'P001;2026-11;03/11/2026;Mairie;FR;pro;100,00;HT;EUR;20;virement',
    ]
    const write = (more: string[]) =>
      writeFileSync(join(folder, 'ventes.csv'), [...lines, ...more].join('\r\n'))
    write(['P077;2026-11;03/11/2026;Mairie;FR;pro;100,00;HT;EUR;20;virement'])
    expect(await refusals(test, coop, folder)).toEqual(['ventes.csv:3:identifiant person-unknown'])
    write([])
    expect(await run(coop, folder)).toMatchObject({ kind: 'done', summary: { declarations: 1 } })
    write(['P001;2026-11;04/11/2026;Mairie;FR;pro;1,00;HT;EUR;20;virement'])
    expect(await refusals(test, coop, folder)).toEqual([
      'ventes.csv:2:identifiant declaration-exists',
    ])
  })
})
