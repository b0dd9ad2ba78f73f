import { formatCents, formatList, formatRateBp } from '@terreau/i18n/format'
import type { Api } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { schemeLimits } from './scheme-limits.ts'
import { useT } from './words.ts'

type Rules = Api['POST /schemes']['body']

/** Who pays nothing, and what leaves the base. */
export function SchemeExceptions({ scheme }: { scheme: Rules }) {
  const t = useT()
  const locale = useLocale()
  const who = scheme.exemptStatuses.map((one) => t(`schemes.status.${one}`))
  const costs = scheme.deductedCosts.map((one) => t(`schemes.cost.${one}`))
  const lines = [
    scheme.fixedMonthlyCents === '0'
      ? ''
      : t('contracts.scheme.fixed', {
          amount: formatCents(BigInt(scheme.fixedMonthlyCents), locale),
        }),
    scheme.exemptMonths === 0 ? '' : t('contracts.scheme.exempt', { count: scheme.exemptMonths }),
    who.length === 0 ? '' : t('contracts.scheme.exemptStatuses', { who: formatList(who, locale) }),
    costs.length === 0 ? '' : t('contracts.scheme.deducted', { costs: formatList(costs, locale) }),
    ...schemeLimits(scheme, t, locale),
  ].filter((line) => line !== '')
  return (
    <ul className="settings-tiers">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

/** Tier by tier, as the assembly said it. */
export function SchemeTiers({ tiers }: { tiers: Rules['tiers'] }) {
  const t = useT()
  const locale = useLocale()
  const rate = (rateBp: number) => formatRateBp(BigInt(rateBp), locale)
  const [only] = tiers
  if (tiers.length === 1 && only) {
    return t('schemes.everything', { rate: rate(only.rateBp) })
  }
  return (
    <ul className="settings-tiers">
      {tiers.map((tier) => (
        <li key={tier.upToCents ?? 'last'}>
          {tier.upToCents === null
            ? t('schemes.above', { rate: rate(tier.rateBp) })
            : t('schemes.upTo', {
                amount: formatCents(BigInt(tier.upToCents), locale),
                rate: rate(tier.rateBp),
              })}
        </li>
      ))}
    </ul>
  )
}
