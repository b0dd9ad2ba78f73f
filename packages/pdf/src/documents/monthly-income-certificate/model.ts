import { assert } from '@terreau/domain/assert'
import { type Cents, sumCents } from '@terreau/domain/money/cents'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { YearMonth } from '@terreau/domain/time/year-month'
import { formatCents, formatMonth } from '@terreau/i18n/format'
import { fill } from '../../fill.ts'
import type { KeyValue } from '../../primitives/key-value-table.ts'
import type { TableContent } from '../../primitives/table.ts'
import type {
  DocumentLocale,
  FreeTextFacts,
  IssueFacts,
  IssuerFacts,
  PersonFacts,
} from '../shared/facts.ts'
import { certificateLetter, type LetterModel } from '../shared/letter.ts'
import { longDate } from '../shared/long-date.ts'
import { textsOf } from '../shared/texts.ts'

/** One month of an activity account. Charges are positive amounts; the certificate subtracts them. */
export type IncomeMonth = {
  readonly month: YearMonth
  readonly revenueCents: Cents
  readonly productionPurchasesCents: Cents
  readonly expensesCents: Cents
  readonly contributionCents: Cents
  readonly accidentCoverCents: Cents
  readonly resultCents: Cents
  /** CAPE: pay actually made, often zero. CESA: what the salary cost the account. */
  readonly payCents: Cents
  readonly balanceCents: Cents
}

/** A salary paid under a CESA. Its month is the month of payment (CSS R843-1). */
export type SalaryPayment = {
  readonly paidOn: LocalDate
  readonly grossCents: Cents
  readonly netBeforeTaxCents: Cents
  readonly netSocialCents: Cents
}

export type MonthlyIncomeCertificateFacts = {
  readonly issuer: IssuerFacts
  readonly person: PersonFacts
  readonly issue: IssueFacts
  readonly freeText?: FreeTextFacts
  readonly contract: {
    readonly kind: 'CAPE' | 'CESA'
    readonly startsOn: LocalDate
    readonly endsOn: LocalDate | null
  }
  readonly activity: string
  readonly isProvisional: boolean
  readonly months: readonly IncomeMonth[]
  /** Salaries paid in the period; always empty for a CAPE. */
  readonly salaries: readonly SalaryPayment[]
}

export type MonthlyIncomeCertificateModel = LetterModel & {
  readonly statement: string
  readonly identity: readonly KeyValue[]
  readonly keyFigure: KeyValue
  readonly accountHeading: string
  readonly account: TableContent
  readonly salaries: { heading: string; table: TableContent } | null
  readonly notice: readonly string[]
}

/**
 * Certificate of activity and income over one or several months. Revenue, result and pay stand in
 * separate columns: taking one for another is how people end up repaying a benefit.
 */
export function monthlyIncomeCertificateModel(
  facts: MonthlyIncomeCertificateFacts,
  locale: DocumentLocale,
): MonthlyIncomeCertificateModel {
  const { common, monthlyIncomeCertificate: texts } = textsOf(locale)
  const { issuer, person, contract } = facts
  assertConsistent(facts)
  const isCape = contract.kind === 'CAPE'
  const notice = isCape
    ? [texts.capeNotice, texts.capeNoticeDetail]
    : [texts.cesaNotice, texts.cesaNoticeDetail]
  // Months of a contract that is over are certified too, and nobody holds it any more.
  const isOver = contract.endsOn !== null && contract.endsOn < facts.issue.issuedOn
  const [present, past] = isCape
    ? [texts.capeStatement, texts.capeStatementPast]
    : [texts.cesaStatement, texts.cesaStatementPast]
  return {
    ...certificateLetter(
      facts,
      {
        title: texts.title,
        subtitle: periodText(facts.months, locale),
        stamp: facts.isProvisional ? common.provisional : null,
      },
      locale,
    ),
    statement: fill(isOver ? past : present, { issuer: issuer.name, name: person.fullName }),
    identity: identityOf(facts, locale),
    keyFigure: keyFigureOf(facts, locale),
    accountHeading: texts.accountHeading,
    account: accountTable(facts, locale),
    salaries: salariesSection(facts, locale),
    notice: facts.isProvisional ? [...notice, texts.provisionalNote] : notice,
  }
}

