import { capeRenewalStart, latestCapeEnd } from '../contracts/cape.ts'
import { addDays, addMonthsClamped, type LocalDate } from '../time/local-date.ts'
import { type CapeLink, isSameActivity } from './cape-chain.ts'
import {
  type Career,
  type CareerContract,
  lastDayOf,
  NOTICE_RECIPIENTS,
  type NoticeEvent,
  type NoticeRecipient,
  tookEffect,
} from './career.ts'
import {
  type Clock,
  type ClockBasis,
  clockOn,
  type NotApplicableReason,
  type SumTerm,
} from './clock.ts'
import { alertsBefore, type Known } from './known.ts'
import { CLOCK_RULES } from './rules.ts'

/** The clocks of one CAPE: its length, its term, what is left of the right, and its notices. */
export function capeClocks(link: CapeLink, known: Known): Clock[] {
  const { contract } = link
  if (contract.startsOn < CLOCK_RULES['cape-period'].inForceFrom) return []
  const isLast = link.next === null
  return [
    periodClock(contract, known),
    ...(lastDayOf(contract) === null ? [] : [termClock(link, known)]),
    ...(isLast ? [renewalsClock(link, known)] : []),
    renewalStartClock(link, known),
    ...noticeClocks(link, known),
  ]
}

/** Twelve months at most, whatever was written. */
function periodClock(contract: CareerContract, { today }: Known): Clock {
  const rule = CLOCK_RULES['cape-period']
  const endsOn = latestCapeEnd(contract.startsOn)
  const lastDay = lastDayOf(contract)
  return clockOn(today, rule, {
    contractId: contract.id,
    startsOn: contract.startsOn,
    endsOn,
    isMet: lastDay !== null && lastDay <= endsOn,
    sum: [start(contract.startsOn), limit(rule.duration.months), oneDayLess],
    alertsOn: alertsBefore(rule, endsOn),
  })
}

/**
 * The day the contract ends, as written or as it came. Once it has come and what follows is known (a renewal,
 * a CESA, an exit), it is settled; without any of them it is a question that somebody must answer.
 */
function termClock(link: CapeLink, { today, career }: Known): Clock {
  const { contract } = link
  const rule = CLOCK_RULES['cape-term']
  const endsOn = lastDayOf(contract) ?? contract.startsOn
  return clockOn(today, rule, {
    contractId: contract.id,
    startsOn: contract.startsOn,
    endsOn,
    isMet: today > endsOn && (link.next !== null || reasonFor(link, career) !== null),
    basis: basisOfTerm(contract),
    sum: [start(endsOn)],
    alertsOn: alertsBefore(rule, endsOn),
  })
}

/** The latest day the right can reach, if each renewal that is left lasts as long as it may. */
function renewalsClock(link: CapeLink, { today, career }: Known): Clock {
  const rule = CLOCK_RULES['cape-renewals']
  const max = rule.count ?? 0
  const left = Math.max(0, max - link.sequence)
  const months = rule.duration.months ?? 0
  const lastDay = lastDayOf(link.contract) ?? latestCapeEnd(link.contract.startsOn)
  const endsOn = addDays(addMonthsClamped(addDays(lastDay, 1), left * months), -1)
  return clockOn(today, rule, {
    contractId: link.contract.id,
    startsOn: link.first.startsOn,
    endsOn,
    basis: 'renewals',
    reason: reasonFor(link, career),
    sum:
      left === 0
        ? [start(lastDay)]
        : [start(lastDay), { role: 'limit', sign: 1, months, times: left }],
    count: { done: link.sequence, max, left },
    alertsOn: alertsBefore(rule, endsOn),
  })
}

