import { addElement, drawRule, ensureSpace, type Sheet, type StructureElement } from './sheet.ts'
import { drawRepeatedText, drawText, type TextBox, type TextStyle, textHeight } from './text.ts'
import { COLORS, CONTENT_BOTTOM, CONTENT_WIDTH, PAGE, SIZES } from './theme.ts'

/** A cell: its text and, in smaller type under it, what the text means. */
export type Cell = string | { readonly text: string; readonly detail: string }

export type TableContent = {
  readonly headers: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** Last line, in bold under a thick rule; null when there is nothing to add up. */
  readonly total: readonly string[] | null
}

export type TableShape = {
  /** One share of the page width per column. */
  readonly widths: readonly number[]
  /** Columns from this one on hold figures: aligned on the right, digits under digits. */
  readonly firstFigureColumn: number
  readonly size?: number
}

type Column = { readonly x: number; readonly width: number; readonly align: 'left' | 'right' }
type Row = { readonly cells: readonly Cell[]; readonly isBold: boolean; readonly type: 'TH' | 'TD' }

const PADDING = { x: 3, y: 3.5 } as const

/** A table with a header repeated on each page; a row is never cut. */
export function drawTable(sheet: Sheet, content: TableContent, shape: TableShape): void {
  const table = addElement(sheet, 'Table')
  const columns = placeColumns(shape)
  const size = shape.size ?? SIZES.small
  const header: Row = { cells: content.headers, isBold: true, type: 'TH' }
  const firstRow: Row = { cells: content.rows[0] ?? [], isBold: false, type: 'TD' }
  const headerHeight = rowHeight(sheet, header, { columns, size })
  ensureSpace(sheet, headerHeight + rowHeight(sheet, firstRow, { columns, size }))
  drawRow(sheet, header, { table, columns, size })
  drawTableRule(sheet, 1, COLORS.ink)
  const rows: Row[] = content.rows.map((cells) => ({ cells, isBold: false, type: 'TD' }))
  if (content.total !== null) rows.push({ cells: content.total, isBold: true, type: 'TD' })
  for (const [index, row] of rows.entries()) {
    if (index > 0) drawTableRule(sheet, row.isBold ? 1 : 0.5, row.isBold ? COLORS.ink : COLORS.rule)
    // The last two lines travel together: a total alone on a page says nothing.
    const companion = index === rows.length - 2 ? rows[index + 1] : undefined
    const needed =
      rowHeight(sheet, row, { columns, size }) +
      (companion === undefined ? 0 : rowHeight(sheet, companion, { columns, size }))
    if (sheet.y + needed > CONTENT_BOTTOM) {
      ensureSpace(sheet, needed)
      repeatHeader(sheet, header, { columns, size })
    }
    drawRow(sheet, row, { table, columns, size })
  }
  drawTableRule(sheet, 1, COLORS.ink)
  sheet.y += 9
}

function placeColumns(shape: TableShape): Column[] {
  const shares = shape.widths.reduce((sum, width) => sum + width, 0)
  let x: number = PAGE.left
  return shape.widths.map((share, index) => {
    const width = (CONTENT_WIDTH * share) / shares
    const column: Column = { x, width, align: index >= shape.firstFigureColumn ? 'right' : 'left' }
    x += width
    return column
  })
}

function drawRow(
  sheet: Sheet,
  row: Row,
  place: { table: StructureElement; columns: readonly Column[]; size: number },
): void {
  const element = addElement(sheet, 'TR', { parent: place.table })
  for (const [index, column] of place.columns.entries()) {
    const isHeader = row.type === 'TH' || index === 0
    const scope = row.type === 'TH' ? 'Column' : 'Row'
    const tag = isHeader
      ? ({ type: 'TH', parent: element, scope } as const)
      : { type: 'TD', parent: element }
    const { text, detail } = cellParts(row.cells[index])
    const box = cellBox(column, sheet.y)
    const style = cellStyle(row, column, place.size)
    if (detail === '') {
      drawText(sheet, text, { box, style, tag })
      continue
    }
    const cell = addElement(sheet, tag.type, { parent: element, ...(isHeader ? { scope } : {}) })
    const height = drawText(sheet, text, { box, style, tag: { type: 'P', parent: cell } })
    drawText(sheet, detail, {
      box: { ...box, y: box.y + height },
      style: detailStyle(style),
      tag: { type: 'P', parent: cell },
    })
  }
  sheet.y += rowHeight(sheet, row, place)
}

function repeatHeader(
  sheet: Sheet,
  header: Row,
  place: { columns: readonly Column[]; size: number },
): void {
  for (const [index, column] of place.columns.entries()) {
    const { text } = cellParts(header.cells[index])
    const style = cellStyle(header, column, place.size)
    drawRepeatedText(sheet, { text, box: cellBox(column, sheet.y), style })
  }
  sheet.y += rowHeight(sheet, header, place)
  drawTableRule(sheet, 1, COLORS.ink)
}

function rowHeight(
  sheet: Sheet,
  row: Row,
  place: { columns: readonly Column[]; size: number },
): number {
  const heights = place.columns.map((column, index) => {
    const { text, detail } = cellParts(row.cells[index])
    const style = cellStyle(row, column, place.size)
    const width = column.width - 2 * PADDING.x
    const detailHeight = detail === '' ? 0 : textHeight(sheet, detail, width, detailStyle(style))
    return textHeight(sheet, text, width, style) + detailHeight
  })
  return Math.max(...heights) + 2 * PADDING.y
}

function cellParts(cell: Cell | undefined): { text: string; detail: string } {
  if (cell === undefined) return { text: '', detail: '' }
  return typeof cell === 'string' ? { text: cell, detail: '' } : cell
}

function cellBox(column: Column, y: number): TextBox {
  return { x: column.x + PADDING.x, y: y + PADDING.y, width: column.width - 2 * PADDING.x }
}

function cellStyle(row: Row, column: Column, size: number): TextStyle {
  const isHeader = row.type === 'TH'
  return {
    size: isHeader ? size - 0.5 : size,
    isBold: row.isBold,
    align: column.align,
    color: isHeader ? COLORS.secondary : COLORS.ink,
  }
}

function detailStyle(style: TextStyle): TextStyle {
  return {
    ...style,
    isBold: false,
    size: (style.size ?? SIZES.small) - 0.5,
    color: COLORS.secondary,
  }
}

function drawTableRule(sheet: Sheet, thickness: number, color: string): void {
  drawRule(sheet, { x: PAGE.left, y: sheet.y, width: CONTENT_WIDTH, color, thickness })
}
