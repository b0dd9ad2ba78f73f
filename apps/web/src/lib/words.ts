import { type Locale, type Translate, type Translation, translator } from '@terreau/i18n/t'
import { useMemo } from 'react'
import { askedLocale, chooseOnDevice, currentLocale, showLocale, useLocale } from './locale.ts'

export interface Words<C> {
  /** Loads the words of the language asked for, before the first page is drawn. */
  start(): Promise<void>
  /** Changes language for good on this device. */
  choose(locale: Locale): Promise<void>
  /** Follows the language of the person's account, unless this device was asked for another. */
  follow(locale: Locale): Promise<void>
  useT(): Translate<C>
  useCatalogue(): object
}

/** The words of one shell: French comes with the page, English is fetched when someone asks for it. */
export function createWords<C extends object>(
  french: C & Translation<C>,
  loadEnglish: () => Promise<Translation<C>>,
): Words<C> {
  let english: Translation<C> | null = null
  const catalogueOf = (locale: Locale) => (locale === 'en' && english ? english : french)
  const show = async (locale: Locale) => {
    if (locale === 'en') english ??= await loadEnglish()
    showLocale(locale)
  }
  return {
    start: () => show(askedLocale() ?? 'fr').catch(() => showLocale('fr')),
    choose: async (locale) => {
      await show(locale)
      chooseOnDevice(locale)
    },
    follow: async (locale) => {
      if (askedLocale() === null && locale !== currentLocale()) await show(locale)
    },
    useT() {
      const locale = useLocale()
      const catalogue = catalogueOf(locale)
      return useMemo(() => translator<C>(catalogue, locale), [catalogue, locale])
    },
    useCatalogue: () => catalogueOf(useLocale()),
  }
}
