import { DOCUMENT_KINDS, type DocumentKind, documentKindRules } from './kinds.ts'

/** When the end of a paper is told, in days before its last day, until a cooperative decides otherwise. */
export const USUAL_PAPER_ALERTS = { firstDays: 60, lastDays: 15 } as const

/** The days on which the end of a paper is told: twice ahead, and on its last day. Each once, far to near. */
export function paperAlerts({
  firstDays,
  lastDays,
}: {
  firstDays: number
  lastDays: number
}): readonly number[] {
  return [...new Set([firstDays, lastDays, 0])].sort((one, other) => other - one)
}

/**
 * The papers whose end is followed: those that may end, but for what concerns the right to work, which has
 * alerts of its own (`right-to-work/permit-dates.ts`).
 */
export const FOLLOWED_KINDS: readonly DocumentKind[] = DOCUMENT_KINDS.filter((kind) => {
  const { expiry, look } = documentKindRules(kind)
  return expiry !== 'none' && look !== 'right-to-work'
})
