/** What a row is sorted by; null is not known. */
export type SortValue = string | number | bigint | null

const alphabetical = new Intl.Collator('fr', { sensitivity: 'base', numeric: true })

/** A sorted copy: words as in a French dictionary, amounts by size, what is unknown at the end. */
export function sortRows<Row>(
  rows: readonly Row[],
  sortBy: (row: Row) => SortValue,
  isDescending: boolean,
): Row[] {
  const direction = isDescending ? -1 : 1
  return rows.toSorted((a, b) => {
    const [left, right] = [sortBy(a), sortBy(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return direction * compare(left, right)
  })
}

function compare(left: string | number | bigint, right: string | number | bigint): number {
  if (typeof left === 'string' && typeof right === 'string')
    return alphabetical.compare(left, right)
  if (left === right) return 0
  return left < right ? -1 : 1
}
