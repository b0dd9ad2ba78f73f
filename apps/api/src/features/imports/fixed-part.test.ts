import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newMonthFolder, refusals, removeChangedMonths } from '../../../test/given-month-folder.ts'
import {
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
} from '../../../test/test-app.ts'

let test: TestApp

beforeAll(async () => {
  test = await createTestApp()
})
afterAll(async () => {
  removeChangedMonths()
  await test.close()
})

const TITLES =
  'identifiant;civilité;nom;prénom;date_naissance;courriel;téléphone;langue;activité;contrat;début;fin;régime_contribution;solde_ouverture;taux_tva;cv_fiscaux;km_année_avant;assiette_année_avant;part_fixe_brute'
const person = (name: string, contract: string, fixedPart: string) =>
  `${name};Mme;${name};Awa;;;;fr;Couture;${contract};TROIS;0;20;;0;0;${fixedPart}`
const CESA = 'CESA;01/02/2026;'
const CAPE = 'CAPE;01/02/2026;31/01/2027'

function folderOf(people: string[]): string {
  const folder = newMonthFolder()
  const files = {
    'personnes.csv': [TITLES, ...people],
    'regimes.csv': [
      'code;assemblée_du;assiette;période;palier_jusqu_à;taux;plancher_mensuel;fixe_mensuel;mois_exonérés',
      'TROIS;2025-06-20;ca_ht;mois;;10 %;30,00;0,00;0',
    ],
    'ventes.csv': [
      'identifiant;mois;date;client;pays_client;type_client;montant;type_montant;devise;taux_tva;moyen_paiement',
      'Sall;2026-10;2026-10-05;Mairie;FR;pro;100,00;HT;EUR;20;virement',
    ],
  }
  for (const [name, lines] of Object.entries(files))
    writeFileSync(join(folder, name), lines.join('\r\n'))
  return folder
}

it('brings the fixed part of each CESA: the pay of the month owes it', async () => {
  const coop = await givenCooperative(test)
  const folder = folderOf([
    person('Sall', CESA, '1 250,50 €'),
    person('Sy', CESA, '0'),
    person('Ba', CESA, ''),
    person('Diop', CAPE, ''),
  ])
  expect(await refusals(test, coop, folder)).toEqual(['done'])
  const accountant = await givenUser(test, coop, ['accountant'])
  const { body } = await call(test, accountant, 'GET /pay/:month', { params: { month: '2026-10' } })
  expect(
    body.map(({ familyName, fixedPartCents, state }) => [familyName, fixedPartCents, state]),
  ).toEqual([
    ['Ba', null, 'not-written'],
    ['Sall', '125050', 'uncovered'],
    ['Sy', '0', 'covered'],
  ])
})

it('refuses one that no contract can have, at its line', async () => {
  const coop = await givenCooperative(test)
  const folder = folderOf([
    person('Sall', CESA, '-12'),
    person('Sy', CAPE, '800,00'),
    person('Ba', CESA, 'mille'),
  ])
  expect(await refusals(test, coop, folder)).toEqual([
    'personnes.csv:2:part_fixe_brute amount-negative',
    'personnes.csv:3:part_fixe_brute fixed-part-of-cape',
    'personnes.csv:4:part_fixe_brute amount-unreadable',
  ])
})
