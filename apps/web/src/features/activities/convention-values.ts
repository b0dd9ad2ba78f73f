import type { Activity, Convention, ConventionBody } from './queries.ts'

export interface TypedShare {
  personId: string
  name: string
  /** Percent as typed: "33,4". */
  percent: string
}

export type Clause = keyof ConventionBody['terms']
export const CLAUSES = ['nature', 'paySplit', 'clientele', 'tradeName', 'sharedGoods'] as const

export interface ConventionValues {
  startsOn: string
  shares: readonly TypedShare[]
  terms: ConventionBody['terms']
}

/** A first draft proposes those who are there already, with the part each has today. */
export function newValues(activity: Activity, today: string): ConventionValues {
  const terms = { nature: '', paySplit: '', clientele: '', tradeName: '', sharedGoods: '' }
  const members = activity.members.filter((member) => member.sharePermille > 0)
  return { startsOn: today, shares: members.map(typedShare), terms }
}

export function valuesOf(convention: Convention): ConventionValues {
  const { startsOn, members, terms } = convention
  return { startsOn, shares: members.map(typedShare), terms }
}

function typedShare(member: Activity['members'][number]): TypedShare {
  const { personId, name, sharePermille } = member
  const isWhole = sharePermille >= 1_000
  return { personId, name, percent: isWhole ? '' : permilleText(sharePermille) }
}

/** 334 as "33,4": what a person types, with the comma that French and English fields both accept. */
export function permilleText(permille: number): string {
  const tenths = permille % 10
  return `${Math.trunc(permille / 10)}${tenths === 0 ? '' : `,${tenths}`}`
}

/** Percent as typed, in thousandths; null when it is none between 0.1 and 99.9. */
export function readPermille(text: string): number | null {
  const match = /^\s*(\d{1,2})(?:[.,](\d))?\s*%?\s*$/.exec(text)
  if (match === null) return null
  const permille = Number(match[1]) * 10 + Number(match[2] ?? 0)
  return permille > 0 ? permille : null
}

export type ConventionSlips = Partial<
  Record<'startsOn' | 'shares', 'missing' | 'two' | { missingPermille: number }>
> & { percent?: readonly number[] }

/** What was typed as the body of the API, or what slipped: where, and by how much. */
export function readConvention(
  values: ConventionValues,
): { body: ConventionBody } | { slips: ConventionSlips } {
  const shares = values.shares.map(({ personId, percent }) => ({
    personId,
    sharePermille: readPermille(percent) ?? 0,
  }))
  const wrong = shares.flatMap((share, index) => (share.sharePermille === 0 ? [index] : []))
  const given = shares.reduce((sum, share) => sum + share.sharePermille, 0)
  const slips: ConventionSlips = {
    ...(values.startsOn === '' ? { startsOn: 'missing' as const } : {}),
    ...(wrong.length > 0 ? { percent: wrong } : {}),
    ...sharesSlip(shares.length, wrong.length > 0, given),
  }
  if (Object.keys(slips).length > 0) return { slips }
  return { body: { startsOn: values.startsOn, shares, terms: values.terms } }
}

function sharesSlip(count: number, isUnread: boolean, given: number): ConventionSlips {
  if (count < 2) return { shares: 'two' }
  if (isUnread || given === 1_000) return {}
  return { shares: { missingPermille: 1_000 - given } }
}
