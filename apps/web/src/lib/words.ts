import { type Locale, type Translate, translator } from '@terreau/i18n/t'
import { useMemo } from 'react'
import { askedLocale, chooseOnDevice, currentLocale, showLocale, useLocale } from './locale.ts'

interface WordsSource<C> {
  /** The French words that come with the page. */
  french: Partial<C> & Readonly<Record<string, object>>
  /** Fetches one part of the catalogue in one language. */
  load: (locale: Locale, part: keyof C & string) => Promise<object>
}

export interface Words<C> {
  /** Loads the words of the language asked for, before the first page is drawn. */
  start(): Promise<void>
  /** Loads parts that a page needs, in the language shown now and in every later one. */
  need(parts: readonly (keyof C & string)[]): Promise<void>
  /** Changes language for good on this device. */
  choose(locale: Locale): Promise<void>
  /** Follows the language of the person's account, unless this device was asked for another. */
  follow(locale: Locale): Promise<void>
  useT(): Translate<C>
  useCatalogue(): object
}

/** The words of one shell, part by part: a phone pays only for the pages and the language it shows. */
export function createWords<C extends object>({ french, load }: WordsSource<C>): Words<C> {
  const loaded: Record<Locale, Record<string, object>> = { fr: { ...french }, en: {} }
  const needed = new Set(Object.keys(french) as (keyof C & string)[])
  const complete = async (locale: Locale) => {
    const missing = [...needed].filter((part) => loaded[locale][part] === undefined)
    const fetched = await Promise.all(missing.map((part) => load(locale, part)))
    missing.forEach((part, index) => {
      loaded[locale][part] = fetched[index] ?? {}
    })
  }
  const show = async (locale: Locale) => {
    await complete(locale)
    showLocale(locale)
  }
  return {
    start: () => show(askedLocale() ?? 'fr').catch(() => showLocale('fr')),
    need: (parts) => {
      for (const part of parts) needed.add(part)
      return complete(currentLocale())
    },
    choose: async (locale) => {
      await show(locale)
      chooseOnDevice(locale)
    },
    follow: async (locale) => {
      if (askedLocale() === null && locale !== currentLocale()) await show(locale)
    },
    useT() {
      const locale = useLocale()
      const catalogue = loaded[locale]
      return useMemo(() => checkedTranslator<C>(catalogue, locale), [catalogue, locale])
    },
    useCatalogue: () => loaded[useLocale()],
  }
}

/** The parts arrive as pages ask for them; the type promises the whole, which the router keeps. */
function checkedTranslator<C>(catalogue: object, locale: Locale): Translate<C> {
  return translator<C>(catalogue as Parameters<typeof translator<C>>[0], locale)
}
