import { chartCode, isAccountKind } from '@terreau/domain/ledger/account'
import { explainLine } from '@terreau/domain/ledger/explain'
import type { LineLabelKey, PostingKind } from '@terreau/domain/ledger/posting'
import { cents } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
import type { YearMonth } from '@terreau/domain/time/year-month'
import { accountName, describeLine } from '@terreau/i18n/account-lines'
import type { Locale } from '@terreau/protocol/codecs'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { FileAnswer } from '../../platform/http/mount.ts'
import { csvFile, type DayCell } from '../../platform/tables/write-csv.ts'
import { XLSX_TYPE, xlsxBytes } from '../../platform/tables/write-xlsx.ts'

const HEADERS = {
  fr: [
    'numéro',
    'mois',
    'mois_concerné',
    'date_écriture',
    'nature',
    'compte',
    'nom_du_compte',
    'activité',
    'référence_personne',
    'personne',
    'libellé',
    'débit',
    'crédit',
    'explication',
  ],
  en: [
    'number',
    'month',
    'concerned_month',
    'posted_on',
    'kind',
    'account',
    'account_name',
    'activity',
    'person_reference',
    'person',
    'label',
    'debit',
    'credit',
    'explanation',
  ],
}

/** What comes late for a closed month is booked as an adjustment. */
type BookedKind = PostingKind | 'adjustment'

const KINDS: Readonly<Record<Locale, Readonly<Record<BookedKind, string>>>> = {
  fr: {
    opening: 'reprise',
    declaration: 'déclaration',
    adjustment: 'régularisation',
    reversal: 'annulation',
    pay: 'paie',
    bank: 'écart de banque',
  },
  en: {
    opening: 'opening',
    declaration: 'declaration',
    adjustment: 'adjustment',
    reversal: 'reversal',
    pay: 'pay',
    bank: 'bank difference',
  },
}

/** The entries of a month for a spreadsheet: one line per ledger line in the order of posting. */
export async function journalCsv(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
  locale: Locale,
): Promise<FileAnswer> {
  return csvFile(`journal-${month}.csv`, await journalTable(tx, cooperativeId, month, locale))
}

/** The same as a workbook. */
export async function journalXlsx(tx: Tx, ctx: Context, month: YearMonth): Promise<FileAnswer> {
  const rows = await journalTable(tx, ctx.cooperativeId, month, ctx.locale)
  return {
    mediaType: XLSX_TYPE,
    fileName: `journal-${month}.xlsx`,
    bytes: await xlsxBytes(rows, { name: month, modified: ctx.now }),
  }
}

async function journalTable(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
  locale: Locale,
): Promise<(string | bigint | DayCell)[][]> {
  const rows = await journalRows(tx, cooperativeId, month)
  return [HEADERS[locale], ...rows.map((row) => toCells(row, locale))]
}

interface JournalRow {
  number: bigint
  month: string
  concernsMonth: string
  postedOn: string
  kind: BookedKind
  accountKind: string
  activityName: string | null
  personReference: string | null
  personName: string | null
  labelKey: LineLabelKey
  labelParams: Record<string, string>
  amountCents: bigint
}

async function journalRows(tx: Tx, cooperativeId: string, month: YearMonth): Promise<JournalRow[]> {
  const { rows } = await sql<JournalRow>`
    select dense_rank() over (order by p.posted_at, p.id) as number, p.month, p.concerns_month,
           (p.posted_at at time zone 'Europe/Paris')::date as posted_on, p.kind, a.kind as account_kind,
           t.name as activity_name, n.reference as person_reference,
           terreau.full_name(n.given_name, n.family_name) as person_name, l.label_key, l.label_params, l.amount_cents
      from terreau.posting p
      join terreau.ledger_line l on l.cooperative_id = p.cooperative_id and l.posting_id = p.id
      join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
      left join terreau.activity t on t.cooperative_id = a.cooperative_id and t.id = a.activity_id
      left join lateral (
        select s.reference, s.given_name, s.family_name from terreau.activity_member m
          join terreau.person s on s.cooperative_id = m.cooperative_id and s.id = m.person_id
         where m.cooperative_id = a.cooperative_id and m.activity_id = a.activity_id
         order by m.share_permille desc, s.id limit 1) n on true
     where p.cooperative_id = ${cooperativeId} and p.month = ${month}
     order by p.posted_at, p.id, l.position`.execute(tx)
  return rows
}

function toCells(row: JournalRow, locale: Locale): (string | bigint | DayCell)[] {
  const { label, why } = describeLine(locale, {
    ...row,
    bookedMonth: row.month,
    explanationKey: explainLine({ ...row, amountCents: cents(row.amountCents) })?.key,
  })
  return [
    row.number.toString(),
    row.month,
    row.concernsMonth,
    { day: localDate(row.postedOn) },
    KINDS[locale][row.kind],
    isAccountKind(row.accountKind) ? chartCode(row.accountKind) : '',
    accountName(locale, row.accountKind),
    row.activityName ?? '',
    row.personReference ?? '',
    row.personName ?? '',
    label,
    row.amountCents > 0n ? row.amountCents : '',
    row.amountCents < 0n ? -row.amountCents : '',
    why,
  ]
}
