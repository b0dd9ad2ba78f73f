import {
  addElement,
  drawRule,
  ensureSpace,
  type Sheet,
  type StructureElement,
  startPage,
} from './sheet.ts'
import {
  drawRepeatedText,
  drawText,
  type TextBox,
  type TextStyle,
  type TextTag,
  textHeight,
  textWidth,
} from './text.ts'
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

const PADDING = { x: 2, y: 3, dense: 1 } as const

type Lines = {
  readonly columns: readonly Column[]
  readonly size: number
  readonly paddingY: number
}
type Grid = Lines & { readonly table: StructureElement }

/** A table with a header repeated on each page; a row is never cut. */
export function drawTable(sheet: Sheet, content: TableContent, shape: TableShape): void {
  const { header, rows, ...lines } = linesOf(sheet, content, shape)
  ensureSpace(sheet, rowHeight(sheet, header, lines) + heightKeptTogether(sheet, rows, lines))
  const grid: Grid = { ...lines, table: addElement(sheet, 'Table') }
  drawRow(sheet, header, grid)
  drawTableRule(sheet, 1, COLORS.ink)
  for (const [index, row] of rows.entries()) {
    if (index > 0) drawTableRule(sheet, row.isBold ? 1 : 0.5, row.isBold ? COLORS.ink : COLORS.rule)
    if (sheet.y + heightKeptTogether(sheet, rows.slice(index), grid) > CONTENT_BOTTOM) {
      startPage(sheet)
      repeatHeader(sheet, header, grid)
    }
    drawRow(sheet, row, grid)
  }
  drawTableRule(sheet, 1, COLORS.ink)
  sheet.y += 7
}

/** What must fit on a page for a table to begin on it: its header and its first row. */
export function tableBegins(sheet: Sheet, content: TableContent, shape: TableShape): number {
  const { header, rows, ...lines } = linesOf(sheet, content, shape)
  return rowHeight(sheet, header, lines) + heightKeptTogether(sheet, rows, lines)
}

function linesOf(sheet: Sheet, content: TableContent, shape: TableShape) {
  const header: Row = { cells: content.headers, isBold: true, type: 'TH' }
  const rows: Row[] = content.rows.map((cells) => ({ cells, isBold: false, type: 'TD' }))
  if (content.total !== null) rows.push({ cells: content.total, isBold: true, type: 'TD' })
  const { widths, size } = fittingWidths(sheet, [header, ...rows], shape)
  const columns = placeColumns(widths, shape.firstFigureColumn)
  return { header, rows, columns, size, paddingY: sheet.isDense ? PADDING.dense : PADDING.y }
}

/** The last two rows travel together: a total alone on a page says nothing. */
function heightKeptTogether(sheet: Sheet, rows: readonly Row[], grid: Lines): number {
  const kept = rows.length === 2 ? rows : rows.slice(0, 1)
  return kept.reduce((sum, row) => sum + rowHeight(sheet, row, grid), 0)
}

function placeColumns(widths: readonly number[], firstFigureColumn: number): Column[] {
  let x: number = PAGE.left
  return widths.map((width, index) => {
    const column: Column = { x, width, align: index >= firstFigureColumn ? 'right' : 'left' }
    x += width
    return column
  })
}

/** Below this a figure is not read any more on paper. */
const LEAST_SIZE = 5.5

/**
 * Widths in which no figure is cut in two lines, where it would be read as two figures: wide figures take
 * from the columns that have room to spare, then the letters of the whole table get smaller.
 */
function fittingWidths(
  sheet: Sheet,
  rows: readonly Row[],
  shape: TableShape,
): { widths: readonly number[]; size: number } {
  const shares = shape.widths.reduce((sum, width) => sum + width, 0)
  const wished = shape.widths.map((share) => (CONTENT_WIDTH * share) / shares)
  for (let size = shape.size ?? SIZES.small; ; size -= 0.25) {
    const columns = wished.map((width, index) => {
      const isFigure = index >= shape.firstFigureColumn
      const needed = wholeWidth(sheet, rows, { index, size, width, isFigure })
      return { width, needed, isFigure }
    })
    const widths = widened(columns)
    if (widths !== null) return { widths, size }
    if (size - 0.25 < LEAST_SIZE) return { widths: wished, size }
  }
}

