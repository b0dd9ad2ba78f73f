/**
 * What a CESA must say, clause by clause, with the text that demands it, in the order of the code: L7331-2, 2°,
 * then the articles that refer to the contract. The contribution (c) comes with the scheme that the assembly
 * decided, so it is never empty.
 */
export const CESA_CLAUSES = [
  { name: 'objectives', article: 'L7331-2, 2°, a' },
  { name: 'minimumActivity', article: 'L7331-2, 2°, a' },
  { name: 'means', article: 'L7331-2, 2°, b' },
  { name: 'contribution', article: 'L7331-2, 2°, c' },
  { name: 'fixedPartCents', article: 'L7331-2, 2°, d' },
  { name: 'variablePart', article: 'L7331-2, 2°, d' },
  { name: 'statutesOn', article: 'L7331-2, 2°, e' },
  { name: 'clientele', article: 'L7331-2, 2°, f' },
  { name: 'intellectualProperty', article: 'L7331-2, 2°, f' },
  { name: 'interviews', article: 'R7331-3' },
  { name: 'becomingAssociate', article: 'R7331-10' },
  { name: 'netResult', article: 'R7331-12' },
] as const

export type CesaClause = (typeof CESA_CLAUSES)[number]['name']
export type WrittenCesaClause = Exclude<CesaClause, 'contribution'>

/** The clauses that are written in the contract itself, whose absence stops it from being sent. */
export const WRITTEN_CESA_CLAUSES: readonly WrittenCesaClause[] = CESA_CLAUSES.flatMap(
  ({ name }) => (name === 'contribution' ? [] : [name]),
)

/** The written clauses that say nothing yet, in the order of the code. */
export function emptyCesaClauses(
  terms: Readonly<Record<WrittenCesaClause, bigint | string | readonly unknown[] | null>>,
): WrittenCesaClause[] {
  return WRITTEN_CESA_CLAUSES.filter((name) => {
    const value = terms[name]
    return value === null || (typeof value !== 'bigint' && value.length === 0)
  })
}
