import { linesOf } from '@terreau/domain/text/lines'
import type { Locale } from '@terreau/i18n/t'
import { amountText, readEuroCents } from '../../ui/amount-text.ts'
import type { Terms } from './queries.ts'

export interface MeansValues {
  key: string
  name: string
  amount: string
  conditions: string
}

/** What the form of a contract holds: texts, as they were typed. Lists have one item per line. */
export interface ContractValues {
  schemeId: string
  startsOn: string
  endsOn: string
  gapReason: string
  fullTime: 'yes' | 'no' | ''
  objectives: string
  steps: string
  activityStartsOn: string
  coopBefore: string
  personBefore: string
  coopAfter: string
  personAfter: string
  means: readonly MeansValues[]
  nature: string
  maximum: string
  finalBearer: Terms['thirdParties']['finalBearer']
  dueDay: string
  noticeDays: string
  payBefore: string
}

export type ContractTextName = {
  [K in keyof ContractValues]: ContractValues[K] extends string ? K : never
}[keyof ContractValues]

export function emptyMeans(): MeansValues {
  return { key: crypto.randomUUID(), name: '', amount: '', conditions: '' }
}

/** Terms already written, or none, as texts to change. */
export function termsValues(
  terms: Terms | null,
  dueDay: number,
  locale: Locale,
): Omit<ContractValues, 'schemeId' | 'startsOn' | 'endsOn' | 'gapReason'> {
  const extra = terms?.extraCommitments
  return {
    fullTime: '',
    objectives: textOf(terms?.programme.objectives),
    steps: textOf(terms?.programme.steps),
    activityStartsOn: terms?.activityStartsOn ?? '',
    coopBefore: textOf(extra?.coopBefore),
    personBefore: textOf(extra?.personBefore),
    coopAfter: textOf(extra?.coopAfter),
    personAfter: textOf(extra?.personAfter),
    means:
      terms === null || terms.means.length === 0
        ? [emptyMeans()]
        : terms.means.map((means) => ({ ...emptyMeans(), ...means })),
    nature: terms?.thirdParties.nature ?? '',
    maximum: amountText(terms?.thirdParties.maximumCents ?? '', 'EUR', locale),
    finalBearer: terms?.thirdParties.finalBearer ?? 'activity',
    dueDay: String(terms?.declarationDueDay ?? dueDay),
    noticeDays: String(terms?.noticeDays ?? 30),
    payBefore: amountText(terms?.monthlyPayBeforeCents ?? '', 'EUR', locale),
  }
}

/** The terms of the wire. Amounts were checked before: an unreadable one would be sent as none. */
export function termsOf(values: ContractValues, locale: Locale): Terms {
  return {
    programme: { objectives: linesOf(values.objectives), steps: linesOf(values.steps) },
    extraCommitments: {
      coopBefore: linesOf(values.coopBefore),
      personBefore: linesOf(values.personBefore),
      coopAfter: linesOf(values.coopAfter),
      personAfter: linesOf(values.personAfter),
    },
    activityStartsOn: values.activityStartsOn || null,
    means: values.means
      .map(({ name, amount, conditions }) => ({
        name: name.trim(),
        amount: amount.trim(),
        conditions: conditions.trim(),
      }))
      .filter((means) => means.name !== '' || means.amount !== '' || means.conditions !== ''),
    thirdParties: {
      nature: values.nature.trim(),
      maximumCents: centsOf(values.maximum, locale),
      finalBearer: values.finalBearer,
    },
    declarationDueDay: Number(values.dueDay),
    noticeDays: Number(values.noticeDays),
    monthlyPayBeforeCents: centsOf(values.payBefore, locale),
    isFullTimeEmployee: values.fullTime === 'yes',
  }
}

function centsOf(text: string, locale: Locale): string | null {
  if (text.trim() === '') return null
  const reading = readEuroCents(text, locale)
  return 'cents' in reading ? reading.cents : null
}

function textOf(lines: readonly string[] | undefined): string {
  return (lines ?? []).join('\n')
}
