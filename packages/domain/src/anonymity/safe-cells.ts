/** No published figure speaks of fewer people: one of them could be recognised. */
export const FEWEST_PEOPLE = 5

/**
 * Counts of people that may be shown: a cell of fewer than five is null, a zero too, since it says as much.
 * What is left out can be computed from the total: further cells, the smallest first, are left out until those
 * left out hold five people together, or none. Nothing is shown of fewer than five people in all.
 */
export function safeCells<Key extends string>(
  counts: Readonly<Record<Key, number>>,
): { total: number | null; cells: Record<Key, number | null> } {
  const keys = Object.keys(counts).filter((key): key is Key => Object.hasOwn(counts, key))
  const total = keys.reduce((sum, key) => sum + counts[key], 0)
  const isHidden = new Set(keys.filter((key) => counts[key] < FEWEST_PEOPLE))
  const hidden = () => [...isHidden].reduce((sum, key) => sum + counts[key], 0)
  const shown = keys.filter((key) => !isHidden.has(key)).toSorted((a, b) => counts[a] - counts[b])
  for (const key of shown) {
    if (hidden() === 0 || hidden() >= FEWEST_PEOPLE) break
    isHidden.add(key)
  }
  const cells = { ...counts } as Record<Key, number | null>
  for (const key of isHidden) cells[key] = null
  return { total: total < FEWEST_PEOPLE ? null : total, cells }
}
