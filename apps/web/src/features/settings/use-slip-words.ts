import { useT } from '../../ui/staff/words.ts'
import type { SchemeSlips } from './scheme-form.ts'

/** The sentence for each field of a scheme that slipped. */
export function useSlipWords(): (slips: SchemeSlips) => Record<string, string> {
  const t = useT()
  const words = {
    amount: t('fieldErrors.amount-empty'),
    rate: t('settings.values.wrongRate'),
    months: t('schemes.wrongMonths'),
    month: t('schemes.fromMonthMissing'),
  }
  const missing = (name: string) => {
    const known = (['code', 'decidedOn', 'decisionReference'] as const).find((one) => one === name)
    return t('settings.missing', { label: t(`schemes.${known ?? 'code'}`) })
  }
  return (slips) =>
    Object.fromEntries(
      Object.entries(slips).map(([name, slip]) => [
        name,
        slip === 'missing' ? missing(name) : words[slip],
      ]),
    )
}
