import type { LocalDate } from '@terreau/domain/time/local-date'
import { stringify } from 'csv-stringify/sync'
import type { FileAnswer } from '../http/mount.ts'

/** A day in a table that is sent out: 2026-11-02 in CSV, a date in a workbook. */
export interface DayCell {
  readonly day: LocalDate
}

/** A cell of a table that is sent out: a bigint is euro cents, anything else is written as it is. */
export type CsvCell = string | number | bigint | DayCell | null | undefined

/**
 * A table for a French spreadsheet: semicolons, UTF-8 with BOM, decimal comma. A text that a spreadsheet would
 * run as a formula is disarmed; an amount stays a number, also below zero.
 */
export function csvFile(fileName: string, rows: readonly (readonly CsvCell[])[]): FileAnswer {
  const text = stringify(
    rows.map((row) => [...row]),
    {
      delimiter: ';',
      bom: true,
      escape_formulas: true,
      record_delimiter: 'windows',
      cast: {
        bigint: (cents) => ({ value: decimalText(cents, ','), escape_formulas: false }),
        object: (cell) => String(cell.day),
      },
    },
  )
  return { mediaType: 'text/csv; charset=utf-8', fileName, bytes: Buffer.from(text, 'utf8') }
}

/** -123456n prints -1234,56 with a comma: what a French spreadsheet reads as a number. */
export function decimalText(cents: bigint, mark: ',' | '.'): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}${mark}${digits.slice(-2)}`
}
