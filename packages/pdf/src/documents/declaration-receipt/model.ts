import { assert } from '@terreau/domain/assert'
import { type Cents, sumCents } from '@terreau/domain/money/cents'
import type { CurrencyCode } from '@terreau/domain/money/currency'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { YearMonth } from '@terreau/domain/time/year-month'
import { PARIS } from '@terreau/domain/time/zoned-day'
import {
  formatCents,
  formatDate,
  formatDecimal,
  formatForeign,
  formatInstant,
  formatMonth,
} from '@terreau/i18n/format'
import { fill } from '../../fill.ts'
import type { KeyValue } from '../../primitives/key-value-table.ts'
import type { Cell, TableContent } from '../../primitives/table.ts'
import type {
  DocumentLocale,
  IssuerFacts,
  PersonFacts,
  VerificationFacts,
} from '../shared/facts.ts'
import { documentFrame, verificationBlock } from '../shared/frame.ts'
import type { LetterModel } from '../shared/letter.ts'
import { textsOf } from '../shared/texts.ts'

/** One declared sale or expense, as it was written and as it was converted. */
export type ReceiptLine = {
  /** Null for what has no day of its own, such as a month's kilometres. */
  readonly on: LocalDate | null
  /** Customer, or category and label of the expense, in the language of the document. */
  readonly what: string
  readonly minorUnits: bigint
  readonly currency: CurrencyCode
  readonly amountKind: 'gross' | 'net'
  /** Null for an amount in euros. `source` is printed as it is. */
  readonly rate: { readonly unitsPerEuro: string; readonly source: string } | null
  readonly euroCents: Cents
}

export type DeclarationReceiptFacts = {
  readonly issuer: IssuerFacts
  readonly person: PersonFacts
  /** `D-2026-10-0042` */
  readonly number: string
  readonly month: YearMonth
  readonly activity: string
  /** ISO 8601 moment. */
  readonly sentAt: string
  readonly sales: readonly ReceiptLine[]
  readonly expenses: readonly ReceiptLine[]
  readonly verification: VerificationFacts | null
}

export type ReceiptSection = {
  readonly heading: string
  /** Null when nothing was declared: `empty` says so. */
  readonly table: TableContent | null
  readonly empty: string
}

export type DeclarationReceiptModel = LetterModel & {
  readonly statement: string
  readonly identity: readonly KeyValue[]
  readonly keyFigure: KeyValue
  readonly sections: readonly ReceiptSection[]
  readonly notice: readonly string[]
}

/** Proof that a declaration was sent, with every amount as it was typed and its rate. */
export function declarationReceiptModel(
  facts: DeclarationReceiptFacts,
  locale: DocumentLocale,
): DeclarationReceiptModel {
  const { common, declarationReceipt: texts } = textsOf(locale)
  const { issuer, person, number } = facts
  const instant = formatInstant(facts.sentAt, locale, issuer.zone ?? PARIS)
  return {
    ...documentFrame({ title: texts.title, number, issuer }, locale),
    subtitle: formatMonth(facts.month, locale),
    references: [fill(common.number, { number }), fill(texts.sentAt, { instant })],
    address: [person.fullName, ...person.addressLines],
    stamp: null,
    verification: verificationBlock(facts.verification, locale),
    signature: null,
    statement: fill(texts.statement, { issuer: issuer.name, name: person.fullName }),
    identity: [{ label: common.activity, value: facts.activity }],
    keyFigure: { label: texts.keyFigure, value: number },
    sections: [
      {
        heading: texts.sales,
        table: linesTable(facts.sales, locale),
        empty: texts.noSale,
      },
      {
        heading: texts.expenses,
        table: linesTable(facts.expenses, locale),
        empty: texts.noExpense,
      },
    ],
    notice: [texts.notice, texts.noticeDetail],
  }
}

function linesTable(lines: readonly ReceiptLine[], locale: DocumentLocale): TableContent | null {
  if (lines.length === 0) return null
  const { common, declarationReceipt: texts } = textsOf(locale)
  const total = sumCents(lines.map((line) => line.euroCents))
  return {
    headers: [texts.date, texts.what, texts.rate, texts.original, texts.euros],
    rows: lines.map((line) => lineRow(line, locale)),
    total: [common.total, '', '', '', formatCents(total, locale)],
  }
}

function lineRow(line: ReceiptLine, locale: DocumentLocale): Cell[] {
  const { declarationReceipt: texts } = textsOf(locale)
  assert((line.currency === 'EUR') === (line.rate === null), 'only foreign amounts have a rate')
  return [
    line.on === null ? '' : formatDate(line.on, locale, 'short'),
    { text: line.what, detail: texts[line.amountKind] },
    rateCell(line, locale),
    formatForeign(line.minorUnits, line.currency, locale),
    formatCents(line.euroCents, locale),
  ]
}

function rateCell(line: ReceiptLine, locale: DocumentLocale): Cell {
  const { declarationReceipt: texts } = textsOf(locale)
  if (line.rate === null) return texts.euroRate
  const rate = formatDecimal(line.rate.unitsPerEuro, locale)
  return {
    text: fill(texts.rateFormula, { rate, currency: line.currency }),
    detail: line.rate.source,
  }
}
