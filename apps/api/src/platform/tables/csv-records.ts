import { CsvError, parse } from 'csv-parse/sync'

/** A line of a table file with its number in it, the first being 1. Cells are composed (NFC) and trimmed. */
export interface TableRow {
  line: number
  cells: readonly string[]
}

/** The lines of a CSV text, or the line whose quotes never end. */
export function csvRecords(
  text: string,
  delimiter: ';' | ',' | '\t',
): { rows: TableRow[] } | { malformedLine: number } {
  try {
    const parsed: unknown = parse(text, {
      delimiter,
      info: true,
      // Files put end to end, or completed elsewhere, end their lines in several ways.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
    })
    return { rows: Array.isArray(parsed) ? parsed.map(toRow) : [] }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { malformedLine: typeof error.lines === 'number' ? error.lines : 0 }
  }
}

function toRow(parsed: { record: string[]; info: { lines: number } }): TableRow {
  const cells = parsed.record.map(cleanCell)
  // The reader counts to the end of a record; a cell may hold line feeds.
  const feeds = parsed.record.join('').split('\n').length - 1
  return { line: parsed.info.lines - feeds, cells }
}

export function cleanCell(text: string): string {
  return text.normalize('NFC').replace(/^[\s\ufeff]+|[\s\ufeff]+$/g, '')
}