/**
 * What a column takes so that none of its figures parts, nor any word or date. Words may go on below where
 * they are not short: in a header, in a column of words, in a first column that is too narrow for them.
 */
function wholeWidth(
  sheet: Sheet,
  rows: readonly Row[],
  column: { index: number; size: number; width: number; isFigure: boolean },
): number {
  const { index, size, width, isFigure } = column
  const room = 2 * PADDING.x + 0.5
  const widths = rows.map((row) => {
    const { text } = cellParts(row.cells[index])
    const style = { size: row.type === 'TH' ? size - 0.5 : size, isBold: row.isBold }
    const whole = textWidth(sheet, text, style)
    const isWhole = isFigure || (index === 0 && whole + room <= width)
    if (isWhole && row.type === 'TD') return whole
    return Math.max(...text.split(' ').map((word) => textWidth(sheet, word, style)))
  })
  return Math.max(0, ...widths) + room
}

type Wish = { readonly width: number; readonly needed: number; readonly isFigure: boolean }

/** The wished widths, each at least the needed one, still as wide as the page together; null when they cannot be. */
function widened(columns: readonly Wish[]): readonly number[] | null {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
  const lacking = sum(columns.map(({ width, needed }) => Math.max(0, needed - width)))
  // A column of words keeps most of its room: its lines would become a ladder.
  const spare = columns.map(({ width, needed, isFigure }, index) => {
    return Math.max(0, width - Math.max(needed, isFigure || index === 0 ? 0 : width * 0.75))
  })
  const given = sum(spare)
  if (given < lacking) return null
  return columns.map(({ width, needed }, index) => {
    const share = given === 0 ? 0 : ((spare[index] ?? 0) * lacking) / given
    return Math.max(needed, width - share)
  })
}

function drawRow(sheet: Sheet, row: Row, grid: Grid): void {
  const parent = addElement(sheet, 'TR', { parent: grid.table })
  for (const [index, column] of grid.columns.entries()) {
    const tag: TextTag =
      row.type === 'TH'
        ? { type: 'TH', parent, scope: 'Column' }
        : index === 0
          ? { type: 'TH', parent, scope: 'Row' }
          : { type: 'TD', parent }
    const style = cellStyle(row, column, grid.size)
    drawCell(sheet, row.cells[index], { box: cellBox(grid, column, sheet.y), style, tag })
  }
  sheet.y += rowHeight(sheet, row, grid)
}

function drawCell(
  sheet: Sheet,
  cell: Cell | undefined,
  place: { box: TextBox; style: TextStyle; tag: TextTag },
): void {
  const { text, detail } = cellParts(cell)
  const { box, style, tag } = place
  if (detail === '') {
    drawText(sheet, text, place)
    return
  }
  const { type, ...options } = tag
  const parent = addElement(sheet, type, options)
  const height = drawText(sheet, text, { box, style, tag: { type: 'P', parent } })
  drawText(sheet, detail, {
    box: { ...box, y: box.y + height },
    style: detailStyle(style),
    tag: { type: 'P', parent },
  })
}

function repeatHeader(sheet: Sheet, header: Row, grid: Grid): void {
  for (const [index, column] of grid.columns.entries()) {
    const { text } = cellParts(header.cells[index])
    const style = cellStyle(header, column, grid.size)
    drawRepeatedText(sheet, { text, box: cellBox(grid, column, sheet.y), style })
  }
  sheet.y += rowHeight(sheet, header, grid)
  drawTableRule(sheet, 1, COLORS.ink)
}

function rowHeight(sheet: Sheet, row: Row, grid: Lines): number {
  const heights = grid.columns.map((column, index) => {
    const { text, detail } = cellParts(row.cells[index])
    const style = cellStyle(row, column, grid.size)
    const width = column.width - 2 * PADDING.x
    const detailHeight = detail === '' ? 0 : textHeight(sheet, detail, width, detailStyle(style))
    return textHeight(sheet, text, width, style) + detailHeight
  })
  return Math.max(...heights) + 2 * grid.paddingY
}

function cellParts(cell: Cell | undefined): { text: string; detail: string } {
  if (cell === undefined) return { text: '', detail: '' }
  return typeof cell === 'string' ? { text: cell, detail: '' } : cell
}

function cellBox({ paddingY }: Grid, column: Column, y: number): TextBox {
  return { x: column.x + PADDING.x, y: y + paddingY, width: column.width - 2 * PADDING.x }
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
