import type { Locale } from '@terreau/i18n/t'

/** Each language under its own name: the reader who needs it recognises it. Never translated. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { fr: 'Français', en: 'English' }
