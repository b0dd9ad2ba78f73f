import { assert } from '@terreau/domain/assert'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { fill } from '../../fill.ts'
import { type AttestModel, identityPairs } from '../shared/attest.ts'
import type {
  DocumentLocale,
  FreeTextFacts,
  IssueFacts,
  IssuerFacts,
  PersonFacts,
} from '../shared/facts.ts'
import { certificateLetter } from '../shared/letter.ts'
import { longDate } from '../shared/long-date.ts'
import { textsOf } from '../shared/texts.ts'

/** One meeting at which the cooperative noted the person, or which the person confirmed. */
export type Attendance = {
  readonly on: LocalDate
  readonly what: 'interview' | 'info_meeting' | 'tutoring'
  readonly way: 'place' | 'phone' | 'video'
}

export type AttendanceCertificateFacts = {
  readonly issuer: IssuerFacts
  readonly person: PersonFacts
  readonly issue: IssueFacts
  readonly freeText?: FreeTextFacts
  /** Days, both included; the last one is never after the day of issue. */
  readonly period: { readonly startsOn: LocalDate; readonly endsOn: LocalDate }
  /** Oldest first. */
  readonly attended: readonly Attendance[]
}

/**
 * Says on which days a person came. No law sets a model; it names neither who else was there nor what was
 * said, and exists where the cooperative has opened it.
 */
export function attendanceCertificateModel(
  facts: AttendanceCertificateFacts,
  locale: DocumentLocale,
): AttestModel {
  const { attendanceCertificate: texts, common } = textsOf(locale)
  const { issuer, person, period, attended } = facts
  assert(attended.length > 0, 'an attendance certificate names at least one meeting')
  assert(
    attended.every(({ on }) => on >= period.startsOn && on <= period.endsOn),
    'each meeting lies within the period',
  )
  const span = fill(common.fromTo, {
    from: longDate(period.startsOn, locale),
    to: longDate(period.endsOn, locale),
  })
  return {
    ...certificateLetter(facts, { title: texts.title, subtitle: span }, locale),
    statement: fill(texts.statement, { issuer: issuer.name, name: person.fullName }),
    identity: [
      ...identityPairs(person, locale),
      { label: texts.count, value: String(attended.length) },
    ],
    table: {
      heading: texts.list,
      content: {
        headers: [texts.on, texts.meeting, texts.how],
        rows: attended.map(({ on, what, way }) => [
          longDate(on, locale),
          texts[what],
          texts.ways[way],
        ]),
        total: null,
      },
      widths: [3, 6, 3],
      firstFigureColumn: 3,
    },
    notice: [texts.notice, texts.noticeDetail],
    places: null,
  }
}
