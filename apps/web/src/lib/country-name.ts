import type { Locale } from '@terreau/i18n/t'

/** The name of a country in the language of the page: 'SN' is "Sénégal". An unknown code stays as it is. */
export function countryName(code: string, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
}
