import type { YearMonth } from '@terreau/domain/time/year-month'
import type { Locale } from '@terreau/protocol/codecs'
import { stringify } from 'csv-stringify/sync'
import type { PayLine } from './pay-lines.ts'

const HEADERS = {
  fr: [
    'mois',
    'référence',
    'nom',
    'prénom',
    'contrat',
    'activité',
    'du',
    'au',
    'mois_entier',
    'part_fixe_brute',
    'acompte_variable_brut',
    'disponible',
    'alerte',
  ],
  en: [
    'month',
    'reference',
    'family_name',
    'given_name',
    'contract',
    'activity',
    'from',
    'to',
    'whole_month',
    'fixed_part_gross',
    'variable_advance_gross',
    'available',
    'alert',
  ],
}
const YES_NO = { fr: ['oui', 'non'], en: ['yes', 'no'] } as const
const ALERTS = {
  fr: {
    covered: '',
    uncovered: 'compte insuffisant : la part fixe reste due',
    'not-written': 'part fixe à lire sur le contrat',
  },
  en: {
    covered: '',
    uncovered: 'account too low: the fixed part is owed all the same',
    'not-written': 'read the fixed part on the contract',
  },
} as const

/**
 * The pay variables of a month for the payroll service: semicolons, UTF-8 with BOM, decimal comma. The
 * column of the advance is left to the people who decide it. What a spreadsheet would run as a formula
 * is escaped; an amount is a number and stays one.
 */
export function variablesCsv(
  lines: readonly PayLine[],
  month: YearMonth,
  locale: Locale,
): Uint8Array {
  const rows = lines.map((line) => [
    month,
    line.personReference,
    line.familyName,
    line.givenName,
    line.contractNumber,
    line.activityName,
    line.from,
    line.to,
    YES_NO[locale][line.isWholeMonth ? 0 : 1],
    line.fixedPartCents ?? '',
    '',
    line.availableCents,
    ALERTS[locale][line.state],
  ])
  const text = stringify([HEADERS[locale], ...rows], {
    delimiter: ';',
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: {
      // The apostrophe that disarms a formula would turn a negative amount into a text.
      bigint: (amountCents) => ({ value: decimal(amountCents), escape_formulas: false }),
    },
  })
  return Buffer.from(text, 'utf8')
}

/** -123456n prints -1234,56: what a French spreadsheet reads as a number. */
function decimal(amountCents: bigint): string {
  const digits = (amountCents < 0n ? -amountCents : amountCents).toString().padStart(3, '0')
  return `${amountCents < 0n ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`
}
