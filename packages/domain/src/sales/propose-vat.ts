import { assert } from '../assert.ts'
import { type RateBp, rateBp } from '../money/rate.ts'
import { type LocalDate, localDate } from '../time/local-date.ts'
import { isInEuropeanUnion } from './european-union.ts'

export type CustomerKind = 'business' | 'person'
export type SupplyKind = 'goods' | 'services'

/** i18n keys of the sentence that the invoice must carry when no French VAT is charged. */
export type VatMentionKey =
  | 'vat.mention.reverse-charge'
  | 'vat.mention.outside-eu-services'
  | 'vat.mention.outside-eu-intangible'
  | 'vat.mention.eu-goods'
  | 'vat.mention.export'

/** i18n keys of what a member of staff should check before trusting the proposal. */
export type VatReviewKey =
  | 'vat.review.overseas-department'
  | 'vat.review.eu-distance-sale'
  | 'vat.review.eu-vat-number'
  | 'vat.review.export-proof'
  | 'vat.review.business-proof'
  | 'vat.review.intangible-service'

/** Who buys what, and the French rate of the activity. `customerCountry`: ISO 3166, two letters. */
export type VatQuestion = {
  readonly customerCountry: string
  readonly customerKind: CustomerKind
  readonly supplyKind: SupplyKind
  readonly activityVatRateBp: RateBp
  /** Advertising, consulting, rights, data… of CGI 259 B. Unknown counts as no. */
  readonly isIntangible?: boolean
  /** Day of the sale; by default the countries are those of the latest known list. */
  readonly on?: LocalDate
}

export type VatProposal = {
  readonly vatRateBp: RateBp
  readonly mentionKey: VatMentionKey | null
  readonly reviewKey: VatReviewKey | null
}

/**
 * Proposes the VAT of a sale; staff decide. French rules of place (CGI 259, 259 B, 262, 262 ter):
 * - France and Monaco: the activity's rate.
 * - Business abroad: services are taxed where the customer is, goods leave exempt.
 * - Private person abroad: services bear French VAT, save the intangible ones outside the EU; goods
 *   bear it inside the EU and are exported free of it outside.
 * Events, real estate and meals served have places of their own (CGI 259 A): not decided here.
 */
export function proposeVat(question: VatQuestion): VatProposal {
  assert(/^[A-Z]{2}$/.test(question.customerCountry), 'a country is two capital letters')
  const { customerCountry: country, activityVatRateBp } = question
  if (LIKE_FRANCE.has(country)) return frenchVat(activityVatRateBp, null)
  if (OVERSEAS.has(country)) return frenchVat(activityVatRateBp, 'vat.review.overseas-department')
  const isUnion = isInEuropeanUnion(country, question.on ?? LATEST)
  return isUnion ? proposeInUnion(question) : proposeOutsideUnion(question)
}

const LATEST = localDate('9999-12-31')

/** Monaco is treated as France (customs convention of 18 May 1963, CGI annexe IV). */
const LIKE_FRANCE: ReadonlySet<string> = new Set(['FR', 'MC'])

/** Departments and collectivities with rates of their own or no VAT at all (CGI 294, 296). */
const OVERSEAS: ReadonlySet<string> = new Set([
  'GP',
  'MQ',
  'RE',
  'GF',
  'YT',
  'PM',
  'BL',
  'MF',
  'NC',
  'PF',
  'WF',
])

function proposeInUnion({ customerKind, supplyKind, ...rest }: VatQuestion): VatProposal {
  if (customerKind === 'business') {
    const isGoods = supplyKind === 'goods'
    const mention = isGoods ? 'vat.mention.eu-goods' : 'vat.mention.reverse-charge'
    return noVat(mention, 'vat.review.eu-vat-number')
  }
  // Above 10 000 € a year, distance sales of goods bear the VAT of the buyer's country (259 D).
  const review = supplyKind === 'goods' ? 'vat.review.eu-distance-sale' : null
  return frenchVat(rest.activityVatRateBp, review)
}

function proposeOutsideUnion(question: VatQuestion): VatProposal {
  if (question.supplyKind === 'goods') {
    return noVat('vat.mention.export', 'vat.review.export-proof')
  }
  if (question.customerKind === 'business') {
    return noVat('vat.mention.outside-eu-services', 'vat.review.business-proof')
  }
  if (question.isIntangible) return noVat('vat.mention.outside-eu-intangible', null)
  return frenchVat(question.activityVatRateBp, 'vat.review.intangible-service')
}

function frenchVat(vatRateBp: RateBp, reviewKey: VatReviewKey | null): VatProposal {
  return { vatRateBp, mentionKey: null, reviewKey }
}

function noVat(mentionKey: VatMentionKey, reviewKey: VatReviewKey | null): VatProposal {
  return { vatRateBp: rateBp(0n), mentionKey, reviewKey }
}
