import { formatDate } from '@terreau/i18n/format'
import { useLocale } from '../../../lib/locale.ts'
import { useT } from '../../../ui/staff/words.ts'
import type { MissingPerson } from './queries.ts'

type Contact = MissingPerson['contacts'][number]

/** What became of a try to reach somebody, and what comes next, as two sentences. */
export function useContactWords(): (contact: Contact) => { what: string; next: string } {
  const t = useT()
  const locale = useLocale()
  const day = (date: string) => formatDate(date, locale, 'short')
  return ({ kind, channel, on, by, answer, step, nextOn }) => {
    const date = day(on)
    if (kind === 'reminder' || answer === null || step === null) {
      const how =
        kind === 'reminder' || channel === 'email' || channel === 'phone' ? 'reminder' : channel
      return { what: t(`calls.contact.${how}`, { date, by }), next: '' }
    }
    const words = t(`calls.step.${step}`)
    return {
      what: t('calls.contact.call', { date, by, answer: t(`calls.answer.${answer}`) }),
      next:
        nextOn === null
          ? t('calls.next', { step: words })
          : t('calls.nextOn', { step: words, date: day(nextOn) }),
    }
  }
}

/** "wolof, français": the languages somebody said they speak, or the one they are written to in. */
export function useSpokenLanguages(): (person: MissingPerson) => string {
  const locale = useLocale()
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  return ({ languages, locale: written }) =>
    (languages === '' ? written : languages)
      .split(',')
      .map((code) => names.of(code) ?? code)
      .join(', ')
}
