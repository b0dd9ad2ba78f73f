import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { refusalText, remarkText } from '@terreau/i18n/command-line'
import { afterAll, describe, expect, it } from 'vitest'
import { MONTH_FIXTURE } from '../../../test/expected-month.ts'
import {
  changedMonth,
  newMonthFolder,
  removeChangedMonths,
} from '../../../test/given-month-folder.ts'
import { type ReadFolder, readFolder } from './index.ts'

afterAll(removeChangedMonths)

const said = ({ refusals, remarks }: ReadFolder) => ({
  refusals: refusals.map((one) => `${one.file}:${one.line}:${one.column} ${one.code}`),
  remarks: remarks.map((one) => `${one.file}:${one.line}:${one.column} ${one.code}`),
})
/** What was read, without the identifiers that each reading draws. */
const content = ({ parsed }: ReadFolder) =>
  JSON.parse(
    JSON.stringify(parsed, (key, value: unknown) =>
      key === 'id' || key === 'place' ? undefined : typeof value === 'bigint' ? `${value}n` : value,
    ),
  ) as unknown
const whole = content(readFolder(MONTH_FIXTURE))

const everyLine = (change: (cells: string[]) => string[], joined: string) => (text: string) =>
  text
    .split('\r\n')
    .map((line) => (line === '' ? line : change(line.split(';')).join(joined)))
    .join('\r\n')
const quotedCell = (cell: string) => `"${cell.replace(/^\ufeff/, '')}"`
/** Only the titles: the cells under them keep their accents. */
const titles = (change: (title: string) => string) => (text: string) =>
  text.replace(/^[^\r]+/, change)
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')

describe('a file written in another way means the same', () => {
  const cases: [name: string, file: string, change: (text: string) => string, string[]][] = [
    ['without accents', 'personnes.csv', titles(plain), ['personnes.csv:1: titles-read-as']],
    [
      'in capitals, with spaces',
      'personnes.csv',
      titles((title) => title.toUpperCase().replaceAll('_', ' ')),
      ['personnes.csv:1: titles-read-as'],
    ],
    [
      'in another order',
      'depenses.csv',
      everyLine((cells) => cells.toReversed().map((cell) => cell.replace(/^\ufeff/, '')), ';'),
      [],
    ],
    [
      'with tabs',
      'kilometres.csv',
      everyLine((cells) => cells, '\t'),
      ['kilometres.csv:1: separator-tab'],
    ],
    [
      'with commas and quotes',
      'regimes.csv',
      everyLine((cells) => cells.map(quotedCell), ','),
      ['regimes.csv:1: separator-comma'],
    ],
    [
      'with a separator at the end of each line',
      'depenses.csv',
      everyLine((c) => [...c, ''], ';'),
      [],
    ],
    [
      'with a separator at the end of some lines',
      'depenses.csv',
      (text) => text.replace(';oui\r\n', ';oui;;\r\n'),
      [],
    ],
    [
      'with an empty column that is not known',
      'taux.csv',
      (text) => text.replaceAll('\r\n', ';\r\n').replace(';\r\n', ';note\r\n'),
      ['taux.csv:1:note column-empty'],
    ],
    ['with line feeds alone', 'ventes.csv', (text) => text.replaceAll('\r\n', '\n'), []],
    ['decomposed, as a Mac writes', 'personnes.csv', (text) => text.normalize('NFD'), []],
    [
      'with the separator named on a first line',
      'kilometres.csv',
      (text) => `\ufeffsep=;\r\n${text.slice(1)}`,
      [],
    ],
    [
      'with months as a spreadsheet shows them',
      'kilometres.csv',
      (text) => text.replace(';2026-10;', ';oct.-26;').replace(';2026-10;', ';01/10/2026;'),
      [],
    ],
    [
      'with kilometres that carry decimals of zero',
      'kilometres.csv',
      (text) => text.replace(';248;', ';248,00;'),
      [],
    ],
    [
      'with a day as its midnight',
      'ventes.csv',
      (text) => text.replace(';17/10/26;', ';2026-10-17 00:00:00;'),
      [],
    ],
    [
      'with codes in words',
      'regimes.csv',
      (text) => text.replaceAll(';marge_brute_ht;', ';Marge brute HT;'),
      [],
    ],
    [
      'with rates of other months',
      'taux.csv',
      (text) => `${text}2026-09;USD;1,2;saisi\r\n2026-08;USD;1,3;saisi\r\n`,
      ['taux.csv:6:mois rates-other-months'],
    ],
  ]
  it.each(cases)('%s', (_name, file, change, remarks) => {
    const read = readFolder(changedMonth(file, change))
    expect(said(read)).toEqual({ refusals: [], remarks })
    expect(content(read)).toEqual(whole)
    for (const { code, params } of read.remarks) {
      for (const locale of ['fr', 'en'] as const) remarkText(locale, code, params)
    }
  })

  it('under another extension', () => {
    const folder = changedMonth('attendu.csv', (text) => text)
    renameSync(join(folder, 'ventes.csv'), join(folder, 'VENTES.TXT'))
    renameSync(join(folder, 'depenses.csv'), join(folder, 'Dépenses.tsv'))
    const read = readFolder(folder)
    expect(said(read)).toEqual({ refusals: [], remarks: [] })
    expect(content(read)).toEqual(whole)
  })
})

