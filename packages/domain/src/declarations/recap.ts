/** What a person answers about what staff typed for them: right, not exactly (which line), or not said at all. */
export const RECAP_ANSWERS = ['yes', 'not_exactly', 'no'] as const
export type RecapAnswer = (typeof RECAP_ANSWERS)[number]

/** Whether staff must look again before they trust the declaration. */
export function isDisputed(state: RecapAnswer | 'waiting' | null): boolean {
  return state === 'not_exactly' || state === 'no'
}
