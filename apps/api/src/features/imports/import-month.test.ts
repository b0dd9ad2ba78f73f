import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectedMonth, MONTH_FIXTURE } from '../../../test/expected-month.ts'
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
const folders: string[] = []

beforeAll(async () => {
  test = await createTestApp()
})
afterAll(async () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  await test.close()
})

const run = (coop: TestCooperative, folder: string, isDryRun = false): Promise<ImportOutcome> =>
  asCommand(test, coop.id, (ctx) => importMonth(ctx, { ...readFolder(folder), isDryRun }))
const takeBack = (coop: TestCooperative, folder: string) =>
  asCommand(test, coop.id, (ctx) => {
    const { contentSha256 } = readFolder(folder)
    return undoImport(ctx, { contentSha256 })
  })

/** A copy of the fixture with one file changed; bytes are latin1 text, so that any byte can be written. */
function changed(file: string, change: (text: string) => string | Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'terreau-mois-'))
  folders.push(folder)
  cpSync(MONTH_FIXTURE, folder, { recursive: true })
  const path = join(folder, file)
  writeFileSync(path, change(readFileSync(path, 'utf8')))
  return folder
}

async function refusals(coop: TestCooperative, folder: string): Promise<string[]> {
  const outcome = await run(coop, folder)
  if (outcome.kind !== 'refused') return [outcome.kind]
  return outcome.refusals.map((one) => `${one.file}:${one.line}:${one.column} ${one.code}`)
}

async function counts(coop: TestCooperative): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const table of [
    'person',
    'contract',
    'declaration',
    'posting',
    'contribution_scheme',
    'import',
    'membership',
    'exchange_rate',
    'cooperative_setting',
  ]) {
    const [row] = await queryAsOwner<{ n: string }>(
      test,
      `select count(*) as n from terreau.${table} where cooperative_id = $1`,
      [coop.id],
    )
    found[table] = Number(row?.n)
  }
  return found
}

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
    const empty = await counts(coop)
    expect(await run(coop, MONTH_FIXTURE, true)).toMatchObject({ kind: 'would-do' })
    expect(await counts(coop)).toEqual(empty)
    await run(coop, MONTH_FIXTURE)
    const once = await counts(coop)
    expect(await run(coop, MONTH_FIXTURE)).toEqual({ kind: 'unchanged' })
    expect(await counts(coop)).toEqual(once)
  })

  it('are imported once when two people import them at the same time', async () => {
    const coop = await givenCooperative(test)
    const both = await Promise.all([run(coop, MONTH_FIXTURE), run(coop, MONTH_FIXTURE)])
    expect(both.map((one) => one.kind).sort()).toEqual(['done', 'unchanged'])
    expect((await counts(coop)).person).toBe(32)
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
    expect((await counts(coop)).declaration).toBe(0)
    const people = await call(test, accountant, 'GET /accounts')
    expect(people.body).toEqual([])
    expect(await run(coop, MONTH_FIXTURE)).toMatchObject({ kind: 'done' })
    await acceptAll(coop)
    expect((await closeOctober(accountant)).body.people).toBe(32)
    expect(await takeBack(coop, MONTH_FIXTURE)).toEqual({ kind: 'month-closed', month: '2026-10' })
  })
})

