import { type Cents, sumCents } from '@terreau/domain/money/cents'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { formatCents, formatDate, formatMinutes } from '@terreau/i18n/format'
import { approvedMinutesOf } from '@terreau/pdf/documents/tutoring-certificate/model'
import type { KeyFigure } from '@terreau/protocol/attestations'
import type { Locale } from '@terreau/protocol/codecs'
import type { AttestationContent } from './contents.ts'

/** The period a certificate speaks of: months 'YYYY-MM' or days 'YYYY-MM-DD'; null without an end. */
export function periodOf(content: AttestationContent): { start: string; end: string | null } {
  switch (content.kind) {
    case 'monthly_income': {
      const months = content.facts.months.map((line) => line.month)
      return { start: months[0] ?? '', end: months.at(-1) ?? '' }
    }
    case 'account_statement':
      return { start: content.facts.period.from, end: content.facts.period.to }
    case 'cape_period': {
      const { periods } = content.facts
      const ends = periods.map((one) => one.endsOn).sort()
      return { start: periods[0]?.startsOn ?? '', end: ends.at(-1) ?? null }
    }
    case 'associate':
      return { start: content.facts.associateOn, end: null }
    case 'employment': {
      // What the law ends without an associate has no term: the document says the condition, a period cannot.
      const { startsOn, endsOn, endsByLaw } = content.facts
      return { start: startsOn, end: endsByLaw ? null : endsOn }
    }
    case 'attendance':
    case 'tutoring_hours':
      return { start: content.facts.period.startsOn, end: content.facts.period.endsOn }
    default:
      return { start: content.facts.startsOn, end: content.facts.endsOn }
  }
}

/** The figures that a reader compares with the paper, in the very form that is printed there. */
export function keyFiguresOf(content: AttestationContent, locale: Locale): KeyFigure[] {
  const day = (date: LocalDate): string => formatDate(date, locale, 'long')
  switch (content.kind) {
    case 'monthly_income':
      return incomeFigures(content.facts, locale)
    case 'cape_entry': {
      const { startsOn, endsOn, contractNumber } = content.facts
      return [
        { key: 'startsOn', value: day(startsOn) },
        { key: 'endsOn', value: day(endsOn) },
        { key: 'contractNumber', value: contractNumber },
      ]
    }
    case 'cape_period':
      return content.facts.periods.flatMap((one) => [
        { key: 'startsOn', value: day(one.startsOn) },
        { key: 'endsOn', value: day(one.endsOn) },
      ])
    case 'attendance':
      return [{ key: 'meetings', value: String(content.facts.attended.length) }]
    case 'employment': {
      const { startsOn, contractNumber } = content.facts
      return [
        { key: 'startsOn', value: day(startsOn) },
        { key: 'contractNumber', value: contractNumber },
      ]
    }
    case 'associate':
      return [{ key: 'associateOn', value: day(content.facts.associateOn) }]
    case 'work_certificate':
      return [
        { key: 'startsOn', value: day(content.facts.startsOn) },
        { key: 'endsOn', value: day(content.facts.endsOn) },
      ]
    case 'settlement_receipt': {
      const total = sumCents(content.facts.sums.map((one) => one.amountCents))
      return [{ key: 'sumsPaid', value: formatCents(total, locale) }]
    }
    case 'account_statement': {
      const total = sumCents(content.facts.accounts.map((one) => one.closingCents))
      return [{ key: 'balance', value: formatCents(total, locale) }]
    }
    case 'tutoring_hours': {
      const { parts, peopleHelped } = content.facts
      return [
        ...parts.map((part) => ({
          key: HOURS_KEYS[part.kind],
          value: formatMinutes(approvedMinutesOf(part), locale),
        })),
        { key: 'peopleHelped', value: String(peopleHelped) },
      ]
    }
  }
}

/** Volunteer and paid hours are two figures, never one. */
const HOURS_KEYS = {
  volunteer: 'volunteerHours',
  paid: 'paidHours',
  unstated: 'unstatedHours',
} as const

type IncomeContent = Extract<AttestationContent, { kind: 'monthly_income' }>['facts']
type IncomeMonths = IncomeContent['months']

/** Under a CESA the salaries are the income; under a CAPE it is what was really paid, often nothing. */
function incomeFigures({ contract, months, salaries }: IncomeContent, locale: Locale): KeyFigure[] {
  const total = (pick: (line: IncomeMonths[number]) => Cents): string =>
    formatCents(sumCents(months.map(pick)), locale)
  const paid = (pick: (salary: IncomeContent['salaries'][number]) => Cents): string =>
    formatCents(sumCents(salaries.map(pick)), locale)
  const income: KeyFigure[] =
    contract.kind === 'CAPE'
      ? [{ key: 'pay', value: total((line) => line.payCents) }]
      : [
          { key: 'netSocial', value: paid((salary) => salary.netSocialCents) },
          { key: 'gross', value: paid((salary) => salary.grossCents) },
        ]
  return [
    ...income,
    { key: 'revenue', value: total((line) => line.revenueCents) },
    { key: 'result', value: total((line) => line.resultCents) },
    { key: 'balance', value: formatCents(months.at(-1)?.balanceCents ?? 0n, locale) },
  ]
}
