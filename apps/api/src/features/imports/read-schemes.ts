import {
  DEDUCTIBLE_COSTS,
  type DeductibleCost,
  EXEMPT_STATUSES,
  type ExemptStatus,
  MOST_TIERS,
} from '@terreau/domain/contributions/scheme'
import { EXPENSE_CATEGORY_BY_FRENCH_CODE } from '@terreau/domain/expenses/vat-recovery'
import { type Cents, cents, ZERO } from '@terreau/domain/money/cents'
import type { ImportRefusalCode } from '@terreau/i18n/command-line'
import { formatCents } from '@terreau/i18n/format'
import { type Cells, cellsOf } from './cells.ts'
import type { CsvRow } from './csv-table.ts'
import { type Decision, inTurn } from './decisions-in-turn.ts'
import { folded } from './folded.ts'
import type { ParsedScheme } from './parsed-month.ts'
import { quoted, type Report } from './refusal.ts'

export const SCHEME_COLUMNS = [
  'code',
  'assemblée_du',
  'assiette',
  'période',
  'palier_jusqu_à',
  'taux',
  'plancher_mensuel',
  'fixe_mensuel',
  'mois_exonérés',
]
/** What few assemblies decide, and what few spreadsheets keep. */
export const SCHEME_OPTIONAL_COLUMNS = [
  'statuts_exonérés',
  'dépenses_déduites',
  'assiette_négative',
  'exonération_de',
  'exonéré_sous',
  'plafond_mensuel',
  'plafond_annuel',
  'décision',
  'valide_du',
  'valide_au',
]

const BASES = {
  ca_ht: 'revenue',
  marge_brute_ht: 'gross_margin',
  encaissé: 'collected',
  encaissé_ht: 'collected',
  encaissements_ht: 'collected',
} as const
const PERIODS = { mois: 'month', année: 'year' } as const
const NEGATIVE_BASES = { plancher: 'as_nil', rendue: 'given_back' } as const
const EXEMPTION_COVERS = { tout: 'everything', minimum: 'minimum' } as const
const STATUSES: Readonly<Record<string, ExemptStatus>> = {
  CAPE: 'cape',
  CESA: 'cesa',
  associé: 'associate',
  minimum_social: 'social_minimum',
}
const COSTS: Readonly<Record<string, DeductibleCost>> = {
  ...EXPENSE_CATEGORY_BY_FRENCH_CODE,
  kilomètres: 'mileage',
}

/** Where each part of a decision is written: the lines of one decision repeat it. */
const COLUMN_OF = {
  decidedOn: 'assemblée_du',
  base: 'assiette',
  period: 'période',
  monthlyFloorCents: 'plancher_mensuel',
  fixedMonthlyCents: 'fixe_mensuel',
  exemptMonths: 'mois_exonérés',
  exemptStatuses: 'statuts_exonérés',
  deductedCosts: 'dépenses_déduites',
  negativeBase: 'assiette_négative',
  exemptionCovers: 'exonération_de',
  exemptBelowCents: 'exonéré_sous',
  monthlyCapCents: 'plafond_mensuel',
  yearlyCapCents: 'plafond_annuel',
  decisionReference: 'décision',
  until: 'valide_au',
} as const satisfies Partial<Record<keyof ParsedScheme, string>>
const REPEATED = Object.keys(COLUMN_OF) as (keyof typeof COLUMN_OF)[]

/**
 * regimes.csv: one line per tier; the other columns repeat what the decision says. Lines of one code with
 * different `valide_du` are decisions that follow each other.
 */
export function readSchemes(rows: CsvRow[], { refuse, remark }: Report): ParsedScheme[] {
  const decisions = new Map<string, Decision & { lines: Cells[] }>()
  let isRefused = false
  for (const row of rows) {
    const cells = cellsOf(row, refuse)
    const read = readScheme(cells)
    const key = read && `${read.code} ${read.from ?? ''}`
    const known = key === null ? undefined : decisions.get(key)
    if (read !== null && known) refuseDifferent(cells, known.scheme, read)
    if (read === null || key === null || cells.isRefused()) isRefused = true
    else if (known) {
      known.scheme.tiers.push(...read.tiers)
      known.lines.push(cells)
    } else decisions.set(key, { scheme: read, cells, lines: [cells] })
  }
  const read = [...decisions.values()]
  // A refused line would make the tiers of its scheme look wrong as well: one reason is enough.
  if (isRefused) return read.map(({ scheme }) => scheme)
  for (const { scheme, lines } of read) refuseTiers(scheme, lines)
  return inTurn(read, remark)
}

