import type { LocalDate } from '@terreau/domain/time/local-date'
import { fill } from '../../fill.ts'
import type { DocumentLocale, IssuerFacts } from '../shared/facts.ts'
import { oneLine, registration } from '../shared/frame.ts'
import { longDate } from '../shared/long-date.ts'
import { textsOf } from '../shared/texts.ts'

/**
 * What invoices, order notes, letters and advertising say while a CAPE runs (Code de commerce, R127-3):
 * that there is one, the supporter's name, seat and number, and the term. One line, ready to copy.
 */
export function papersMention(
  facts: { readonly issuer: IssuerFacts; readonly number: string; readonly endsOn: LocalDate },
  locale: DocumentLocale,
): string {
  const { issuer, number, endsOn } = facts
  return fill(textsOf(locale).capeContract.papersMention, {
    number,
    name: issuer.name,
    legalForm: issuer.legalForm,
    seat: oneLine(issuer.addressLines),
    registration: registration(issuer, locale),
    to: longDate(endsOn, locale),
  }).replaceAll('\u00a0', ' ')
}
