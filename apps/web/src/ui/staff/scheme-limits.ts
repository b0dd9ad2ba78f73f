import { formatCents } from '@terreau/i18n/format'
import type { Locale } from '@terreau/i18n/t'
import type { Api } from '../../lib/api.ts'
import type { useT } from './words.ts'

type Rules = Pick<
  Api['POST /schemes']['body'],
  | 'exemptMonths'
  | 'exemptStatuses'
  | 'exemptionCovers'
  | 'exemptBelowCents'
  | 'monthlyCapCents'
  | 'yearlyCapCents'
  | 'negativeBase'
>

/** What a decision says of the lowest and highest amounts, and of refunds; nothing where it says nothing. */
export function schemeLimits(scheme: Rules, t: ReturnType<typeof useT>, locale: Locale): string[] {
  const amount = (cents: string) => ({ amount: formatCents(BigInt(cents), locale) })
  const { exemptBelowCents: below = '0', monthlyCapCents: month, yearlyCapCents: year } = scheme
  const isExempting = scheme.exemptMonths > 0 || scheme.exemptStatuses.length > 0
  return [
    scheme.exemptionCovers === 'minimum' && isExempting ? t('contracts.scheme.minimumOnly') : '',
    below === '0' ? '' : t('contracts.scheme.below', amount(below)),
    month ? t('contracts.scheme.monthlyCap', amount(month)) : '',
    year ? t('contracts.scheme.yearlyCap', amount(year)) : '',
    scheme.negativeBase === 'given_back' ? t('contracts.scheme.givenBack') : '',
  ].filter((line) => line !== '')
}
