import { parseLocalDate } from '@terreau/domain/time/local-date'
import { translate } from '@terreau/i18n/t'
import { useLocale } from '../../../lib/locale.ts'
import { readEuroCents } from '../../../ui/amount-text.ts'
import { staffWords, useT } from '../../../ui/staff/words.ts'
import type { CesaValues } from './cesa-values.ts'

/** What is wrong in the form of a CESA before it is sent, by field. */
export function useCesaErrors(values: CesaValues): Record<string, string> {
  const t = useT()
  const locale = useLocale()
  const catalogue = staffWords.useCatalogue()
  const found: [string, string][] = []
  if (!parseLocalDate(values.startsOn)) found.push(['startsOn', t('contracts.form.wrongDate')])
  const reading = readEuroCents(values.fixedPart, locale)
  if (values.fixedPart.trim() !== '' && !('cents' in reading)) {
    const sentence = translate(catalogue, locale, `fieldErrors.${reading.code}`, reading.params)
    found.push(['terms.fixedPartCents', sentence])
  }
  for (const [index, means] of values.means.entries()) {
    const isNameless =
      means.name.trim() === '' && `${means.amount}${means.conditions}`.trim() !== ''
    if (isNameless)
      found.push([`terms.means.${index}.name`, t('contracts.form.meansMissing', { n: index + 1 })])
  }
  return Object.fromEntries(found)
}
