import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newMonthFolder, refusals, removeChangedMonths } from '../../../test/given-month-folder.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import { asCommand, createTestApp, givenCooperative, type TestApp } from '../../../test/test-app.ts'
import { acceptMany } from '../declarations/index.ts'
import { importMonth, readFolder } from './index.ts'

let test: TestApp

beforeAll(async () => {
  test = await createTestApp()
})
afterAll(async () => {
  removeChangedMonths()
  await test.close()
})

const PEOPLE = [
  'identifiant;civilité;nom;prénom;date_naissance;courriel;téléphone;langue;activité;contrat;début;fin;régime_contribution;solde_ouverture;taux_tva;cv_fiscaux;km_année_avant;assiette_année_avant',
  'P001;Mme;Touré;Bintou;01/04/1964;b@exemple.test;;fr;Couture;CAPE;01/02/2026;31/01/2027;TROIS;10,00;20;;0;39 000,00',
  'P001;Mme;TOURE;Bintou;01/04/1964;b@exemple.test;;fr;Conseil;CAPE;01/02/2026;31/01/2027;TROIS;-5,00;20;;0;0,00',
  'P002;M.;Sy;Modibo;1981-10-07;;;fr;Traiteur;CESA;01/02/2026;;TROIS;0;10;;0;0',
]
const SCHEME = [
  'code;assemblée_du;assiette;période;palier_jusqu_à;taux;plancher_mensuel;fixe_mensuel;mois_exonérés',
  'TROIS;2025-06-20;ca_ht;année;40000,00;10 %;30,00;0,00;0',
  'TROIS;2025-06-20;ca_ht;année;;8 %;30,00;0,00;0',
]
const SALES =
  'identifiant;mois;date;client;pays_client;type_client;montant;type_montant;devise;taux_tva;moyen_paiement'

const sale = (of: { who: string; day: string; amount: string; activity?: string }) => {
  const [year, month] = of.day.split('-')
  const cells = [of.who, `${year}-${month}`, of.day, 'Mairie', 'FR', 'pro', of.amount, 'HT', 'EUR']
  return [...cells, '20', 'virement', ...(of.activity === undefined ? [] : [of.activity])].join(';')
}

function folderWith(files: Record<string, string[]>): string {
  const folder = newMonthFolder()
  mkdirSync(folder, { recursive: true })
  for (const [name, lines] of Object.entries(files)) {
    writeFileSync(join(folder, name), lines.join('\r\n'))
  }
  return folder
}

it('keeps two activities of one person on two accounts, and never guesses which', async () => {
  const coop = await givenCooperative(test)
  const october = (sales: string[]) =>
    folderWith({
      'personnes.csv': PEOPLE,
      'regimes.csv': SCHEME,
      'reglages.csv': ['clé;valeur', 'at_mp_refacturée_cape;3,95'],
      'ventes.csv': sales,
    })
  const one = { who: 'P001', day: '2026-10-05', amount: '2000,00' }
  const unsaid = october([SALES, sale(one)])
  expect(await refusals(test, coop, unsaid)).toEqual(['ventes.csv:2:activité activity-ambiguous'])
  const named = (...lines: string[]) => [`${SALES};Activite`, ...lines]
  const wrong = october(
    named(
      sale({ ...one, activity: '' }),
      sale({ ...one, activity: 'Cuisine' }),
      sale({ ...one, who: 'P002', activity: 'Couture' }),
    ),
  )
  expect(await refusals(test, coop, wrong)).toEqual([
    'ventes.csv:2:activité activity-ambiguous',
    'ventes.csv:3:activité activity-unknown',
    'ventes.csv:4:activité activity-unknown',
  ])
  const right = october(
    named(
      sale({ ...one, activity: 'couture' }),
      sale({ ...one, amount: '500,00', activity: 'CONSEIL' }),
      sale({ ...one, who: 'P002', amount: '100,00', activity: '' }),
    ),
  )
  const outcome = await asCommand(test, coop.id, (ctx) =>
    importMonth(ctx, { ...readFolder(right), isDryRun: false }),
  )
  expect(outcome).toMatchObject({ kind: 'done', summary: { peopleCreated: 2, declarations: 3 } })
  await asCommand(test, coop.id, async (ctx, tx) => {
    const rows = await tx
      .selectFrom('declaration')
      .select('id')
      .where('cooperativeId', '=', coop.id)
      .execute()
    return acceptMany(ctx, { declarationIds: rows.map((row) => row.id) })
  })
  const taken = await queryAsOwner(
    test,
    `select a.name, x.contribution_cents::int as contribution, x.accident_cover_cents::int as cover,
            (select -sum(l.amount_cents) from terreau.ledger_line l join terreau.account c on c.id = l.account_id
              where c.activity_id = a.id and c.kind like 'activity_%')::int as balance
       from terreau.standing_acceptance x join terreau.activity a on a.id = x.activity_id
      where x.cooperative_id = $1 order by a.name`,
    [coop.id],
  )
  // Each activity has its own year; the accident cover of a person is charged once.
  expect(taken).toEqual([
    { name: 'Conseil', contribution: 5_000, cover: 0, balance: -500 + 50_000 - 5_000 },
    { name: 'Couture', contribution: 18_000, cover: 395, balance: 1_000 + 200_000 - 18_000 - 395 },
    { name: 'Traiteur', contribution: 3_000, cover: 0, balance: 10_000 - 3_000 },
  ])
  const later = { who: 'P001', day: '2026-11-05', amount: '10,00' }
  const november = folderWith({ 'ventes.csv': [SALES, sale(later)] })
  expect(await refusals(test, coop, november)).toEqual(['ventes.csv:2:activité activity-ambiguous'])
  const [contract] = await queryAsOwner<{ number: string }>(
    test,
    `select c.number from terreau.contract c join terreau.activity a on a.id = c.activity_id
      where c.cooperative_id = $1 and a.name = 'Conseil'`,
    [coop.id],
  )
  const byNumber = folderWith({
    'ventes.csv': named(sale({ ...later, activity: contract?.number ?? '' })),
  })
  expect(await refusals(test, coop, byNumber)).toEqual(['done'])
})

it('refuses an identifier twice unless it is one person with two activities', async () => {
  const coop = await givenCooperative(test)
  const [titles = '', first = '', , third = ''] = PEOPLE
  const twice = (line: string) =>
    folderWith({
      'personnes.csv': [titles, first, line],
      'regimes.csv': SCHEME,
      'ventes.csv': [SALES, sale({ who: 'P001', day: '2026-10-05', amount: '1,00' })],
    })
  for (const line of [first, third.replace('P002', 'P001'), first.replace('1964', '1965')]) {
    expect(await refusals(test, coop, twice(line))).toEqual([
      'personnes.csv:3:identifiant person-duplicate',
    ])
  }
})
