import { expect, it } from 'vitest'
import { csvFile, decimalText } from './write-csv.ts'

it('writes what a French spreadsheet opens: numbers are numbers, formulas are texts', () => {
  const { bytes } = csvFile('a.csv', [
    ['nom', 'montant'],
    ['=SOMME(A1)', -5n],
    ['Ŋ;"x"', 123_456n],
    ['', null],
  ])
  expect(Buffer.from(bytes).toString('utf8')).toBe(
    '\ufeffnom;montant\r\n\'=SOMME(A1);-0,05\r\n"Ŋ;""x""";1234,56\r\n;\r\n',
  )
})

it('keeps every cent of an amount', () => {
  const written = [0n, 7n, -7n, 100n, -123_456n].map((cents) => decimalText(cents, '.'))
  expect(written).toEqual(['0.00', '0.07', '-0.07', '1.00', '-1234.56'])
})