describe('what could be read in two ways is refused', () => {
  const cases: [name: string, file: string, change: (text: string) => string, string][] = [
    [
      'a title that comes twice, once without accent',
      'personnes.csv',
      everyLine((cells) => [...cells, cells[3] === 'prénom' ? 'prenom' : 'x'], ';'),
      'personnes.csv:1:prénom column-duplicate',
    ],
    [
      'a column of values without a title',
      'taux.csv',
      (text) => text.replace('\r\n', ';\r\n').replace('coopérative\r\n', 'coopérative;7\r\n'),
      'taux.csv:1:n° 5 column-untitled',
    ],
    [
      'amounts cut by commas',
      'regimes.csv',
      (text) => text.replaceAll(';', ','),
      'regimes.csv:1: delimiter-wrong',
    ],
    [
      'a share that may be of one or of a hundred',
      'reglages.csv',
      (text) => text.replace('60 %', '0,6'),
      'reglages.csv:3:valeur rate-ambiguous',
    ],
    [
      'a rate of VAT as a fraction',
      'ventes.csv',
      (text) => text.replace(';EUR;20;', ';EUR;0,2;'),
      'ventes.csv:3:taux_tva rate-ambiguous',
    ],
    [
      'thousands or decimals of a Guinean franc',
      'taux.csv',
      (text) => text.replace('9874,50', '9.874'),
      'taux.csv:2:unités_pour_1_eur exchange-rate-ambiguous',
    ],
    [
      'two identifiers that only capitals part',
      'personnes.csv',
      (text) => text.replace('\r\nP002;', '\r\np001;'),
      'personnes.csv:3:identifiant person-duplicate',
    ],
    [
      'a birth after the month',
      'personnes.csv',
      (text) => text.replace('01/04/1964', '01/04/2064'),
      'personnes.csv:2:date_naissance date-in-future',
    ],
  ]
  it.each(cases)('%s', (_name, file, change, wanted) => {
    const read = readFolder(changedMonth(file, change))
    expect(said(read).refusals).toContain(wanted)
    for (const { code, params } of read.refusals) {
      for (const locale of ['fr', 'en'] as const) refusalText(locale, code, params)
    }
  })
})

describe('what is read with care', () => {
  it('a birth of the last century, written with two digits', () => {
    const folder = changedMonth('personnes.csv', (text) => text.replace('01/04/1964', '01/04/64'))
    expect(content(readFolder(folder))).toEqual(whole)
  })

  it('figures of a year that begins: counted, and said', () => {
    const folder = changedMonth('attendu.csv', (text) => text)
    for (const file of ['ventes.csv', 'depenses.csv', 'kilometres.csv', 'taux.csv']) {
      const path = join(folder, file)
      writeFileSync(path, readFileSync(path, 'utf8').split('\r\n')[0] ?? '')
    }
    const { remarks } = readFolder(folder, '2027-01' as never)
    expect(remarks.map(({ code }) => code)).toContain('carried-in-january')
  })
})

