import { linesOf } from '@terreau/domain/text/lines'
import type { Locale } from '@terreau/i18n/t'
import type { Api } from '../../../lib/api.ts'
import { amountText, readEuroCents } from '../../../ui/amount-text.ts'
import { emptyMeans, type MeansValues } from '../contract-values.ts'

export type CesaTerms = Api['POST /people/:personId/cesa']['body']['terms']
export type CesaChoices = Api['GET /people/:personId/cesa-choices']['response']

export const CESA_TEXTS = [
  'objectives',
  'minimumActivity',
  'variablePart',
  'netResult',
  'statutesOn',
  'clientele',
  'intellectualProperty',
  'interviews',
  'becomingAssociate',
  'trialEndsOn',
  'fixedPart',
  'startsOn',
  'schemeId',
] as const
type CesaText = (typeof CESA_TEXTS)[number]

/** What the form of a CESA holds: texts, as they were typed. */
export type CesaValues = Record<CesaText, string> & {
  means: readonly MeansValues[]
  followsAssembly: boolean
}

/** Terms already written, or none, as texts to change. */
export function cesaValues(
  terms: CesaTerms | null,
  place: { startsOn: string; schemeId: string },
  locale: Locale,
): CesaValues {
  return {
    ...place,
    objectives: (terms?.objectives ?? []).join('\n'),
    minimumActivity: terms?.minimumActivity ?? '',
    variablePart: terms?.variablePart ?? '',
    netResult: terms?.netResult ?? '',
    statutesOn: terms?.statutesOn ?? '',
    clientele: terms?.clientele ?? '',
    intellectualProperty: terms?.intellectualProperty ?? '',
    interviews: terms?.interviews ?? '',
    becomingAssociate: terms?.becomingAssociate ?? '',
    trialEndsOn: terms?.trialEndsOn ?? '',
    fixedPart: amountText(terms?.fixedPartCents ?? '', 'EUR', locale),
    followsAssembly: terms?.followsAssembly ?? true,
    means:
      terms === null || terms.means.length === 0
        ? [emptyMeans()]
        : terms.means.map((means) => ({ ...emptyMeans(), ...means })),
  }
}

/** The terms of the wire. An unreadable amount was refused before: it would be sent as none. */
export function cesaTermsOf(values: CesaValues, locale: Locale): CesaTerms {
  const reading = readEuroCents(values.fixedPart, locale)
  return {
    objectives: linesOf(values.objectives),
    minimumActivity: values.minimumActivity.trim(),
    means: values.means
      .map(({ name, amount, conditions }) => ({
        name: name.trim(),
        amount: amount.trim(),
        conditions: conditions.trim(),
      }))
      .filter((means) => `${means.name}${means.amount}${means.conditions}` !== ''),
    followsAssembly: values.followsAssembly,
    fixedPartCents: 'cents' in reading && values.fixedPart.trim() !== '' ? reading.cents : null,
    variablePart: values.variablePart.trim(),
    statutesOn: values.statutesOn || null,
    clientele: values.clientele.trim(),
    intellectualProperty: values.intellectualProperty.trim(),
    interviews: values.interviews.trim(),
    becomingAssociate: values.becomingAssociate.trim(),
    netResult: values.netResult.trim(),
    trialEndsOn: values.trialEndsOn || null,
  }
}
