import type { Locale } from './t.ts'

/** Languages of many of our people that some browsers have no name for. */
const NAMES: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  bm: { fr: 'bambara', en: 'Bambara' },
  ff: { fr: 'peul', en: 'Fula' },
  snk: { fr: 'soninké', en: 'Soninke' },
}

/** The name of a language by its ISO 639 code; the code itself when nobody knows it. */
export function languageName(code: string, locale: Locale): string {
  const known = NAMES[code]?.[locale]
  return known ?? new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code
}
