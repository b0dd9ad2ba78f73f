import { assert } from '@terreau/domain/assert'
import { add, type Cents, subtract, sumCents } from '@terreau/domain/money/cents'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { firstDay, lastDay, type YearMonth } from '@terreau/domain/time/year-month'
import { PARIS } from '@terreau/domain/time/zoned-day'
import { formatCents, formatDate, formatInstant, formatMonth } from '@terreau/i18n/format'
import { fill } from '../../fill.ts'
import type { KeyValue } from '../../primitives/key-value-table.ts'
import type { Cell, TableContent } from '../../primitives/table.ts'
import type { DocumentLocale, IssuerFacts, PersonFacts } from '../shared/facts.ts'
import { documentFrame } from '../shared/frame.ts'
import type { LetterModel } from '../shared/letter.ts'
import { longDate } from '../shared/long-date.ts'
import { textsOf } from '../shared/texts.ts'

/** One movement of the account; money in is positive. Texts come in the document's language. */
export type StatementLine = {
  readonly on: LocalDate
  readonly label: string
  /** Why this line is here, in plain words; empty when the label says it all. */
  readonly explanation: string
  readonly amountCents: Cents
}

export type AccountStatementFacts = {
  readonly issuer: IssuerFacts
  readonly person: PersonFacts
  /** Reference of the statement, printed in the footer: `R-2026-10-0042`. */
  readonly number: string
  readonly issuedOn: LocalDate
  readonly activity: string
  readonly month: YearMonth
  readonly openingCents: Cents
  readonly lines: readonly StatementLine[]
  readonly closingCents: Cents
  readonly closing: {
    readonly version: number
    /** ISO 8601 moment. */
    readonly closedAt: string
    /** SHA-256 of the closing, in hexadecimal. */
    readonly sha256: string
  }
}

export type AccountStatementModel = LetterModel & {
  readonly identity: readonly KeyValue[]
  readonly keyFigure: KeyValue
  readonly table: TableContent
  readonly notice: readonly string[]
  readonly closing: readonly string[]
}

/** Monthly statement owed to every entrepreneur of a cooperative (C. trav. R7331-5). */
export function accountStatementModel(
  facts: AccountStatementFacts,
  locale: DocumentLocale,
): AccountStatementModel {
  const { common, accountStatement: texts } = textsOf(locale)
  const { issuer, person } = facts
  const movement = sumCents(facts.lines.map((line) => line.amountCents))
  assert(add(facts.openingCents, movement) === facts.closingCents, 'a statement must add up')
  const notice = [texts.notice, texts.vatNote]
  const closingDate = longDate(lastDay(facts.month), locale)
  return {
    ...documentFrame({ title: texts.title, number: facts.number, issuer }, locale),
    subtitle: formatMonth(facts.month, locale),
    references: [
      fill(common.number, { number: facts.number }),
      fill(common.date, { date: longDate(facts.issuedOn, locale) }),
    ],
    address: [person.fullName, ...person.addressLines],
    stamp: null,
    verification: null,
    signature: null,
    identity: [
      { label: common.person, value: person.fullName },
      { label: common.activity, value: facts.activity },
    ],
    keyFigure: {
      label: fill(texts.keyFigure, { date: closingDate }),
      value: formatCents(facts.closingCents, locale),
    },
    table: statementTable(facts, locale),
    notice: facts.lines.length === 0 ? [texts.noLine, ...notice] : notice,
    closing: closingLines(facts, locale),
  }
}

function statementTable(facts: AccountStatementFacts, locale: DocumentLocale): TableContent {
  const { accountStatement: texts } = textsOf(locale)
  const rows: Cell[][] = [
    [
      formatDate(firstDay(facts.month), locale, 'short'),
      texts.opening,
      '',
      formatCents(facts.openingCents, locale),
    ],
  ]
  let balance = facts.openingCents
  for (const line of facts.lines) {
    balance = add(balance, line.amountCents)
    rows.push([
      formatDate(line.on, locale, 'short'),
      { text: line.label, detail: line.explanation },
      formatCents(line.amountCents, locale),
      formatCents(balance, locale),
    ])
  }
  const movement = subtract(facts.closingCents, facts.openingCents)
  return {
    headers: [texts.date, texts.movement, texts.amount, texts.balance],
    rows,
    total: [
      formatDate(lastDay(facts.month), locale, 'short'),
      texts.closing,
      formatCents(movement, locale),
      formatCents(facts.closingCents, locale),
    ],
  }
}

function closingLines(facts: AccountStatementFacts, locale: DocumentLocale): string[] {
  const { accountStatement: texts } = textsOf(locale)
  const { version, closedAt, sha256 } = facts.closing
  const instant = formatInstant(closedAt, locale, facts.issuer.zone ?? PARIS)
  const made = fill(texts.closingVersion, { version: String(version), instant })
  const replaces = fill(texts.closingReplaces, { previous: String(version - 1) })
  return [version > 1 ? `${made} ${replaces}` : made, fill(texts.hash, { hash: sha256 })]
}
