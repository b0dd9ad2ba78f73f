import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  changedMonth,
  refusals,
  removeChangedMonths,
  rowCounts,
} from '../../../test/given-month-folder.ts'
import { createTestApp, givenCooperative, type TestApp } from '../../../test/test-app.ts'

let test: TestApp

beforeAll(async () => {
  test = await createTestApp()
})
afterAll(async () => {
  removeChangedMonths()
  await test.close()
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
      'a family name that documents cannot print',
      'personnes.csv',
      (text) => text.replace(';Touré;', ';توري;'),
      'personnes.csv:2:nom name-not-printable',
    ],
    [
      'a family name that no letter is in (an empty given name is right: many have one name)',
      'personnes.csv',
      (text) => text.replace(/;Modibo;/, ';;').replace(';Touré;', ';\u0301-;'),
      'personnes.csv:2:nom name-without-letter',
    ],
    [
      'a given name that documents cannot print',
      'personnes.csv',
      (text) => text.replace(';Modibo;', ';Modibo ☕;'),
      'personnes.csv:3:prénom name-not-printable',
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
      'a rate of three decimals',
      'regimes.csv',
      (text) => text.replace(';10 %;', ';13,333 %;'),
      'regimes.csv:2:taux rate-decimals',
    ],
    [
      'tiers out of order',
      'regimes.csv',
      (text) => text.replace('5000,00', '1000,00'),
      'regimes.csv:5:palier_jusqu_à scheme-tiers',
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
    [
      'a line of titles that comes twice',
      'ventes.csv',
      (text) => `${text.split('\r\n')[0]}\r\n${text}`,
      'ventes.csv:2: header-repeated',
    ],
    [
      'a workbook renamed to .csv',
      'ventes.csv',
      () => Buffer.from('PK\x03\x04 and more'),
      'ventes.csv:0: file-spreadsheet',
    ],
    [
      'a refund whose VAT was paid',
      'depenses.csv',
      (text) => text.replace('416,66;37,88', '-416,66;37,88'),
      'depenses.csv:2:dont_tva vat-sign-differs',
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
    const empty = await rowCounts(test, coop)
    const found = await refusals(test, coop, changedMonth(file, change))
    expect(found).toContain(wanted)
    expect(found.filter((one) => one.endsWith(' file-empty'))).toEqual([])
    if (wanted !== 'done') expect(await rowCounts(test, coop)).toEqual(empty)
  })

  it('names every refused line in one run', async () => {
    const coop = await givenCooperative(test)
    const folder = changedMonth('depenses.csv', (text) =>
      text
        .replace(';hotel;', ';champagne;')
        .replace('peage', 'yacht')
        .replace('416,66', 'beaucoup'),
    )
    const found = await refusals(test, coop, folder)
    expect(found.filter((one) => one.startsWith('depenses.csv'))).toHaveLength(3)
  })

  it('a file whose name is not known', async () => {
    const coop = await givenCooperative(test)
    const folder = changedMonth('attendu.csv', (text) => text)
    writeFileSync(join(folder, 'vente.csv'), 'identifiant\r\n')
    expect(await refusals(test, coop, folder)).toContain('vente.csv:0: file-unknown')
  })

  it('a workbook, a folder or a second copy where a file is expected', async () => {
    const coop = await givenCooperative(test)
    const folder = changedMonth('attendu.csv', (text) => text)
    rmSync(join(folder, 'taux.csv'))
    mkdirSync(join(folder, 'taux.csv'))
    writeFileSync(join(folder, 'ventes.xlsx'), 'PK')
    writeFileSync(join(folder, 'DEPENSES.csv'), readFileSync(join(folder, 'depenses.csv')))
    const found = await refusals(test, coop, folder)
    expect(found).toContain('taux.csv:0: file-unreadable')
    expect(found).toContain('ventes.xlsx:0: file-spreadsheet')
    expect(found).toContain('depenses.csv:0: file-duplicate')
  })

  it('a month whose sales file was lost, so that nobody is declared to have sold nothing', async () => {
    const coop = await givenCooperative(test)
    const folder = changedMonth('attendu.csv', (text) => text)
    rmSync(join(folder, 'ventes.csv'))
    expect(await refusals(test, coop, folder)).toEqual(['ventes.csv:0: file-missing'])
  })

  it('kilometres of a year whose scale is not known', async () => {
    const coop = await givenCooperative(test)
    const folder = changedMonth('attendu.csv', (text) => text)
    for (const file of ['ventes.csv', 'depenses.csv', 'kilometres.csv', 'taux.csv']) {
      const path = join(folder, file)
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('2026-10', '2022-10'))
    }
    expect(await refusals(test, coop, folder)).toContain(
      'kilometres.csv:2:mois mileage-scale-unknown',
    )
  })

  it('a folder that does not exist', async () => {
    const coop = await givenCooperative(test)
    expect(await refusals(test, coop, '/nowhere/mois-2026-10')).toEqual([
      'mois-2026-10:0: folder-unreadable',
    ])
  })
})
