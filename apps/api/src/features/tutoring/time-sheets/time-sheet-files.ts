import { formatDate, formatMinutes, formatMonth } from '@terreau/i18n/format'
import { subjectWord } from '@terreau/i18n/tutoring-subjects'
import { documentModel } from '@terreau/pdf/document-kinds'
import type { WordSheetFacts } from '@terreau/pdf/documents/word-sheet/model'
import type { Locale } from '@terreau/protocol/codecs'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { AfterTransaction, type FileAnswer } from '../../../platform/http/mount.ts'
import { csvFile } from '../../../platform/tables/write-csv.ts'
import { XLSX_TYPE, xlsxBytes } from '../../../platform/tables/write-xlsx.ts'
import { printedCooperative } from '../../settings/index.ts'
import { sheetTranslator } from '../engagement/evidence-sheet.ts'
import type { ReadTimeSheet } from './read-time-sheet.ts'

type Cell = string | number

/** The sheet as CSV: the lines of the page, then its total. */
export function timeSheetCsv(sheet: ReadTimeSheet, locale: Locale): FileAnswer {
  return csvFile(`${fileName(sheet)}.csv`, rowsOf(sheet, locale))
}

/** The same as a workbook: minutes are numbers. */
export async function timeSheetWorkbook(sheet: ReadTimeSheet, ctx: Context): Promise<FileAnswer> {
  const bytes = await xlsxBytes(rowsOf(sheet, ctx.locale), {
    name: sheet.month,
    modified: ctx.now,
  })
  return { mediaType: XLSX_TYPE, fileName: `${fileName(sheet)}.xlsx`, bytes }
}

function fileName({ month }: ReadTimeSheet): string {
  return `temps-${month}`
}

/** First line: the names of the columns. Last line: the total. */
function rowsOf(sheet: ReadTimeSheet, locale: Locale): Cell[][] {
  const t = sheetTranslator(locale)
  const head = [sheet.operation, sheet.operationName, sheet.funder, sheet.personName]
  return [
    [
      t('timeSheet.operation'),
      t('timeSheet.operationName'),
      t('timeSheet.funder'),
      t('timeSheet.person'),
      t('day'),
      t('timeSheet.halfDay'),
      t('timeSheet.startsAt'),
      t('timeSheet.activity'),
      t('timeSheet.minutes'),
    ],
    ...sheet.lines.map((line) => [
      ...head,
      line.day,
      t(`timeSheet.half.${line.halfDay ?? 'unknown'}`),
      line.startsAt ?? '',
      activityOf(line, locale),
      line.minutes,
    ]),
    [...head, t('total'), '', '', '', sheet.totalMinutes],
  ]
}

function activityOf(line: ReadTimeSheet['lines'][number], locale: Locale): string {
  return line.subjects.map((subject) => subjectWord(locale, subject)).join(', ')
}

/** The same as a PDF, with the places where the tutor and the person in charge date and sign. */
export async function timeSheetDocument(
  tx: Tx,
  ctx: Context,
  sheet: ReadTimeSheet,
): Promise<AfterTransaction<FileAnswer>> {
  const { issuer, place } = await printedCooperative(tx, ctx.cooperativeId)
  const { locale } = ctx
  const t = sheetTranslator(locale)
  const month = formatMonth(sheet.month, locale)
  const facts: WordSheetFacts = {
    issuer,
    number: [sheet.operation, month, sheet.code].filter((part) => part !== '').join(' · '),
    title: t('timeSheet.title'),
    subtitle: `${sheet.personName} · ${month}`,
    identity: [
      { label: t('timeSheet.operation'), value: sheet.operation },
      { label: t('timeSheet.operationName'), value: sheet.operationName },
      { label: t('timeSheet.funder'), value: sheet.funder },
      { label: t('timeSheet.person'), value: sheet.personName },
      { label: t('timeSheet.hosts'), value: sheet.hosts.join(', ') },
      { label: t('timeSheet.month'), value: month },
      { label: t('timeSheet.code'), value: sheet.code },
    ].filter((pair) => pair.value !== ''),
    sections: [
      {
        heading: t('timeSheet.hours'),
        sentences: [t('timeSheet.note')],
        table: {
          content: {
            headers: [
              t('day'),
              t('timeSheet.halfDay'),
              t('timeSheet.startsAt'),
              t('timeSheet.activity'),
              t('time'),
            ],
            rows: sheet.lines.map((line) => [
              formatDate(line.day, locale, 'short'),
              t(`timeSheet.half.${line.halfDay ?? 'unknown'}`),
              line.startsAt ?? '',
              activityOf(line, locale),
              formatMinutes(line.minutes, locale),
            ]),
            total: [t('total'), '', '', '', formatMinutes(sheet.totalMinutes, locale)],
          },
          shape: { widths: [3, 3, 2, 6, 2], firstFigureColumn: 4 },
        },
      },
    ],
    signatures: {
      heading: t('evidence.signatures'),
      doneAt: t('evidence.doneAt', { place }),
      places: [
        {
          heading: t('timeSheet.tutor'),
          lines: [sheet.personName],
          spaceLabel: t('timeSheet.sign'),
        },
        { heading: t('timeSheet.responsible'), lines: [], spaceLabel: t('timeSheet.sign') },
      ],
    },
  }
  const model = documentModel('word-sheet', facts, locale)
  return new AfterTransaction(async () => ({
    mediaType: 'application/pdf',
    fileName: `${fileName(sheet)}.pdf`,
    bytes: await ctx.services.pdf.render('word-sheet', model, ctx.now),
    isInline: true,
  }))
}
