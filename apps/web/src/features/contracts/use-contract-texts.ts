import { daysBetween, localDate } from '@terreau/domain/time/local-date'
import { formatCents, formatDate, formatList, formatRateBp } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { todayInZone } from '../../lib/today.ts'
import { schemeLimits } from '../../ui/staff/scheme-limits.ts'
import { useT } from '../../ui/staff/words.ts'
import type { ContractLine, Scheme } from './queries.ts'

interface Dates {
  startsOn: string
  endsOn: string | null
}

/** The sentences about a contract that several pages share. */
export function useContractTexts() {
  const t = useT()
  const locale = useLocale()
  return {
    /** Short dates keep a line of a list on one or two lines. */
    period: ({ startsOn, endsOn }: Dates, style: 'long' | 'short' = 'long') => {
      const from = formatDate(startsOn, locale, style)
      return endsOn === null
        ? t('contracts.period.from', { from })
        : t('contracts.period.fromTo', { from, to: formatDate(endsOn, locale, style) })
    },
    rank: ({ kind, sequence }: Pick<ContractLine, 'kind' | 'sequence'>) => {
      if (kind === 'CESA') return t('contracts.rank.cesa')
      return t(`contracts.rank.${sequence === 0 ? '0' : sequence === 1 ? '1' : '2'}`)
    },
    /** Only said of a current contract whose end is near. */
    daysLeft: ({ state, endsOn }: Pick<ContractLine, 'state' | 'endsOn'>) => {
      if (state !== 'active' || endsOn === null) return null
      const count = daysBetween(localDate(todayInZone()), localDate(endsOn))
      return count <= 60 ? t('contracts.daysLeft', { count }) : null
    },
    scheme: (scheme: Scheme) => {
      const base = t(`contracts.scheme.base.${scheme.base}`)
      const rates = scheme.tiers.map((tier) => tier.rateBp)
      const [low, high] = [Math.min(...rates), Math.max(...rates)]
      const rate = (bp: number) => formatRateBp(BigInt(bp), locale)
      const amount = (cents: string) => formatCents(BigInt(cents), locale)
      const { monthlyFloorCents: floor, fixedMonthlyCents: fixed, exemptMonths: count } = scheme
      const who = scheme.exemptStatuses.map((one) => t(`schemes.status.${one}`))
      const costs = scheme.deductedCosts.map((one) => t(`schemes.cost.${one}`))
      const list = (words: readonly string[]) => formatList(words, locale)
      const parts = [
        low === high
          ? t('contracts.scheme.flat', { rate: rate(low), base })
          : t('contracts.scheme.tiers', { from: rate(low), to: rate(high), base }),
        floor === '0' ? '' : t('contracts.scheme.floor', { amount: amount(floor) }),
        fixed === '0' ? '' : t('contracts.scheme.fixed', { amount: amount(fixed) }),
        count === 0 ? '' : t('contracts.scheme.exempt', { count }),
        who.length === 0 ? '' : t('contracts.scheme.exemptStatuses', { who: list(who) }),
        costs.length === 0 ? '' : t('contracts.scheme.deducted', { costs: list(costs) }),
        ...schemeLimits(scheme, t, locale),
      ]
      return parts.filter((part) => part !== '').join(', ')
    },
  }
}
