import { assert } from '@terreau/domain/assert'
import { runsOf } from '@terreau/domain/contracts/runs'
import { type LocalDate, laterOf } from '@terreau/domain/time/local-date'
import { fill } from '../../fill.ts'
import { type AttestModel, identityPairs } from '../shared/attest.ts'
import type {
  CapeSequence,
  DocumentLocale,
  FreeTextFacts,
  IssueFacts,
  IssuerFacts,
  PersonFacts,
} from '../shared/facts.ts'
import { certificateLetter } from '../shared/letter.ts'
import { longDate } from '../shared/long-date.ts'
import { textsOf } from '../shared/texts.ts'

/** One contract of a series, as it ran: `endsOn` is its last day, even when it was cut short. */
export type CapePeriod = {
  readonly contractNumber: string
  readonly sequence: CapeSequence
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  readonly activity: string
}

export type CapePeriodCertificateFacts = {
  readonly issuer: IssuerFacts
  readonly person: PersonFacts
  readonly issue: IssueFacts
  readonly freeText?: FreeTextFacts
  /** Oldest first. */
  readonly periods: readonly CapePeriod[]
}

/** Says from when to when a person held a CAPE and for which activity (C. com. L127-1 to L127-7). */
export function capePeriodCertificateModel(
  facts: CapePeriodCertificateFacts,
  locale: DocumentLocale,
): AttestModel {
  const { common, capeEntryCertificate: entry, capePeriodCertificate: texts } = textsOf(locale)
  const { issuer, person, issue, periods } = facts
  const first = periods[0]
  assert(first !== undefined, 'a CAPE certificate has at least one contract')
  const startsOn = first.startsOn
  const endsOn = periods.reduce((last, one) => laterOf(one.endsOn, last), first.endsOn)
  const isOver = endsOn < issue.issuedOn
  const activities = [...new Set(periods.map((one) => one.activity))].join(', ')
  return {
    ...certificateLetter(facts, { title: texts.title, subtitle: entry.subtitle }, locale),
    statement: fill(isOver ? texts.statementPast : texts.statement, {
      issuer: issuer.name,
      name: person.fullName,
    }),
    identity: [
      ...identityPairs(person, locale),
      { label: common.activity, value: activities },
      // Two dates around a break would read as one contract; the list below has them all.
      ...(runsOf(periods).length === 1
        ? [
            { label: entry.startsOn, value: longDate(startsOn, locale) },
            { label: isOver ? texts.endedOn : entry.endsOn, value: longDate(endsOn, locale) },
          ]
        : []),
    ],
    table: {
      heading: texts.contracts,
      content: {
        headers: [entry.contractNumber, entry.rank, texts.from, texts.to, common.activity],
        rows: periods.map((one) => [
          one.contractNumber,
          entry[`rank${one.sequence}`],
          longDate(one.startsOn, locale),
          longDate(one.endsOn, locale),
          one.activity,
        ]),
        total: null,
      },
      widths: [3.2, 3.8, 3.1, 3.2, 4.7],
      firstFigureColumn: 5,
    },
    notice: [entry.notice, texts.noticeDetail, entry.use],
    places: null,
  }
}
