import { firstDay, lastDay, type YearMonth } from '@terreau/domain/time/year-month'
import type { Locale } from '@terreau/protocol/codecs'
import type { DayCell } from '../../platform/tables/write-csv.ts'
import type { PayLine } from './pay-lines.ts'
import type { VariableLine } from './variable-lines.ts'

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
    'solde_variable_brut',
    'solde_variable_coût_restant',
    'solde_à_payer_avant_le',
    'disponible',
    'alerte',
    'solde_exercice_du',
    'solde_exercice_au',
    'suspendu',
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
    'variable_balance_gross',
    'variable_balance_cost_left',
    'balance_to_pay_by',
    'available',
    'alert',
    'balance_year_from',
    'balance_year_to',
    'suspended',
  ],
}
// Payroll asks for a given name. No text at hand says what it takes for who has none: whoever types it decides.
const NO_GIVEN_NAME = {
  fr: 'aucun prénom sur le passeport : reprendre la carte Vitale ou le titre de séjour',
  en: 'no given name on the passport: copy the health card or the residence permit',
} as const
const YES_NO = { fr: ['oui', 'non'], en: ['yes', 'no'] } as const
const ALERTS = {
  fr: {
    covered: '',
    paid: 'bulletin déjà importé',
    uncovered: 'compte insuffisant : la part fixe reste due',
    'not-written': 'part fixe à lire sur le contrat',
    ended: 'contrat terminé : solde de la part variable',
  },
  en: {
    covered: '',
    paid: 'slip imported already',
    uncovered: 'account too low: the fixed part is owed all the same',
    'not-written': 'read the fixed part on the contract',
    ended: 'contract over: balance of the variable part',
  },
} as const

/** A cell: text, a day, or an amount in cents; a workbook has dates and numbers for these. */
type VariableCell = string | bigint | DayCell

/**
 * The pay variables of a month: a line for each CESA that covers a day of it, then one for each that is
 * over and waits for a balance. First line: the names of the columns.
 */
export function variableRows(
  of: { fixed: readonly PayLine[]; variable: readonly VariableLine[] },
  month: YearMonth,
  locale: Locale,
): VariableCell[][] {
  const variableOf = new Map(of.variable.map((line) => [line.contractId, line]))
  const employed = of.fixed.map((line) => {
    const variable = variableOf.get(line.contractId)
    return [
      ...personCells(line, month),
      { day: line.from },
      { day: line.to },
      YES_NO[locale][line.isWholeMonth ? 0 : 1],
      line.fixedPartCents ?? '',
      ...variableCells(variable),
      line.availableCents,
      alertOf(line, ALERTS[locale][line.state], locale),
      ...yearCells(variable),
      line.suspended.map(({ from, to }) => `${from}/${to}`).join(', '),
    ]
  })
  const ended = of.variable
    .filter((line) => line.hasEnded)
    .map((line) => [
      ...personCells(line, month),
      '',
      '',
      YES_NO[locale][1],
      '',
      ...variableCells(line),
      '',
      alertOf(line, ALERTS[locale].ended, locale),
      ...yearCells(line),
      '',
    ])
  return [HEADERS[locale], ...employed, ...ended]
}

function personCells(line: PayLine | VariableLine, month: YearMonth): string[] {
  const { personReference, familyName, givenName, contractNumber, activityName } = line
  return [month, personReference, familyName, givenName, contractNumber, activityName]
}

function alertOf(line: PayLine | VariableLine, alert: string, locale: Locale): string {
  const noGivenName = line.givenName === '' ? NO_GIVEN_NAME[locale] : ''
  return [alert, noGivenName].filter((text) => text !== '').join(' ; ')
}

function variableCells(line: VariableLine | undefined): VariableCell[] {
  const balance = line?.balance
  return [
    line?.advanceCents ?? '',
    balance?.grossCents ?? '',
    balance?.budgetCents ?? '',
    balance ? { day: balance.dueOn } : '',
  ]
}

/** First and last day of the financial year whose balance is due. */
function yearCells(line: VariableLine | undefined): VariableCell[] {
  const balance = line?.balance
  if (!balance) return ['', '']
  return [{ day: firstDay(balance.firstMonth) }, { day: lastDay(balance.lastMonth) }]
}
