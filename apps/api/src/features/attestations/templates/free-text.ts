import { type FreeTextTag, fillFreeText } from '@terreau/domain/attestations/free-text'
import { formatDate, formatMonth } from '@terreau/i18n/format'
import type { FreeTextFacts } from '@terreau/pdf/documents/shared/facts'
import { namedHours } from '@terreau/pdf/documents/tutoring-certificate/model'
import type { Locale } from '@terreau/protocol/codecs'
import type { AttestationContent, CommonFacts } from '../contents.ts'
import { periodOf } from '../key-figures.ts'
import type { Template } from './queries.ts'

/** The paragraphs of a template with the values of one certificate; nothing when it has none. */
export function freeTextOf(
  template: Template | undefined,
  content: AttestationContent,
  common: CommonFacts,
  locale: Locale,
): { freeText?: FreeTextFacts } {
  if (template === undefined) return {}
  const paragraphs = fillFreeText(template.body, tagValues(content, common, locale))
  return paragraphs.length === 0 ? {} : { freeText: { version: template.version, paragraphs } }
}

/** What each tag stands for, in the language of the document; `tagsOf` says which ones a kind may use. */
function tagValues(
  content: AttestationContent,
  { issuer, person, issue }: CommonFacts,
  locale: Locale,
): Partial<Record<FreeTextTag, string>> {
  const { start, end } = periodOf(content)
  const print = (text: string) =>
    text.length === 'YYYY-MM'.length ? formatMonth(text, locale) : formatDate(text, locale, 'long')
  return {
    nom: person.fullName,
    cooperative: issuer.name,
    numero: issue.number,
    date: print(issue.issuedOn),
    lieu: issue.place,
    debut: print(start),
    ...(end !== null && { fin: print(end) }),
    ...ownValues(content, locale),
  }
}

function ownValues(
  content: AttestationContent,
  locale: Locale,
): Partial<Record<FreeTextTag, string>> {
  switch (content.kind) {
    case 'monthly_income':
      return { activite: content.facts.activity }
    case 'cape_entry':
    case 'employment':
    case 'associate':
      return { activite: content.facts.activity, contrat: content.facts.contractNumber }
    case 'cape_period': {
      const activities = content.facts.periods.map((one) => one.activity)
      return { activite: [...new Set(activities)].join(', ') }
    }
    case 'tutoring_hours': {
      return { heures: namedHours(content.facts.parts, locale) }
    }
    default:
      return {}
  }
}
