import { tutoring as tutoringEn } from '@terreau/i18n/en/tutoring'
import { tutoringValue as en } from '@terreau/i18n/en/tutoring-value'
import { formatCents, formatMinutes, formatMonth } from '@terreau/i18n/format'
import { tutoring as tutoringFr } from '@terreau/i18n/fr/tutoring'
import { tutoringValue as fr } from '@terreau/i18n/fr/tutoring-value'
import { translator } from '@terreau/i18n/t'
import { documentModel } from '@terreau/pdf/document-kinds'
import type { WordSheetFacts } from '@terreau/pdf/documents/word-sheet/model'
import type { Locale } from '@terreau/protocol/codecs'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { AfterTransaction, type FileAnswer } from '../../../platform/http/mount.ts'
import { printedCooperative } from '../../settings/index.ts'
import { sheetTranslator } from '../engagement/evidence-sheet.ts'
import type { Valuation } from './read-valuation.ts'

/** The valuation of a year for a funder: the figures of the page, with the method beside them. */
export async function valuationDocument(
  tx: Tx,
  ctx: Context,
  valuation: Valuation,
): Promise<AfterTransaction<FileAnswer>> {
  const { issuer } = await printedCooperative(tx, ctx.cooperativeId)
  const { locale } = ctx
  const t = sheetTranslator(locale)
  const words = translator<typeof fr>(locale === 'en' ? en : fr, locale)
  const { host, year, choice, totalCents } = valuation
  const method = choice === null ? words('notChosen') : words(`method.${choice.method}`)
  const facts: WordSheetFacts = {
    issuer,
    number: t('recap.reference', { year }),
    title: t('recap.title'),
    subtitle: `${host.name} · ${year}`,
    identity: [
      { label: t('recap.host'), value: host.name },
      { label: t('recap.method'), value: method },
      { label: t('recap.reason'), value: choice?.reason ?? '' },
    ].filter((pair) => pair.value !== ''),
    sections: [
      {
        heading: t('recap.hours'),
        sentences: [
          t('recap.note'),
          words('apart'),
          ...(choice !== null && totalCents === null ? [words('rateUnknown')] : []),
        ],
        table: {
          content: tableOf(valuation, locale),
          shape: { widths: [4, 3, 2, 3, 3, 3, 3], firstFigureColumn: 2 },
        },
      },
      ...(totalCents === null ? [] : [entriesOf(valuation, locale)]),
    ],
    signatures: null,
  }
  const model = documentModel('word-sheet', facts, locale)
  return new AfterTransaction(async () => ({
    mediaType: 'application/pdf',
    fileName: `benevolat-${year}.pdf`,
    bytes: await ctx.services.pdf.render('word-sheet', model, ctx.now),
    isInline: true,
  }))
}

function tableOf({ lines, totalMinutes, totalCents }: Valuation, locale: Locale) {
  const words = translator<typeof fr>(locale === 'en' ? en : fr, locale)
  const levels = (locale === 'en' ? tutoringEn : tutoringFr).level
  const factor = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 })
  const money = (amount: bigint | null) => (amount === null ? '' : formatCents(amount, locale))
  const rows = lines.map((line) => [
    formatMonth(line.month, locale),
    levels[line.level],
    String(line.sessions),
    formatMinutes(line.minutes, locale),
    money(line.hourlyCents),
    line.factorTenThousandths === null ? '' : factor.format(line.factorTenThousandths / 10_000),
    money(line.valueCents),
  ])
  const sessions = lines.reduce((sum, line) => sum + line.sessions, 0)
  return {
    headers: [
      words('month'),
      words('level'),
      words('sessions'),
      words('approved'),
      words('rate'),
      words('factor'),
      words('value'),
    ],
    rows,
    total: [
      sheetTranslator(locale)('total'),
      '',
      String(sessions),
      formatMinutes(totalMinutes, locale),
      '',
      '',
      money(totalCents),
    ],
  }
}

function entriesOf({ entries }: Valuation, locale: Locale) {
  const words = translator<typeof fr>(locale === 'en' ? en : fr, locale)
  return {
    heading: sheetTranslator(locale)('recap.entries'),
    sentences: [
      words('entriesHint'),
      ...entries.map(({ account, side, amountCents }) =>
        words(side, { account, amount: formatCents(amountCents, locale) }),
      ),
    ],
    table: null,
  }
}
