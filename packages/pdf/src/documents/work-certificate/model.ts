import { assert } from '@terreau/domain/assert'
import type { JobHeld } from '@terreau/domain/contracts/employment'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { fill } from '../../fill.ts'
import type { AttestModel } from '../shared/attest.ts'
import type { DocumentLocale, IssueFacts, IssuerFacts, PersonFacts } from '../shared/facts.ts'
import { jobsTable } from '../shared/jobs-table.ts'
import { certificateLetter } from '../shared/letter.ts'
import { longDate } from '../shared/long-date.ts'
import { textsOf } from '../shared/texts.ts'

export type WorkCertificateFacts = {
  readonly issuer: IssuerFacts
  readonly person: PersonFacts
  readonly issue: IssueFacts
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  readonly jobs: readonly JobHeld[]
  /** Months during which cover may go on (CSS L911-8); null when the cooperative's setting is silent. */
  readonly coverMonths: number | null
}

/**
 * Certificat de travail. It holds exclusively the days of entry and of leaving, the jobs held and their
 * periods (C. trav. D1234-6), and what CSS L911-8 orders to signal in it. No reason, no pay, no appraisal.
 */
export function workCertificateModel(
  facts: WorkCertificateFacts,
  locale: DocumentLocale,
): AttestModel {
  const { workCertificate: texts } = textsOf(locale)
  const { issuer, person, startsOn, endsOn, coverMonths } = facts
  assert(startsOn <= endsOn, 'an employment does not end before it starts')
  return {
    ...certificateLetter(facts, { title: texts.title, subtitle: null }, locale),
    statement: fill(texts.statement, { issuer: issuer.name, name: person.fullName }),
    identity: [
      // The name alone: a day of birth is not among the mentions.
      { label: textsOf(locale).common.person, value: person.fullName },
      { label: texts.entry, value: longDate(startsOn, locale) },
      { label: texts.leaving, value: longDate(endsOn, locale) },
    ],
    table: {
      heading: texts.jobs,
      content: jobsTable(facts.jobs, locale),
      widths: [5, 6, 4, 4],
      firstFigureColumn: 4,
    },
    notice:
      coverMonths === null || coverMonths === 0
        ? []
        : [texts.cover, fill(texts.coverDetail, { months: String(coverMonths) })],
    places: null,
  }
}