/** A renewal starts the day after; there is none when the right is used up or another contract follows. */
function renewalStartClock(link: CapeLink, { today, career }: Known): Clock {
  const rule = CLOCK_RULES['cape-renewal-start']
  const { contract, next } = link
  const lastDay = lastDayOf(contract) ?? latestCapeEnd(contract.startsOn)
  const endsOn = capeRenewalStart({ endsOn: lastDay })
  const max = CLOCK_RULES['cape-renewals'].count ?? 0
  const isUsedUp = next === null && link.sequence >= max
  const reason = isUsedUp ? 'none-left' : next === null ? reasonFor(link, career) : null
  return clockOn(today, rule, {
    contractId: contract.id,
    startsOn: contract.startsOn,
    endsOn,
    reason,
    // A gap with a written reason is a renewal as well (docs/rules/cape.md).
    isMet: next !== null && (next.startsOn <= endsOn || next.gapReason !== undefined),
    sum: [start(lastDay), { role: 'days', sign: 1, days: 1 }],
    alertsOn: alertsBefore(rule, endsOn),
  })
}

/** Why nobody will renew a CAPE that is the last of its chain. */
function reasonFor({ contract }: CapeLink, career: Career): NotApplicableReason | null {
  const isFollowed = career.contracts.some(
    (other) =>
      other.kind === 'CESA' &&
      tookEffect(other) &&
      other.startsOn > contract.startsOn &&
      isSameActivity(other, contract, career),
  )
  if (isFollowed) return 'followed-by-contract'
  if (isEndedEarly(contract)) return 'ended-before'
  return contract.endedOn === undefined ? null : 'ended-at-term'
}

/** What the last day of a CAPE is: the one that was written, or the one that came instead. */
function basisOfTerm(contract: CareerContract): ClockBasis {
  const { endedOn, endsOn } = contract
  if (isEndedEarly(contract)) return 'early-end'
  return endedOn !== undefined && endsOn !== undefined && endedOn > endsOn ? 'late-end' : 'written'
}

function isEndedEarly({ endedOn, endsOn }: CareerContract): boolean {
  return endedOn !== undefined && (endsOn === undefined || endedOn < endsOn)
}

/** URSSAF and France Travail learn of the conclusion or renewal, and of an early end. */
function noticeClocks(link: CapeLink, known: Known): Clock[] {
  const { contract } = link
  const concludedOn = contract.signedOn ?? contract.startsOn
  const first = link.sequence === 0 ? 'conclusion' : 'renewal'
  const events: [NoticeEvent, LocalDate][] = [[first, concludedOn]]
  const { endedOn } = contract
  if (endedOn !== undefined && isEndedEarly(contract)) events.push(['early-end', endedOn])
  return events.flatMap(([event, on]) =>
    NOTICE_RECIPIENTS.map((recipient) => noticeClock({ contract, event, on, recipient }, known)),
  )
}

type Notice = {
  readonly contract: CareerContract
  readonly event: NoticeEvent
  readonly on: LocalDate
  readonly recipient: NoticeRecipient
}

function noticeClock({ contract, event, on, recipient }: Notice, known: Known): Clock {
  const { noticeTargetDays, noticeAlertDays } = known.settings
  // A contract begins once: whether its notice called that a conclusion or a renewal, the body was told.
  const isSent = (known.career.notices ?? []).some(
    (sent) =>
      sent.contractId === contract.id &&
      sent.recipient === recipient &&
      (sent.event === 'early-end') === (event === 'early-end') &&
      sent.sentOn <= known.today,
  )
  return clockOn(known.today, CLOCK_RULES['cape-notice'], {
    contractId: contract.id,
    startsOn: on,
    endsOn: addDays(on, noticeTargetDays),
    event,
    recipient,
    isMet: isSent,
    sum: [start(on), { role: 'days', sign: 1, days: noticeTargetDays }],
    alertsOn: [addDays(on, noticeAlertDays)],
  })
}

const oneDayLess: SumTerm = { role: 'days', sign: -1, days: 1 }

function start(on: LocalDate): SumTerm {
  return { role: 'start', on }
}

function limit(months = 0): SumTerm {
  return { role: 'limit', sign: 1, months }
}
