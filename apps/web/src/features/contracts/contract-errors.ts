import { parseLocalDate } from '@terreau/domain/time/local-date'
import type { Locale, MessageParams } from '@terreau/i18n/t'
import { translate } from '@terreau/i18n/t'
import { useLocale } from '../../lib/locale.ts'
import { readEuroCents } from '../../ui/amount-text.ts'
import { staffWords, useT } from '../../ui/staff/words.ts'
import type { ContractValues } from './contract-values.ts'

/** What is wrong in the form before it is sent, by field. Rules of the law are the API's to say. */
export function useContractErrors(values: ContractValues): Record<string, string> {
  const t = useT()
  const locale = useLocale()
  const catalogue = staffWords.useCatalogue()
  const sentence = (code: string, params: MessageParams) =>
    translate(catalogue, locale, `fieldErrors.${code}`, params)
  const amount = (text: string) => amountError(text, locale, sentence)
  const found: Record<string, string | null> = {
    startsOn: parseLocalDate(values.startsOn) ? null : t('contracts.form.wrongDate'),
    endsOn: parseLocalDate(values.endsOn) ? null : t('contracts.form.wrongDate'),
    'terms.isFullTimeEmployee': values.fullTime === '' ? t('contracts.form.fullTimeMissing') : null,
    schemeId: values.schemeId === '' ? t('contracts.form.noScheme') : null,
    'terms.thirdParties.maximumCents': amount(values.maximum),
    'terms.declarationDueDay': isWhole(values.dueDay, 1, 28)
      ? null
      : t('contracts.form.dueDayWrong'),
    'terms.noticeDays': isWhole(values.noticeDays, 0, 180)
      ? null
      : t('contracts.form.noticeDaysWrong'),
    'terms.monthlyPayBeforeCents': amount(values.payBefore),
    ...Object.fromEntries(
      keptMeans(values).map((means, index) => [
        `terms.means.${index}.name`,
        means.name.trim() === '' ? t('contracts.form.meansMissing', { n: index + 1 }) : null,
      ]),
    ),
  }
  return Object.fromEntries(
    Object.entries(found).flatMap(([name, error]) => (error === null ? [] : [[name, error]])),
  )
}

/** Means that say something: a row left blank is not one. */
function keptMeans(values: ContractValues) {
  return values.means.filter(
    (means) => `${means.name}${means.amount}${means.conditions}`.trim() !== '',
  )
}

function amountError(
  text: string,
  locale: Locale,
  sentence: (code: string, params: MessageParams) => string,
): string | null {
  if (text.trim() === '') return null
  const reading = readEuroCents(text, locale)
  return 'cents' in reading ? null : sentence(reading.code, reading.params)
}

function isWhole(text: string, least: number, most: number): boolean {
  return /^\d{1,3}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most
}
