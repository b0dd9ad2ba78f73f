import { dayInZone } from '@terreau/domain/time/zoned-day'
import { sharedServicesSheet as en } from '@terreau/i18n/en/shared-services-sheet'
import { formatFinancialYear } from '@terreau/i18n/financial-year'
import { formatCents, formatDate, formatMonth, formatRateBp } from '@terreau/i18n/format'
import { sharedServicesSheet as fr } from '@terreau/i18n/fr/shared-services-sheet'
import { translator } from '@terreau/i18n/t'
import type { WordSheetFacts, WordSheetSection } from '@terreau/pdf/documents/word-sheet/model'
import { legible } from '@terreau/pdf/printable-text'
import type { Locale } from '@terreau/protocol/codecs'
import type { Context } from '../../../platform/context.ts'
import type { PrintedCooperative } from '../../settings/index.ts'
import type { AccountOfYear, EnteredLine } from './account-of-year.ts'

type SharedLine = EnteredLine & { sharePermille: number | null }
interface Row {
  text: string
  detail: string
  amountCents: bigint
  sharePermille: number | null
}

/** The words of the account as it is printed and exported. */
export function sheetWords(locale: Locale) {
  return translator<typeof fr>(locale === 'en' ? en : fr, locale)
}

/** The account of a financial year on paper, the same for each entrepreneur: it names nobody. */
export function accountDocument(
  account: AccountOfYear,
  { issuer }: PrintedCooperative,
  { locale, zone }: Pick<Context, 'locale' | 'zone'>,
): WordSheetFacts {
  const t = sheetWords(locale)
  const year = formatFinancialYear(account, locale)
  const { given, version, reason } = account
  const day = (date: string) => formatDate(date, locale)
  return {
    issuer,
    number: t('number', { year, version }),
    title: t('title'),
    subtitle: t('year', { year }),
    identity: [
      { label: t('article'), value: t('articleText') },
      ...(given === null
        ? []
        : [{ label: t('givenOn'), value: day(dayInZone(new Date(given.at), zone)) }]),
      ...(given?.assemblyOn ? [{ label: t('assembly'), value: day(given.assemblyOn) }] : []),
      ...(version === 1
        ? []
        : [
            { label: t('version', { version }), value: t('replaces', { reason: legible(reason) }) },
          ]),
    ],
    sections: [
      sideSection(account, 'resources', locale),
      sideSection(account, 'charges', locale),
      resultSection(account, locale),
      monthSection(account, locale),
    ],
    signatures: null,
  }
}

function sideSection(
  account: AccountOfYear,
  side: 'resources' | 'charges',
  locale: Locale,
): WordSheetSection {
  const t = sheetWords(locale)
  const total = side === 'resources' ? account.resourcesCents : account.chargesCents
  return {
    heading: t(`${side}.title`),
    sentences: [],
    table: {
      content: {
        headers: [t(`${side}.what`), t('share'), t('amount')],
        rows: rowsOf(account, side, locale).map((row) => [
          row.detail === '' ? row.text : { text: row.text, detail: row.detail },
          shareText(row.sharePermille, locale),
          formatCents(row.amountCents, locale),
        ]),
        total: [t(`${side}.total`), '', formatCents(total, locale)],
      },
      shape: { widths: [7, 2, 3], firstFigureColumn: 1 },
    },
  }
}

function rowsOf(account: AccountOfYear, side: 'resources' | 'charges', locale: Locale): Row[] {
  const t = sheetWords(locale)
  const entered = account[side].map((line) => enteredRow(line, locale))
  if (side === 'charges') return entered
  const { accidentCover, contributions } = account
  const computed = [{ ...contributions, text: t('contributions'), detail: t('fromClosings') }]
  if (accidentCover.amountCents !== 0n)
    computed.push({ ...accidentCover, text: t('accidentCover'), detail: t('fromClosings') })
  return [...computed, ...entered]
}

function enteredRow({ nature, label, source, ...line }: SharedLine, locale: Locale): Row {
  const t = sheetWords(locale)
  const words = label === '' ? t('source', { source }) : t('labelSource', { label, source })
  return { ...line, text: t(`nature.${nature}`), detail: legible(words) }
}

function shareText(permille: number | null, locale: Locale): string {
  return permille === null ? '' : formatRateBp(BigInt(permille) * 10n, locale)
}

function resultSection({ resultCents }: AccountOfYear, locale: Locale): WordSheetSection {
  const t = sheetWords(locale)
  const isShort = resultCents < 0n
  const amount = formatCents(isShort ? -resultCents : resultCents, locale)
  return {
    heading: t('result.title'),
    sentences: [t(isShort ? 'result.short' : 'result.left', { amount })],
    table: null,
  }
}

/** Month by month, what the closings say; months whose books were not kept here are named, not invented. */
function monthSection(account: AccountOfYear, locale: Locale): WordSheetSection {
  const t = sheetWords(locale)
  const known = account.months.filter(({ state }) => state !== 'before')
  const [first] = known
  const isWhole = known.length === account.months.length
  return {
    heading: t('months.title'),
    sentences:
      isWhole || first === undefined
        ? []
        : [t('months.knownFrom', { month: formatMonth(first.month, locale) })],
    table: {
      content: {
        headers: [t('months.month'), t('contributions'), t('accidentCover')],
        rows: known.map(({ month, contributionCents, accidentCoverCents }) => [
          formatMonth(month, locale),
          formatCents(contributionCents, locale),
          formatCents(accidentCoverCents, locale),
        ]),
        total: [
          t('total'),
          formatCents(account.contributions.amountCents, locale),
          formatCents(account.accidentCover.amountCents, locale),
        ],
      },
      shape: { widths: [4, 4, 4], firstFigureColumn: 1 },
    },
  }
}
