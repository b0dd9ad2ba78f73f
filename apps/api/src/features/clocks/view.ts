import { canAny } from '@terreau/domain/access/permissions'
import type { Clock } from '@terreau/domain/clocks/clock'
import { CLOCK_KINDS, CLOCK_RULES, type ClockKind } from '@terreau/domain/clocks/rules'
import { daysBetween, type LocalDate } from '@terreau/domain/time/local-date'
import { describeClock } from '@terreau/i18n/clocks'
import type { Locale } from '@terreau/protocol/codecs'
import type { Context } from '../../platform/context.ts'

/** What simply ends: nobody missed anything when its day has passed. */
const JUST_HAPPENS: ReadonlySet<ClockKind> = new Set([
  'trial',
  'cape-renewals',
  'cape-renewal-start',
])

/** A clock as pages show it, in the language of the reader. */
export function clockView(clock: Clock, contractNumber: string | null, locale: Locale) {
  const { kind, contractId, startsOn, endsOn, endMeans, daysLeft, state, article } = clock
  return {
    kind,
    contractId,
    contractNumber,
    startsOn,
    endsOn,
    endMeans,
    daysLeft,
    state,
    isOverWithoutHarm: state === 'passed' && JUST_HAPPENS.has(kind),
    article,
    ...describeClock(locale, clock),
  }
}

/** A clock written on an earlier day, as it stands today: only the day it is seen from has changed. */
export function seenOn(today: LocalDate, clock: Clock): Clock {
  const daysLeft = daysBetween(today, clock.endsOn)
  const isPassed = CLOCK_RULES[clock.kind].endMeans === 'effect-day' ? daysLeft <= 0 : daysLeft < 0
  return { ...clock, daysLeft, state: isPassed ? 'passed' : 'running' }
}

/** The dates of a permit are for those who may read permits, as everything about it (right-to-work.md). */
const OF_PERMIT: ReadonlySet<ClockKind> = new Set(['permit-check', 'permit-expiry'])

/** The kinds of clocks that who asks may see of other people. */
export function visibleKinds({ actor }: Pick<Context, 'actor'>): readonly ClockKind[] {
  const mayRead = actor.kind !== 'person' || canAny(actor.roles, 'permit.read')
  return mayRead ? CLOCK_KINDS : CLOCK_KINDS.filter((kind) => !OF_PERMIT.has(kind))
}
