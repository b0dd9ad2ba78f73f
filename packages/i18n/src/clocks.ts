import { clocks as en } from './en/clocks.ts'
import { formatDate } from './format.ts'
import { clocks as fr } from './fr/clocks.ts'
import { spokenParams } from './spoken-params.ts'
import { type Locale, type MessageParams, translate } from './t.ts'

interface LengthToSay {
  readonly months: number
  readonly days: number
}

/** One step of a sum, as `packages/domain/src/clocks/clock.ts` computes it. */
export type TermToDescribe =
  | { readonly role: 'start'; readonly on: string }
  | {
      readonly role: 'limit'
      readonly sign: number
      readonly months: number
      readonly times?: number | undefined
    }
  | { readonly role: 'days' | 'working-days'; readonly sign: number; readonly days: number }
  | { readonly role: 'absence'; readonly sign: number; readonly days: number }
  | ({
      readonly role: 'earlier'
      readonly sign: number
      readonly kinds: readonly string[]
      readonly countedAs?: LengthToSay | undefined
    } & LengthToSay)

/** A clock as the domain or the API gives it. */
export interface ClockToDescribe {
  readonly kind: string
  readonly startsOn: string
  readonly endsOn: string
  readonly endMeans: 'last-day' | 'effect-day'
  readonly state: string
  readonly reason: string | null
  readonly basis: string
  readonly sum: readonly TermToDescribe[]
  readonly count: { readonly done: number; readonly max: number; readonly left: number } | null
  readonly recipient: string | null
  readonly event: string | null
  readonly article: string
}

/** A clock in words: its name, one sentence that says why this date, and what happens then. */
export function describeClock(
  locale: Locale,
  clock: ClockToDescribe,
): { readonly name: string; readonly why: string; readonly effect: string } {
  const recipient = clock.recipient === null ? '' : say(locale, `recipient.${clock.recipient}`)
  return {
    name: say(locale, `kind.${clock.kind}`, { recipient }),
    why: whyOf(locale, clock),
    effect: say(locale, `effect.${clock.kind}`, { recipient }),
  }
}

/** What a clock means for the person, in plain words: sentences of at most fifteen words. */
export function ownClockSentences(locale: Locale, clock: ClockToDescribe): string[] {
  const isPassed = clock.state === 'passed'
  const key = isPassed && clock.kind === 'associate-deadline' ? 'associate-passed' : clock.kind
  const date = formatDate(clock.endsOn, locale)
  const count = clock.count?.left ?? 0
  const first = say(locale, `own.${key}.what`, { date, count })
  return [first, say(locale, `own.${key}.do`)]
}

/** A refusal of a career in one sentence, without its article. Days are written for people. */
export function careerRefusalText(locale: Locale, code: string, params: MessageParams): string {
  const named = Object.entries(params).filter(([name]) => IDS.has(name))
  const shown = { ...spokenParams(params, locale), ...Object.fromEntries(named) }
  return say(locale, `refusal.${code}`, shown)
}

/** Why an interview of a career counts in no period, in one sentence. */
export function uncountedInterviewText(locale: Locale, reason: string, on: string): string {
  return say(locale, `uncounted.${reason}`, { date: formatDate(on, locale, 'short') })
}

/** Parameters that name a contract: printed as they are, even when they look like a day. */
const IDS: ReadonlySet<string> = new Set(['contract', 'other', 'renewalOf'])

function whyOf(locale: Locale, clock: ClockToDescribe): string {
  const event = clock.event === null ? '' : say(locale, `event.${clock.event}`)
  const day = formatDate(clock.endsOn, locale, 'short')
  const isCounted = clock.endMeans === 'last-day' && clock.sum.some(({ role }) => role === 'limit')
  const why = say(locale, `why.${sentenceOf(clock)}`, {
    sum: clock.sum.map((term, at) => termText(locale, term, at)).join(' '),
    date: isCounted ? say(locale, 'sum.included', { date: day }) : day,
    from: formatDate(clock.startsOn, locale, 'short'),
    article: clock.article,
    event,
    done: clock.count?.done ?? 0,
    max: clock.count?.max ?? 0,
    left: clock.count?.left ?? 0,
  })
  if (clock.reason === null || SAYS_IT_ALL.has(clock.basis)) return why
  const reason = say(locale, `reason.${clock.reason}`)
  return say(locale, 'why.not-applicable', { why, reason })
}

/** Sentences that already say why nothing runs. */
const SAYS_IT_ALL: ReadonlySet<string> = new Set(['no-trial', 'cancelled'])

function sentenceOf({ kind, basis, count, sum }: ClockToDescribe): string {
  if (kind === 'pre-hire-declaration') return 'hire'
  if (kind === 'cape-notice') return isSameDay(sum) ? 'notice-same-day' : 'notice'
  if (basis === 'renewals' && count?.left === 0)
    return count.done > count.max ? 'too-many-renewals' : 'no-renewal'
  return basis
}

function isSameDay(sum: readonly TermToDescribe[]): boolean {
  return sum.every((term) => term.role === 'start' || (term.role === 'days' && term.days === 0))
}

function termText(locale: Locale, term: TermToDescribe, at: number): string {
  if (term.role === 'start') return formatDate(term.on, locale, 'short')
  const sign = at === 0 ? '' : term.sign < 0 ? '− ' : '+ '
  return `${sign}${spanText(locale, term)}`
}

function spanText(locale: Locale, term: Exclude<TermToDescribe, { role: 'start' }>): string {
  switch (term.role) {
    case 'limit': {
      const years = term.months / 12
      const isYears = Number.isInteger(years) && years > 1
      const length = isYears
        ? say(locale, 'sum.years', { count: years })
        : say(locale, 'sum.months', { count: term.months })
      const { times = 1 } = term
      return times === 1 ? length : say(locale, 'sum.times', { times, length })
    }
    case 'days':
      return say(locale, 'sum.days', { count: term.days })
    case 'working-days':
      return say(locale, 'sum.workingDays', { count: term.days })
    case 'absence':
      return say(locale, 'sum.absence', { length: say(locale, 'sum.days', { count: term.days }) })
    case 'earlier': {
      const own = lengthText(locale, term)
      const length =
        term.countedAs === undefined
          ? own
          : say(locale, 'sum.counted', {
              length: own,
              counted: lengthText(locale, term.countedAs),
            })
      const kinds = term.kinds.map((kind) => say(locale, `contractKind.${kind}`))
      return say(locale, 'sum.earlier', { length, kinds: kinds.reduce(andOf(locale)) })
    }
  }
}

/** `12 mois et 3 jours`; a length of nothing is 0 days. */
function lengthText(locale: Locale, { months, days }: LengthToSay): string {
  const parts = [
    ...(months === 0 ? [] : [say(locale, 'sum.months', { count: months })]),
    ...(days === 0 && months !== 0 ? [] : [say(locale, 'sum.days', { count: days })]),
  ]
  return parts.reduce(andOf(locale))
}

function andOf(locale: Locale) {
  return (first: string, second: string) => say(locale, 'sum.and', { first, second })
}

/** The words of a key known only at run time. Throws when there are none: never a key on a page. */
function say(locale: Locale, key: string, params: MessageParams = {}): string {
  const text = translate(locale === 'en' ? en : fr, locale, key, params)
  if (text === key) throw new Error(`no words for ${key}`)
  return text
}
