import { cents } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
import { yearMonth } from '@terreau/domain/time/year-month'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { csvFile } from '../../platform/tables/write-csv.ts'
import { xlsxBytes } from '../../platform/tables/write-xlsx.ts'
import type { PayLine } from './pay-lines.ts'
import type { VariableLine } from './variable-lines.ts'
import { variableRows } from './variables.ts'

const PERSON = {
  contractId: '1',
  contractNumber: '@A1',
  personId: '2',
  personReference: '+P001',
  familyName: '=1+1',
  givenName: '-Awa; "dite" A',
  activityId: '3',
  activityName: '\tcouture',
}
const LINE: PayLine = {
  ...PERSON,
  from: localDate('2026-11-01'),
  to: localDate('2026-11-15'),
  isWholeMonth: false,
  isPaid: false,
  suspended: [
    { from: localDate('2026-11-02'), to: localDate('2026-11-03') },
    { from: localDate('2026-11-10'), to: localDate('2026-11-15') },
  ],
  fixedPartCents: cents(60_000n),
  availableCents: cents(-5n),
  state: 'uncovered',
}
const VARIABLE: VariableLine = {
  ...PERSON,
  hasEnded: false,
  advanceCents: cents(204_605n),
  balance: {
    assemblyOn: localDate('2026-10-15'),
    dueOn: localDate('2026-11-15'),
    firstMonth: yearMonth('2024-09'),
    lastMonth: yearMonth('2025-08'),
    budgetCents: cents(47_123n),
    decidedBeforeCents: cents(0n),
    grossCents: null,
  },
}
const MONTH = yearMonth('2026-11')
const rowsOf = (fixed: PayLine[], variable: VariableLine[], locale: 'fr' | 'en' = 'fr') =>
  variableRows({ fixed, variable }, MONTH, locale)
const csvOf = (...of: Parameters<typeof rowsOf>) =>
  Buffer.from(csvFile('a.csv', rowsOf(...of)).bytes).toString('utf8')

it('disarms text that a spreadsheet would run, and leaves negative amounts as numbers', () => {
  const text = csvOf([LINE], [VARIABLE])
  expect(text.startsWith('\uFEFFmois;')).toBe(true)
  const [, row] = text.trim().split('\r\n')
  expect(row).toBe(
    `2026-11;'+P001;'=1+1;"'-Awa; ""dite"" A";'@A1;'\tcouture;2026-11-01;2026-11-15;non;600,00;2046,05;;471,23;2026-11-15;-0,05;compte insuffisant : la part fixe reste due;2024-09-01;2025-08-31;2026-11-02/2026-11-03, 2026-11-10/2026-11-15`,
  )
})

it('keeps a line break, a semicolon and quotes of a name within their cell', () => {
  const named: PayLine = { ...LINE, familyName: 'N’Diaye;\r\n"Awa"', givenName: 'Awa' }
  const rows = parse(csvOf([named], []), { bom: true, delimiter: ';' })
  expect(rows).toHaveLength(2)
  expect(rows[1]?.slice(2, 4)).toEqual(['N’Diaye;\r\n"Awa"', 'Awa'])
})

it('leaves a fixed part that is not written empty, never zero', () => {
  const unknown: PayLine = { ...LINE, fixedPartCents: null, state: 'not-written' }
  expect(csvOf([unknown], [], 'en')).toContain(';no;;;;;;-0,05;read the fixed part on the contract')
})

it('warns of somebody who has one name only: payroll asks for a given name', () => {
  const one = { ...LINE, familyName: 'Zabihullah', givenName: '' }
  const [, row] = parse(csvOf([one], [VARIABLE]), { delimiter: ';', bom: true }) as string[][]
  expect(row?.slice(2, 4)).toEqual(['Zabihullah', ''])
  expect(row).toContain(
    'compte insuffisant : la part fixe reste due ; aucun prénom sur le passeport : reprendre la carte Vitale ou le titre de séjour',
  )
})

it('keeps whoever has left and waits for a balance', () => {
  const ended = { ...VARIABLE, hasEnded: true, advanceCents: null }
  const [, row] = csvOf([], [ended]).trim().split('\r\n')
  expect(row).toContain(';;;non;;;;471,23;2026-11-15;;contrat terminé')
  expect(row?.endsWith(';2024-09-01;2025-08-31;')).toBe(true)
})

it('is a workbook too: amounts are numbers, texts are never formulas', async () => {
  const bytes = await xlsxBytes(rowsOf([LINE], [VARIABLE]), {
    name: MONTH,
    modified: new Date(0),
  })
  const { sheets } = await readXlsx(bytes)
  const [heading = [], row = []] = sheets[0]?.rows ?? []
  const cell = (name: string) => row[heading.indexOf(name)]
  expect(cell('nom')).toBe('=1+1')
  expect(cell('part_fixe_brute')).toBe(600)
  expect(cell('acompte_variable_brut')).toBe(2046.05)
  expect(cell('disponible')).toBe(-0.05)
  const day = (text: string) => new Date(`${text}T00:00:00Z`)
  expect(cell('du')).toEqual(day('2026-11-01'))
  expect(cell('solde_à_payer_avant_le')).toEqual(day('2026-11-15'))
  expect(cell('solde_exercice_au')).toEqual(day('2025-08-31'))
  expect(cell('solde_variable_brut')).toBeNull()
  const parts = unzipSync(bytes)
  expect(strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('<f')
})
