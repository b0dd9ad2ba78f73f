import type { Draft } from '../queries.ts'

/**
 * Whether two drafts hold the same answers. The database gives keys back in an order of its own, and an
 * answer that is empty is one that was never asked on a device of before.
 */
export function isSameDraft(left: Draft, right: Draft): boolean {
  return ordered(left) === ordered(right)
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([, answer]) => answer !== '')
            .toSorted(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  )
}
