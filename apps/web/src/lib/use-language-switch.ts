import { useQueryClient } from '@tanstack/react-query'
import type { Locale } from '@terreau/i18n/t'
import { call } from './api.ts'
import { otherLocale, useLocale } from './locale.ts'
import { sessionKey, useSession } from './session.ts'

interface LanguageSwitch {
  other: Locale
  switchLanguage: () => void
}

/** The other language, and the act of changing to it: on the device, and on the account when signed in. */
export function useLanguageSwitch(words: {
  choose(locale: Locale): Promise<void>
}): LanguageSwitch {
  const other = otherLocale(useLocale())
  const isSignedIn = useSession() !== null
  const queryClient = useQueryClient()
  const change = async () => {
    await words.choose(other)
    if (!isSignedIn) return
    await call('PUT /session/locale', { body: { locale: other } })
    await queryClient.invalidateQueries({ queryKey: sessionKey })
  }
  return {
    other,
    // The device keeps the choice; a network failure only means that e-mails follow later.
    switchLanguage: () => void change().catch(() => undefined),
  }
}
