import { formatMonth } from '@terreau/i18n/format'
import { useLocale } from '../../../lib/locale.ts'
import { useT } from '../../../ui/staff/words.ts'
import type { BatchItem, PreflightPerson } from './queries.ts'

type Gap = PreflightPerson['missing'][number] | BatchItem['reasons'][number]

/** What is missing, as a sentence. */
export function useGapText(): (gap: Gap) => string {
  const t = useT()
  const locale = useLocale()
  return (gap) => {
    if (gap.code === 'not-drawn') return t('attestations.batch.notDrawn')
    const characters = gap.characters ?? ''
    if (gap.code === 'text-not-printable' && characters === '')
      return t('attestations.batch.notPrintable')
    const month = gap.month === null ? '' : formatMonth(gap.month, locale)
    return t(`attestations.missing.${gap.code}`, {
      month: month.charAt(0).toLocaleUpperCase(locale) + month.slice(1),
      text: gap.text ?? '',
      characters,
    })
  }
}
