import type { OwnMonth } from './queries.ts'

/** Where to declare a month: at its first question, where its draft was left, or where it is checked again. */
export function declareHref(month: OwnMonth, months: readonly OwnMonth[]): string {
  return stepHref(month.month, month.isReturned ? 'verifier' : 'reprendre', {
    activity: activityIfSeveral(month, months),
  })
}

/** Where to see what was sent. */
export function sentHref(month: string, activity: string | null): string {
  return `/moi/declarations/${month}${activity === null ? '' : `?activite=${activity}`}`
}

/** The page that adds a receipt to a line that was sent. */
export function lateReceiptHref(
  month: string,
  lineId: string,
  activity: string | undefined,
): string {
  const [path, query] = sentHref(month, activity ?? null).split('?')
  return `${path}/recu/${lineId}${query === undefined ? '' : `?${query}`}`
}

/** The page of a month: what is sent is read, the rest is declared. */
export function monthHref(month: OwnMonth, months: readonly OwnMonth[]): string {
  const isSent = month.state !== 'none' && month.state !== 'draft'
  if (!isSent) return declareHref(month, months)
  return sentHref(month.month, activityIfSeveral(month, months))
}

/** Months still to declare, the most urgent first: what came back, then open ones from the oldest, then closed ones. */
export function monthsToDeclare(months: readonly OwnMonth[]): OwnMonth[] {
  const todo = months.filter((month) => month.state === 'none' || month.state === 'draft')
  const oldestFirst = todo.filter((month) => !month.isReturned).toReversed()
  return [
    ...todo.filter((month) => month.isReturned),
    ...oldestFirst.filter((month) => !month.isClosed),
    ...oldestFirst.filter((month) => month.isClosed),
  ]
}

function activityIfSeveral(month: OwnMonth, months: readonly OwnMonth[]): string | null {
  const isOnly = months.every((one) => one.activityId === month.activityId)
  return isOnly ? null : month.activityId
}

/** '/moi/declarer/2026-10/vente/1/jour?de=vente/1'; the activity is kept when there are several. */
export function stepHref(
  month: string,
  step: string,
  kept: { activity?: string | null; isMore?: boolean } = {},
): string {
  const [path = '', query = ''] = step.split('?')
  const search = new URLSearchParams(query)
  if (kept.activity) search.set('activite', kept.activity)
  if (kept.isMore === true) search.set('ajout', '1')
  const base = `/moi/declarer/${month}${path === '' ? '' : `/${path}`}`
  return search.size === 0 ? base : `${base}?${search}`
}
