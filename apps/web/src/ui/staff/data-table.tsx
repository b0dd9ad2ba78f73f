import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { type SortValue, sortRows } from './sort-rows.ts'
import { type Sort, sortHref, useSort } from './use-sort.ts'
import { useT } from './words.ts'

export interface Column<Row> {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Amounts and counts are aligned on the right. */
  isNumeric?: boolean
  /** The column that names the row for screen readers; the first one when none says so. */
  isRowHeader?: boolean
  /** Makes the column sortable by its header. */
  sortBy?: (row: Row) => SortValue
}

interface DataTableProps<Row> {
  /** What the table holds; heard, and seen when `isCaptionShown`. */
  caption: string
  isCaptionShown?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** The column sorted at first, '-key' for descending. No sorting when absent. */
  initialSort?: string
  /** True when the API already sorted (the order is in the address all the same). */
  isSortedByApi?: boolean
  /**
   * Its figures are compared down the columns: on a phone it keeps them, and scrolls on its own. Any other table of
   * more than two columns is read there row by row, from top to bottom, with the headers beside the cells.
   */
  isCompared?: boolean
  footer?: ReactNode
}

/** A table that can be read aloud, sorted by its headers, and read row by row on narrow screens. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, initialSort = '', isSortedByApi = false, footer } = props
  const t = useT()
  const isCompared = props.isCompared === true
  const isStacked = !isCompared && columns.length > 2
  const roleOf = (role: 'table' | 'rowgroup' | 'row') => (isStacked ? { role } : {})
  const sort = useSort(initialSort)
  const sortBy = columns.find((column) => column.key === sort.key)?.sortBy
  const shown = sortBy && !isSortedByApi ? sortRows(rows, sortBy, sort.isDescending) : rows
  const hasRowHeader = columns.some((column) => column.isRowHeader)
  return (
    <section className="table-scroll" data-scroll-x="" aria-label={caption} tabIndex={0}>
      {/* Rows that are laid out as blocks are no longer a table to browsers: the roles say it. */}
      <table
        className={`data-table${isStacked ? ' stacked' : ''}${isCompared ? ' compared' : ''}`}
        {...roleOf('table')}
      >
        <caption className={props.isCaptionShown === true ? undefined : 'visually-hidden'}>
          {caption}
        </caption>
        <thead {...roleOf('rowgroup')}>
          <tr {...roleOf('row')} data-label={t('staffFrame.list.sort')}>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} isStacked={isStacked} />
            ))}
          </tr>
        </thead>
        <tbody {...roleOf('rowgroup')}>
          {shown.map((row) => (
            <tr key={rowKey(row)} {...roleOf('row')}>
              {columns.map((column, index) => (
                <BodyCell
                  key={column.key}
                  isHeader={hasRowHeader ? column.isRowHeader === true : index === 0}
                  isNumeric={column.isNumeric === true}
                  label={isStacked ? column.header : null}
                >
                  {column.cell(row)}
                </BodyCell>
              ))}
            </tr>
          ))}
        </tbody>
        {footer !== undefined && <tfoot>{footer}</tfoot>}
      </table>
    </section>
  )
}

interface HeaderCellProps<Row> {
  column: Column<Row>
  sort: Sort
  isStacked: boolean
}

function HeaderCell<Row>({ column, sort, isStacked }: HeaderCellProps<Row>) {
  const t = useT()
  const search = useSearch()
  const [location] = useLocation()
  const className = column.isNumeric === true ? 'numeric' : undefined
  const role = isStacked ? { role: 'columnheader' } : {}
  if (!column.sortBy) {
    return (
      <th scope="col" className={className} {...role}>
        {column.header}
      </th>
    )
  }
  const isSorted = sort.key === column.key
  const Arrow = sort.isDescending ? IconArrowDown : IconArrowUp
  const order = sort.isDescending ? 'descending' : 'ascending'
  return (
    <th scope="col" className={className} aria-sort={isSorted ? order : undefined} {...role}>
      <Link
        href={location + sortHref(search, sort, column.key)}
        title={t('staffFrame.list.sortBy', { column: column.header })}
      >
        {column.header}
        {isSorted && <Arrow size={16} aria-hidden />}
      </Link>
    </th>
  )
}

interface BodyCellProps {
  isHeader: boolean
  isNumeric: boolean
  /** The header of the column, written beside the cell where the headers are not seen. */
  label: string | null
  children: ReactNode
}

function BodyCell({ isHeader, isNumeric, label, children }: BodyCellProps) {
  const className = isNumeric ? 'numeric' : undefined
  // Beside its header a cell is one thing, however many it holds.
  const content = label === null ? children : <div className="stacked-cell">{children}</div>
  if (isHeader) {
    return (
      <th scope="row" className={className} {...stackedCell('rowheader', label)}>
        {content}
      </th>
    )
  }
  return (
    <td className={className} {...stackedCell('cell', label)}>
      {content}
    </td>
  )
}

function stackedCell(role: 'rowheader' | 'cell', label: string | null) {
  return label === null ? {} : { role, 'data-label': label }
}
