import type { Locale } from '@terreau/i18n/t'
import { useSyncExternalStore } from 'react'

const STORED_AS = 'terreau.locale'
const listeners = new Set<() => void>()
let current: Locale = 'fr'

/** The language shown now. */
export function currentLocale(): Locale {
  return current
}

/** The language shown now, as state: the component renders again when it changes. */
export function useLocale(): Locale {
  return useSyncExternalStore(subscribe, currentLocale, currentLocale)
}

/** Shows another language. Its words must be loaded already. */
export function showLocale(locale: Locale): void {
  current = locale
  document.documentElement.lang = locale
  for (const listener of listeners) listener()
}

/** The language asked for by the address (`?lang=en`), else by this device, else none. */
export function askedLocale(): Locale | null {
  const asked = new URLSearchParams(window.location.search).get('lang')
  if (isLocale(asked)) {
    rememberLocale(asked)
    return asked
  }
  return storedLocale()
}

/** Keeps the choice on the device, and takes an older choice out of the address. */
export function chooseOnDevice(locale: Locale): void {
  rememberLocale(locale)
  const url = new URL(window.location.href)
  if (!url.searchParams.has('lang')) return
  url.searchParams.delete('lang')
  window.history.replaceState(window.history.state, '', url)
}

/** The other language, for the switch. */
export function otherLocale(locale: Locale): Locale {
  return locale === 'fr' ? 'en' : 'fr'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function isLocale(text: string | null): text is Locale {
  return text === 'fr' || text === 'en'
}

function storedLocale(): Locale | null {
  try {
    const stored = window.localStorage.getItem(STORED_AS)
    return isLocale(stored) ? stored : null
  } catch {
    return null
  }
}

/** Private windows may refuse storage; the choice then lasts as long as the page. */
function rememberLocale(locale: Locale): void {
  try {
    window.localStorage.setItem(STORED_AS, locale)
  } catch {
    return
  }
}