/** A certificate whose lines do not add up must never be printed. */
function assertConsistent(facts: MonthlyIncomeCertificateFacts): void {
  assert(facts.months.length > 0, 'an income certificate covers at least one month')
  assert(facts.contract.kind === 'CESA' || facts.salaries.length === 0, 'a CAPE pays no salary')
  for (const line of facts.months) {
    const charges = sumCents([
      line.productionPurchasesCents,
      line.expensesCents,
      line.contributionCents,
      line.accidentCoverCents,
    ])
    assert(line.resultCents === line.revenueCents - charges, `${line.month} does not add up`)
  }
}

function periodText(months: readonly IncomeMonth[], locale: DocumentLocale): string {
  const first = months[0]?.month ?? ''
  const last = months.at(-1)?.month ?? ''
  if (first === last) return formatMonth(first, locale)
  return `${formatMonth(first, locale)} – ${formatMonth(last, locale)}`
}

function identityOf(facts: MonthlyIncomeCertificateFacts, locale: DocumentLocale): KeyValue[] {
  const { common } = textsOf(locale)
  const { contract, person } = facts
  const from = longDate(contract.startsOn, locale)
  const dates =
    contract.endsOn === null
      ? fill(common.from, { from })
      : fill(common.fromTo, { from, to: longDate(contract.endsOn, locale) })
  const born = person.bornOn === null ? '' : longDate(person.bornOn, locale)
  const pairs = [
    { label: common.bornOn, value: born },
    { label: common[contract.kind], value: dates },
    { label: common.activity, value: facts.activity },
  ]
  return pairs.filter((pair) => pair.value !== '')
}

function keyFigureOf(facts: MonthlyIncomeCertificateFacts, locale: DocumentLocale): KeyValue {
  const { monthlyIncomeCertificate: texts } = textsOf(locale)
  if (facts.contract.kind === 'CAPE') {
    const paid = sumCents(facts.months.map((line) => line.payCents))
    return { label: texts.capeKeyFigure, value: formatCents(paid, locale) }
  }
  const netSocial = sumCents(facts.salaries.map((salary) => salary.netSocialCents))
  return { label: texts.cesaKeyFigure, value: formatCents(netSocial, locale) }
}

function accountTable(facts: MonthlyIncomeCertificateFacts, locale: DocumentLocale): TableContent {
  const { common, monthlyIncomeCertificate: texts } = textsOf(locale)
  const amounts = facts.months.map((line) => [
    line.revenueCents,
    -line.productionPurchasesCents,
    -line.expensesCents,
    -line.contributionCents,
    -line.accidentCoverCents,
    line.resultCents,
    line.payCents,
  ])
  const sums = amounts.reduce((total, line) => total.map((sum, i) => sum + (line[i] ?? 0n)))
  return {
    headers: [
      common.month,
      texts.revenue,
      texts.productionPurchases,
      texts.expenses,
      texts.contribution,
      texts.accidentCover,
      texts.result,
      facts.contract.kind === 'CAPE' ? texts.capePay : texts.cesaPay,
      texts.balance,
    ],
    rows: facts.months.map((line, index) => [
      formatMonth(line.month, locale),
      ...(amounts[index] ?? []).map((amount) => formatCents(amount, locale)),
      formatCents(line.balanceCents, locale),
    ]),
    total:
      facts.months.length === 1
        ? null
        : [common.total, ...sums.map((amount) => formatCents(amount, locale)), ''],
  }
}

function salariesSection(
  facts: MonthlyIncomeCertificateFacts,
  locale: DocumentLocale,
): MonthlyIncomeCertificateModel['salaries'] {
  if (facts.salaries.length === 0) return null
  const { monthlyIncomeCertificate: texts } = textsOf(locale)
  return {
    heading: texts.salariesHeading,
    table: {
      headers: [texts.paidOn, texts.gross, texts.netBeforeTax, texts.netSocial],
      rows: facts.salaries.map((salary) => [
        longDate(salary.paidOn, locale),
        formatCents(salary.grossCents, locale),
        formatCents(salary.netBeforeTaxCents, locale),
        formatCents(salary.netSocialCents, locale),
      ]),
      total: null,
    },
  }
}