describe('a folder that cannot be read says what is expected and what was found', () => {
  const sentences = (folder: string) =>
    readFolder(folder).refusals.map(({ code, params }) => refusalText('fr', code, params))

  it('only workbooks, under names of their own', () => {
    const folder = newMonthFolder()
    writeFileSync(join(folder, 'Suivi octobre.xlsx'), 'PK')
    const [sentence, ...others] = sentences(folder)
    expect(others).toEqual([])
    expect(sentence).toContain('personnes.csv, ventes.csv')
    expect(sentence).toContain('Trouvé : Suivi octobre.xlsx')
    expect(sentence).toContain('CSV UTF-8')
  })

  it('nothing, another folder, or a file', () => {
    const folder = newMonthFolder()
    expect(sentences(folder)[0]).toMatch(/attendus : personnes\.csv.*Trouvé : –/)
    mkdirSync(join(folder, 'octobre'))
    expect(sentences(folder)[0]).toContain('Trouvé : octobre')
    expect(sentences(join(MONTH_FIXTURE, 'ventes.csv'))[0]).toContain('Donnez le dossier')
    expect(said(readFolder(folder)).refusals).toEqual([`${basename(folder)}:0: folder-empty`])
  })

  it('a workbook beside the files is left out, and said', () => {
    const folder = changedMonth('attendu.csv', (text) => text)
    writeFileSync(join(folder, 'notes.xlsx'), 'PK')
    expect(said(readFolder(folder))).toEqual({
      refusals: [],
      remarks: ['notes.xlsx:0: file-left-out'],
    })
  })
})

it('a line that comes twice and a file that is not there are said, not guessed about', () => {
  const twice = changedMonth('depenses.csv', (text) => {
    const [titles = '', first = '', ...rest] = text.split('\r\n')
    return [titles, first, first, ...rest].join('\r\n')
  })
  rmSync(join(twice, 'kilometres.csv'))
  const read = readFolder(twice)
  expect(said(read)).toEqual({
    refusals: [],
    remarks: ['kilometres.csv:0: file-absent', 'depenses.csv:3: line-twice'],
  })
  expect(read.parsed?.expenses).toHaveLength(36)
})

it('a scheme may give a negative base back', () => {
  const folder = (said: string) =>
    readFolder(
      changedMonth(
        'regimes.csv',
        everyLine(
          (cells) => [...cells, cells[1] === 'assemblée_du' ? 'assiette_négative' : said],
          ';',
        ),
      ),
    )
  expect(folder('rendue').parsed?.schemes[0]?.negativeBase).toBe('given_back')
  expect(folder('').parsed?.schemes[0]?.negativeBase).toBe('as_nil')
  expect(said(folder('remboursée')).refusals).toContain(
    'regimes.csv:2:assiette_négative value-unknown',
  )
})

it('a scheme may be taken on what was collected, and exempt statuses', () => {
  const folder = (statuses: string) =>
    readFolder(
      changedMonth('regimes.csv', (text) =>
        text
          .replaceAll(';ca_ht;', ';encaissé_ht;')
          .split('\r\n')
          .map((line, index) =>
            line === '' ? line : `${line};${index === 0 ? 'statuts_exonérés' : statuses}`,
          )
          .join('\r\n'),
      ),
    )
  const [scheme] = folder('Associé, cape').parsed?.schemes ?? []
  expect([scheme?.base, scheme?.exemptStatuses]).toEqual(['collected', ['cape', 'associate']])
  expect(folder('').parsed?.schemes[0]?.exemptStatuses).toEqual([])
  expect(said(folder('retraité')).refusals).toContain(
    'regimes.csv:2:statuts_exonérés value-unknown',
  )
})
