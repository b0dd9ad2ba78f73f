import type { Context } from '../../../platform/context.ts'
import type { FileAnswer } from '../../../platform/http/mount.ts'
import { csvFile } from '../../../platform/tables/write-csv.ts'
import { XLSX_TYPE, xlsxBytes } from '../../../platform/tables/write-xlsx.ts'
import { sheetWords } from './account-document.ts'
import type { AccountOfYear } from './account-of-year.ts'

type Cell = string | bigint

/** The account as CSV: what the page shows, one amount a line. */
export function accountCsv(account: AccountOfYear, ctx: Context): FileAnswer {
  return csvFile(`${fileName(account)}.csv`, rowsOf(account, ctx))
}

/** The same as a workbook: amounts are numbers. */
export async function accountWorkbook(account: AccountOfYear, ctx: Context): Promise<FileAnswer> {
  const bytes = await xlsxBytes(rowsOf(account, ctx), {
    name: account.firstMonth,
    modified: ctx.now,
  })
  return { mediaType: XLSX_TYPE, fileName: `${fileName(account)}.xlsx`, bytes }
}

function fileName({ firstMonth, version }: AccountOfYear): string {
  return `services-communs-${firstMonth}-v${version}`
}

/** First line: the names of the columns. Each side ends with its total; the result is last. */
function rowsOf(account: AccountOfYear, { locale }: Context): Cell[][] {
  const t = sheetWords(locale)
  const entered = (line: AccountOfYear['charges'][number], side: string): Cell[] => [
    side,
    t(`nature.${line.nature}`),
    line.label,
    line.source,
    line.amountCents,
  ]
  const computed = (what: string, month: string, amount: bigint): Cell[] => [
    t('table.resource'),
    what,
    month,
    t('fromClosings'),
    amount,
  ]
  const known = account.months.filter(({ state }) => state !== 'before')
  return [
    [t('table.side'), t('table.nature'), t('table.label'), t('table.source'), t('table.amount')],
    ...known.map((one) => computed(t('contributions'), one.month, one.contributionCents)),
    ...known
      .filter((one) => one.accidentCoverCents !== 0n)
      .map((one) => computed(t('accidentCover'), one.month, one.accidentCoverCents)),
    ...account.resources.map((line) => entered(line, t('table.resource'))),
    [t('resources.total'), '', '', '', account.resourcesCents],
    ...account.charges.map((line) => entered(line, t('table.charge'))),
    [t('charges.total'), '', '', '', account.chargesCents],
    [t('table.result'), '', '', '', account.resultCents],
  ]
}