describe('a wrong folder is refused whole, naming file, line and column', () => {
  const cases: [name: string, file: string, change: (text: string) => string | Buffer, string][] = [
    [
      'Windows-1252',
      'depenses.csv',
      (text) => Buffer.from(text.replace('\ufeff', ''), 'latin1'),
      'depenses.csv:1: encoding-not-utf8',
    ],
    [
      'one Windows-1252 byte far down',
      'ventes.csv',
      (text) => {
        const bytes = Buffer.from(text, 'utf8')
        const at = bytes.indexOf('Mairie')
        bytes[at] = 0xe9
        return bytes
      },
      'ventes.csv:9: encoding-not-utf8',
    ],
    ['UTF-16', 'taux.csv', (text) => Buffer.from(text, 'utf16le'), 'taux.csv:1: encoding-utf16'],
    [
      'a missing column',
      'kilometres.csv',
      (text) => text.replace('cv_fiscaux', 'cv'),
      'kilometres.csv:1:cv_fiscaux column-missing',
    ],
    [
      'an unknown column',
      'reglages.csv',
      (text) => text.replace('valeur', 'valeur;note'),
      'reglages.csv:1:note column-unknown',
    ],
    [
      'commas instead of semicolons',
      'reglages.csv',
      (text) => text.replaceAll(';', ','),
      'reglages.csv:1: delimiter-wrong',
    ],
    [
      'an unknown scheme',
      'personnes.csv',
      (text) => text.replace('AG2026-TRANCHES;0,00;10;4;1693', 'AG2099;0,00;10;4;1693'),
      'personnes.csv:5:régime_contribution scheme-unknown',
    ],
    [
      'a date outside the month',
      'ventes.csv',
      (text) => text.replace('27/10/2026', '27/09/2026'),
      'ventes.csv:2:date date-outside-month',
    ],
    [
      'a date that does not exist',
      'ventes.csv',
      (text) => text.replace('27/10/2026', '31/02/2026'),
      'ventes.csv:2:date date-unreadable',
    ],
    [
      'an identifier twice',
      'personnes.csv',
      (text) => text.replace('\r\nP002;', '\r\nP001;'),
      'personnes.csv:3:identifiant person-duplicate',
    ],
    [
      'a person twice under two identifiers',
      'personnes.csv',
      (text) =>
        `${text}P033;Mme;TOURE;bintou;1964-04-01;;;fr;couture;CESA;01/02/2026;;AG2025-10PC;0;20;7;0;0\r\n`,
      'personnes.csv:34:nom person-duplicate-name',
    ],
    [
      'an unknown person',
      'depenses.csv',
      (text) => text.replace('P001;', 'P999;'),
      'depenses.csv:2:identifiant person-unknown',
    ],
    [
      'an unknown category',
      'depenses.csv',
      (text) => text.replace(';hotel;', ';champagne;'),
      'depenses.csv:2:catégorie category-unknown',
    ],
    [
      'an amount that could be two',
      'depenses.csv',
      (text) => text.replace('285.86', '1.285'),
      'depenses.csv:3:montant_ttc amount-ambiguous',
    ],
    [
      'decimals that the currency does not have',
      'ventes.csv',
      (text) => text.replace('133 500;', '133 500,5;').replace('133\u202f500;', '133500,5;'),
      'ventes.csv:2:montant amount-decimals',
    ],
    [
      'another month in one line',
      'kilometres.csv',
      (text) => text.replace('P005;2026-10', 'P005;2026-11'),
      'kilometres.csv:3:mois month-differs',
    ],
    [
      'a CAPE of thirteen months',
      'personnes.csv',
      (text) => text.replace('15/02/2026;14/02/2027', '15/02/2026;15/02/2027'),
      'personnes.csv:3:fin contract-too-long',
    ],
    [
      'tiers out of order',
      'regimes.csv',
      (text) => text.replace('5000,00', '1000,00'),
      'regimes.csv:4:palier_jusqu_à scheme-tiers',
    ],
    [
      'a currency without a rate',
      'taux.csv',
      (text) =>
        text
          .split('\r\n')
          .filter((line) => !line.includes('USD'))
          .join('\r\n'),
      'ventes.csv:14:devise exchange-rate-missing',
    ],
    ['an unknown file', 'attendu.csv', (text) => text, 'done'],
    [
      'a line cut short',
      'ventes.csv',
      (text) => text.replace(';carte\r\n', '\r\n'),
      'ventes.csv:2: cells-count',
    ],
    [
      'quotes left open',
      'depenses.csv',
      (text) => `${text}P001;2026-10;"18/10/2026;hotel;1;0;oui\r\n`,
      'depenses.csv:38: csv-malformed',
    ],
  ]
  it.each(cases)('%s', async (_name, file, change, wanted) => {
    const coop = await givenCooperative(test)
    const empty = await counts(coop)
    const found = await refusals(coop, changed(file, change))
    expect(found).toContain(wanted)
    if (wanted !== 'done') expect(await counts(coop)).toEqual(empty)
  })

  it('names every refused line in one run', async () => {
    const coop = await givenCooperative(test)
    const folder = changed('depenses.csv', (text) =>
      text
        .replace(';hotel;', ';champagne;')
        .replace('peage', 'yacht')
        .replace('416,66', 'beaucoup'),
    )
    const found = await refusals(coop, folder)
    expect(found.filter((one) => one.startsWith('depenses.csv'))).toHaveLength(3)
  })

  it('a file whose name is not known', async () => {
    const coop = await givenCooperative(test)
    const folder = changed('attendu.csv', (text) => text)
    writeFileSync(join(folder, 'vente.csv'), 'identifiant\r\n')
    expect(await refusals(coop, folder)).toContain('vente.csv:0: file-unknown')
  })

  it('a month whose sales file was lost, so that nobody is declared to have sold nothing', async () => {
    const coop = await givenCooperative(test)
    const folder = changed('attendu.csv', (text) => text)
    rmSync(join(folder, 'ventes.csv'))
    expect(await refusals(coop, folder)).toEqual(['ventes.csv:0: file-missing'])
  })

  it('kilometres of a year whose scale is not known', async () => {
    const coop = await givenCooperative(test)
    const folder = changed('attendu.csv', (text) => text)
    for (const file of ['ventes.csv', 'depenses.csv', 'kilometres.csv', 'taux.csv']) {
      const path = join(folder, file)
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('2026-10', '2022-10'))
    }
    expect(await refusals(coop, folder)).toContain('kilometres.csv:2:mois mileage-scale-unknown')
  })

  it('a folder that does not exist', async () => {
    const coop = await givenCooperative(test)
    expect(await refusals(coop, '/nowhere/mois-2026-10')).toEqual([
      'mois-2026-10:0: folder-unreadable',
    ])
  })
})

describe('the month after', () => {
  it('recognises the people it knows and asks for those it does not', async () => {
    const coop = await givenCooperative(test)
    await run(coop, MONTH_FIXTURE)
    const folder = mkdtempSync(join(tmpdir(), 'terreau-mois-'))
    folders.push(folder)
    const lines = [
      'identifiant;mois;date;client;pays_client;type_client;montant;type_montant;devise;taux_tva;moyen_paiement',
      'P001;2026-11;03/11/2026;Mairie;FR;pro;100,00;HT;EUR;20;virement',
    ]
    const write = (more: string[]) =>
      writeFileSync(join(folder, 'ventes.csv'), [...lines, ...more].join('\r\n'))
    write(['P077;2026-11;03/11/2026;Mairie;FR;pro;100,00;HT;EUR;20;virement'])
    expect(await refusals(coop, folder)).toEqual(['ventes.csv:3:identifiant person-unknown'])
    write([])
    expect(await run(coop, folder)).toMatchObject({ kind: 'done', summary: { declarations: 1 } })
    write(['P001;2026-11;04/11/2026;Mairie;FR;pro;1,00;HT;EUR;20;virement'])
    expect(await refusals(coop, folder)).toEqual(['ventes.csv:2:identifiant declaration-exists'])
  })
})
