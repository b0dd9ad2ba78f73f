import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { ProblemError } from '../problem-error.ts'
import { readTable } from './read-table.ts'

const cellsOf = async (bytes: Uint8Array) =>
  (await readTable(bytes, 'paie.csv')).rows.map(({ line, cells }) => [line, ...cells])
const codeOf = (bytes: Uint8Array) =>
  readTable(bytes, 'x').then(
    () => 'read',
    (error: unknown) => (error instanceof ProblemError ? error.code : error),
  )

describe('a table that somebody sends', () => {
  it('is read as UTF-8 with or without BOM, as UTF-16, and else as Windows-1252', async () => {
    const text = 'Prénom;Brut\r\n\r\nZoé;1 200,50\r\n'
    const expected = [
      [1, 'Prénom', 'Brut'],
      [3, 'Zoé', '1 200,50'],
    ]
    expect(await cellsOf(Buffer.from(text))).toEqual(expected)
    expect(await cellsOf(Buffer.from(`\ufeff${text}`))).toEqual(expected)
    expect(await cellsOf(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(expected)
    const old = await readTable(Buffer.from(text, 'latin1'), 'C:\\paie\\<juillet>.csv')
    expect([old.encoding, old.fileName, old.rows[1]?.cells[0]]).toEqual([
      'windows-1252',
      'juillet.csv',
      'Zoé',
    ])
  })

  it('keeps the numbers of its lines, whatever its quotes hold', async () => {
    const text = 'Nom;Note\n"a\nb";x\nc;y\n'
    expect(await cellsOf(Buffer.from(text))).toEqual([
      [1, 'Nom', 'Note'],
      [2, 'a\nb', 'x'],
      [4, 'c', 'y'],
    ])
    expect(await codeOf(Buffer.from('Nom;Note\n"jamais fermé;x\n'))).toBe('table-unreadable')
  })

  it('may end its lines in several ways, as files put end to end do', async () => {
    expect(await cellsOf(Buffer.from('Nom;Brut\r\na;1\nb;2\r\n\n"c\nd";3\re;4'))).toEqual([
      [1, 'Nom', 'Brut'],
      [2, 'a', '1'],
      [3, 'b', '2'],
      [5, 'c\nd', '3'],
      [7, 'e', '4'],
    ])
  })

  it('may be a workbook: amounts to the cent, days, and empty lines counted', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Paie',
          columns: [{}, {}, { numFmt: 'dd/mm/yyyy' }],
          rows: [
            ['Référence', 'Brut', 'Date'],
            [],
            ['P-1', 2_646.0499999999997, new Date(Date.UTC(2026, 6, 31))],
            ['P-2', 12.125, null],
            ['P-3', 3_419, null],
          ],
        },
      ],
    })
    expect(await cellsOf(bytes)).toEqual([
      [1, 'Référence', 'Brut', 'Date'],
      [3, 'P-1', '2646,05', '2026-07-31'],
      [4, 'P-2', '12,1250', ''],
      [5, 'P-3', '3419', ''],
    ])
    expect(await codeOf(bytes.subarray(0, bytes.length - 200))).toBe('table-unreadable')
  })

  it('is refused when it is something else', async () => {
    expect(await codeOf(Buffer.from('%PDF-1.7\n…'))).toBe('table-kind-refused')
    expect(await codeOf(Buffer.from('d0cf11e0a1b11ae100', 'hex'))).toBe('table-kind-refused')
    expect(await codeOf(Buffer.from('89504e470d0a1a0a0000', 'hex'))).toBe('table-kind-refused')
  })
})
