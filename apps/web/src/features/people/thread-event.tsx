import { formatCents, formatDate, formatMinutes, formatMonth } from '@terreau/i18n/format'
import type { Locale } from '@terreau/i18n/t'
import { Link } from 'wouter'
import { currentLocale, useLocale } from '../../lib/locale.ts'
import { clocks } from '../../lib/today.ts'
import { useT } from '../../ui/staff/words.ts'
import type { TimelineEvent } from './queries.ts'

/** One line of the thread: the hour, what happened, who did it. */
export function ThreadEvent({ event }: { event: TimelineEvent }) {
  const t = useT()
  const locale = useLocale()
  const { answer } = event.params
  const known = ANSWERS.find((name) => name === answer)
  const sentence = t(`people.thread.kind.${event.kind}`, {
    ...WORDLESS,
    ...readable(event.params, locale),
    answer: known ? t(`people.thread.answer.${known}`) : '',
  })
  const href = hrefOf(event)
  return (
    <li>
      <time dateTime={event.at}>{hourOf(event.at)}</time>
      <span>{href === null ? sentence : <Link href={href}>{sentence}</Link>}</span>
      <span className="dimmed">
        {event.who === null
          ? t('people.thread.byNobody')
          : t('people.thread.by', { who: event.who })}
      </span>
    </li>
  )
}

const ANSWERS = ['yes', 'not_exactly', 'no'] as const
const WORDLESS = { number: '', month: '', balance: '', minutes: '', name: '', day: '' }

/** The values of a sentence as people read them. */
function readable(
  params: Readonly<Record<string, string>>,
  locale: Locale,
): Record<string, string> {
  const { number, month, balanceCents, minutes, name, heldOn } = params
  return {
    ...(number ? { number } : {}),
    ...(name ? { name } : {}),
    ...(month ? { month: formatMonth(month, locale) } : {}),
    ...(balanceCents ? { balance: formatCents(BigInt(balanceCents), locale) } : {}),
    ...(minutes ? { minutes: formatMinutes(Number(minutes), locale) } : {}),
    ...(heldOn ? { day: formatDate(heldOn, locale) } : {}),
  }
}

function hrefOf({ kind, targetId }: TimelineEvent): string | null {
  if (targetId === null) return null
  if (kind.startsWith('contract-')) return `/gestion/contrats/${targetId}`
  if (kind.startsWith('attestation-')) return `/gestion/attestations/${targetId}`
  return `/gestion/declarations/${targetId}`
}

function hourOf(at: string): string {
  const tag = currentLocale() === 'fr' ? 'fr-FR' : 'en-GB'
  const options = { hour: '2-digit', minute: '2-digit', timeZone: clocks.zone } as const
  return new Intl.DateTimeFormat(tag, options).format(new Date(at))
}
