import { assert } from '@terreau/domain/assert'
import { type Cents, sumCents } from '@terreau/domain/money/cents'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { formatCents } from '@terreau/i18n/format'
import { fill } from '../../fill.ts'
import { type AttestModel, identityPairs, knownPairs } from '../shared/attest.ts'
import type { DocumentLocale, IssueFacts, IssuerFacts, PersonFacts } from '../shared/facts.ts'
import { certificateLetter } from '../shared/letter.ts'
import { longDate } from '../shared/long-date.ts'
import { textsOf } from '../shared/texts.ts'

export type SettlementReceiptFacts = {
  readonly issuer: IssuerFacts
  readonly person: PersonFacts
  readonly issue: IssueFacts
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  readonly paidOn: LocalDate
  /** What was paid at the end of the contract, sum by sum; the names come in the document's language. */
  readonly sums: readonly { readonly label: string; readonly amountCents: Cents }[]
}

/**
 * Reçu pour solde de tout compte: the inventory of what was paid when a contract ended (C. trav. L1234-20),
 * in two copies, which it says (D1234-7), and how to contest it (D1234-8). The variable part of a CESA is
 * known after the accounts only (R7331-12): it is named as left out.
 */
export function settlementReceiptModel(
  facts: SettlementReceiptFacts,
  locale: DocumentLocale,
): AttestModel {
  const { common, workCertificate: work, settlementReceipt: texts } = textsOf(locale)
  const { issuer, person, sums } = facts
  assert(sums.length > 0, 'a receipt names at least one sum')
  const total = formatCents(sumCents(sums.map((one) => one.amountCents)), locale)
  const letter = certificateLetter(facts, { title: texts.title, subtitle: texts.copies }, locale)
  const signature = letter.signature
  assert(signature !== null, 'the cooperative signs the receipt')
  return {
    ...letter,
    signature: null,
    statement: fill(texts.statement, {
      issuer: issuer.name,
      name: person.fullName,
      total,
      date: longDate(facts.paidOn, locale),
    }),
    identity: knownPairs([
      ...identityPairs(person, locale),
      { label: work.entry, value: longDate(facts.startsOn, locale) },
      { label: work.leaving, value: longDate(facts.endsOn, locale) },
    ]),
    table: {
      heading: texts.inventory,
      content: {
        headers: [texts.what, texts.amount],
        rows: sums.map((one) => [one.label, formatCents(one.amountCents, locale)]),
        total: [common.total, total],
      },
      widths: [5, 2],
      firstFigureColumn: 1,
    },
    notice: [texts.excluded, texts.contest],
    places: {
      doneAt: signature.doneAt,
      places: [
        {
          heading: issuer.name,
          lines: signature.lines.slice(0, 2),
          spaceLabel: common.signatureSpace,
        },
        { heading: person.fullName, lines: [texts.byHand], spaceLabel: texts.dateAndSignature },
      ],
    },
  }
}