function readScheme(cells: Cells): ParsedScheme | null {
  const code = cells.text('code', 40)
  const decidedOn = cells.date('assemblée_du')
  const base = cells.choice('assiette', BASES)
  const period = cells.choice('période', PERIODS)
  const tier = readTier(cells)
  const floor = positive(cells, 'plancher_mensuel')
  const fixed = positive(cells, 'fixe_mensuel')
  const exemptMonths =
    cells.row.cell('mois_exonérés') === ''
      ? 0
      : cells.whole('mois_exonérés', { least: 0, most: 60 })
  const exemptStatuses = readNames(cells, 'statuts_exonérés', STATUSES)
  const deductedCosts = readNames(cells, 'dépenses_déduites', COSTS)
  const negativeBase =
    cells.row.cell('assiette_négative') === ''
      ? 'as_nil'
      : cells.choice('assiette_négative', NEGATIVE_BASES)
  const exemptionCovers =
    cells.row.cell('exonération_de') === ''
      ? 'everything'
      : cells.choice('exonération_de', EXEMPTION_COVERS)
  const below = positive(cells, 'exonéré_sous')
  const decisionReference = cells.optionalText('décision')
  const from = cells.monthEdge('valide_du', 'first')
  const until = cells.monthEdge('valide_au', 'last')
  if (code === null || decidedOn === null || base === null || period === null) return null
  if (tier === null || floor === null || fixed === null || exemptMonths === null) return null
  if (exemptStatuses === null || deductedCosts === null || negativeBase === null) return null
  if (exemptionCovers === null || below === null) return null
  const least = floor + fixed
  return {
    place: { file: cells.row.file, line: cells.row.line },
    code,
    decidedOn,
    base,
    period,
    tiers: [tier],
    monthlyFloorCents: cents(floor),
    fixedMonthlyCents: cents(fixed),
    exemptMonths,
    exemptStatuses: EXEMPT_STATUSES.filter((one) => exemptStatuses.includes(one)),
    deductedCosts: DEDUCTIBLE_COSTS.filter((one) => deductedCosts.includes(one)),
    negativeBase,
    exemptionCovers,
    exemptBelowCents: cents(below),
    monthlyCapCents: readCap(cells, 'plafond_mensuel', least),
    yearlyCapCents: readCap(cells, 'plafond_annuel', least),
    decisionReference,
    from,
    until,
    follows: null,
  }
}

/** Null when empty; a maximum is at least what is due in any case. */
function readCap(cells: Cells, column: string, least: bigint): Cents | null {
  const amount = positive(cells, column)
  if (cells.row.cell(column) === '' || amount === null) return null
  if (amount > 0n && amount >= least) return cents(amount)
  return cells.refuse(column, 'cap-below-minimum', { least: formatCents(least, 'fr') })
}

function readTier(cells: Cells): ParsedScheme['tiers'][number] | null {
  const hasCeiling = cells.row.cell('palier_jusqu_à') !== ''
  const upTo = hasCeiling ? cells.amount('palier_jusqu_à', 'EUR') : null
  const rate = cells.rateBp('taux')
  if ((hasCeiling && upTo === null) || rate === null) return null
  return { upToCents: upTo === null ? null : cents(upTo), rateBp: rate }
}

/** Several names with commas, as `CAPE, associé`. */
function readNames<V>(
  cells: Cells,
  column: string,
  known: Readonly<Record<string, V>>,
): V[] | null {
  const names = cells.row
    .cell(column)
    .split(/[,+/]/)
    .map(nameKey)
    .filter((name) => name !== '')
  const found = names.map((name) => Object.entries(known).find(([one]) => nameKey(one) === name))
  const wrong = found.indexOf(undefined)
  if (wrong >= 0) {
    const accepted = Object.keys(known).join(', ')
    return cells.refuse(column, 'value-unknown', { value: quoted(names[wrong] ?? ''), accepted })
  }
  return found.flatMap((entry) => (entry === undefined ? [] : [entry[1]]))
}

function nameKey(name: string): string {
  return folded(name).replace(/[\s_-]+/g, '_')
}

/** The line where tiers stop rising, or stop too early. */
function refuseTiers({ code, tiers }: ParsedScheme, lines: readonly Cells[]): void {
  const refuse = (index: number, refused: ImportRefusalCode, params = {}) =>
    lines[index]?.refuse('palier_jusqu_à', refused, { code, ...params })
  if (tiers.length > MOST_TIERS)
    return void refuse(MOST_TIERS, 'scheme-too-many-tiers', { most: String(MOST_TIERS) })
  const last = tiers.length - 1
  for (const [index, { upToCents }] of tiers.entries()) {
    const before = tiers[index - 1]?.upToCents ?? ZERO
    if (upToCents === null && index < last) return void refuse(index, 'scheme-tier-open')
    if (upToCents !== null && upToCents <= before)
      return void refuse(index, 'scheme-tiers', { before: formatCents(before, 'fr') })
    if (upToCents !== null && index === last) return void refuse(index, 'scheme-tier-last')
  }
}

function positive(cells: Cells, column: string): bigint | null {
  if (cells.row.cell(column) === '') return 0n
  const amount = cells.amount(column, 'EUR')
  if (amount === null || amount >= 0n) return amount
  return cells.refuse(column, 'amount-negative', { value: quoted(cells.row.cell(column)) })
}

function refuseDifferent(cells: Cells, known: ParsedScheme, read: ParsedScheme): void {
  for (const field of REPEATED) {
    if (String(known[field]) === String(read[field])) continue
    cells.refuse(COLUMN_OF[field], 'scheme-inconsistent', { code: read.code })
  }
}
