import { areTiersOrdered, type ExemptStatus } from '@terreau/domain/contributions/scheme'
import { cents } from '@terreau/domain/money/cents'
import { fixedUnitsPerEuro, isCurrencyCode } from '@terreau/domain/money/currency'
import { isThousandsOrDecimals, parseUnitsPerEuro } from '@terreau/domain/money/parse-rate'
import { rateBp } from '@terreau/domain/money/rate'
import { isSettingValue, type SettingKey } from '@terreau/domain/settings/dated-settings'
import { firstDay, type YearMonth } from '@terreau/domain/time/year-month'
import { type Cells, cellsOf, folded } from './cells.ts'
import type { CsvRow } from './csv-table.ts'
import type { ParsedRate, ParsedScheme, ParsedSetting } from './parsed-month.ts'
import { quoted, type Refuse, type Report } from './refusal.ts'

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
/** For what few assemblies decide: whom they exempt as long as it lasts, and that refunds are given back. */
export const SCHEME_OPTIONAL_COLUMNS = ['statuts_exonérés', 'assiette_négative']
export const RATE_COLUMNS = ['mois', 'devise', 'unités_pour_1_eur', 'source']
export const SETTING_COLUMNS = ['clé', 'valeur']

const BASES = {
  ca_ht: 'revenue',
  marge_brute_ht: 'gross_margin',
  encaissé: 'collected',
  encaissé_ht: 'collected',
  encaissements_ht: 'collected',
} as const
const PERIODS = { mois: 'month', année: 'year' } as const
const NEGATIVE_BASES = { plancher: 'as_nil', rendue: 'given_back' } as const
const STATUSES: Readonly<Record<string, ExemptStatus>> = {
  CAPE: 'cape',
  CESA: 'cesa',
  associé: 'associate',
  minimum_social: 'social_minimum',
}

/** regimes.csv: one line per tier; the other columns repeat what the scheme says. */
export function readSchemes(rows: CsvRow[], refuse: Refuse): ParsedScheme[] {
  const schemes = new Map<string, { scheme: ParsedScheme; cells: Cells }>()
  let isRefused = false
  for (const row of rows) {
    const cells = cellsOf(row, refuse)
    const read = readScheme(cells)
    const known = read && schemes.get(read.code)
    if (read !== null && known) refuseDifferent(cells, known.scheme, read)
    if (read === null || cells.isRefused()) isRefused = true
    else if (known) known.scheme.tiers.push(...read.tiers)
    else schemes.set(read.code, { scheme: read, cells })
  }
  const read = [...schemes.values()]
  // A refused line would make the tiers of its scheme look wrong as well: one reason is enough.
  if (isRefused) return read.map(({ scheme }) => scheme)
  for (const { scheme, cells } of read) {
    const tiers = scheme.tiers.map((tier) => ({ ...tier, rateBp: rateBp(BigInt(tier.rateBp)) }))
    if (!areTiersOrdered(tiers))
      cells.refuse('palier_jusqu_à', 'scheme-tiers', { code: scheme.code })
  }
  return read.map(({ scheme }) => scheme)
}

function readScheme(cells: Cells): ParsedScheme | null {
  const code = cells.text('code', 40)
  const decidedOn = cells.date('assemblée_du')
  const base = cells.choice('assiette', BASES)
  const period = cells.choice('période', PERIODS)
  const hasCeiling = cells.row.cell('palier_jusqu_à') !== ''
  const upTo = hasCeiling ? cells.amount('palier_jusqu_à', 'EUR') : null
  const rate = cells.rateBp('taux')
  const floor = positive(cells, 'plancher_mensuel')
  const fixed = positive(cells, 'fixe_mensuel')
  const exemptMonths =
    cells.row.cell('mois_exonérés') === ''
      ? 0
      : cells.whole('mois_exonérés', { least: 0, most: 60 })
  if (code === null || decidedOn === null || base === null || period === null) return null
  if ((hasCeiling && upTo === null) || rate === null || exemptMonths === null) return null
  const exemptStatuses = readStatuses(cells)
  const negativeBase =
    cells.row.cell('assiette_négative') === ''
      ? 'as_nil'
      : cells.choice('assiette_négative', NEGATIVE_BASES)
  if (floor === null || fixed === null || exemptStatuses === null) return null
  if (negativeBase === null) return null
  return {
    place: { file: cells.row.file, line: cells.row.line },
    code,
    decidedOn,
    base,
    period,
    tiers: [{ upToCents: upTo === null ? null : cents(upTo), rateBp: rate }],
    monthlyFloorCents: cents(floor),
    fixedMonthlyCents: cents(fixed),
    exemptMonths,
    exemptStatuses,
    deductedCosts: [],
    negativeBase,
  }
}

/** `CAPE` or `CAPE, associé`: always in one order, so that two lines of a scheme compare. */
function readStatuses(cells: Cells): ExemptStatus[] | null {
  const column = 'statuts_exonérés'
  const names = cells.row
    .cell(column)
    .split(/[,+/]/)
    .map(folded)
    .filter((name) => name !== '')
  const known = Object.entries(STATUSES)
  const wrong = names.find((name) => !known.some(([one]) => statusKey(one) === statusKey(name)))
  if (wrong !== undefined) {
    const accepted = Object.keys(STATUSES).join(', ')
    return cells.refuse(column, 'value-unknown', { value: quoted(wrong), accepted })
  }
  return known
    .filter(([one]) => names.some((name) => statusKey(name) === statusKey(one)))
    .map(([, status]) => status)
}

function statusKey(name: string): string {
  return folded(name).replace(/[\s_-]+/g, '_')
}

function positive(cells: Cells, column: string): bigint | null {
  if (cells.row.cell(column) === '') return 0n
  const amount = cells.amount(column, 'EUR')
  if (amount === null || amount >= 0n) return amount
  return cells.refuse(column, 'amount-negative', { value: quoted(cells.row.cell(column)) })
}

function refuseDifferent(cells: Cells, known: ParsedScheme, read: ParsedScheme): void {
  const columns = {
    decidedOn: 'assemblée_du',
    base: 'assiette',
    period: 'période',
    monthlyFloorCents: 'plancher_mensuel',
    fixedMonthlyCents: 'fixe_mensuel',
    exemptMonths: 'mois_exonérés',
    negativeBase: 'assiette_négative',
  } as const
  for (const field of [
    'decidedOn',
    'base',
    'period',
    'monthlyFloorCents',
    'fixedMonthlyCents',
    'exemptMonths',
    'negativeBase',
  ] as const) {
    if (known[field] === read[field]) continue
    cells.refuse(columns[field], 'scheme-inconsistent', { code: read.code })
  }
  if (known.exemptStatuses.join() !== read.exemptStatuses.join()) {
    cells.refuse('statuts_exonérés', 'scheme-inconsistent', { code: read.code })
  }
}

/** taux.csv: units of a currency for one euro. Rates of other months are dated so: they are left out, and said. */
export function readRates(
  rows: CsvRow[],
  month: YearMonth,
  { refuse, remark }: Report,
): ParsedRate[] {
  const rates: ParsedRate[] = []
  const others: CsvRow[] = []
  for (const row of rows) {
    const cells = cellsOf(row, refuse)
    const written = cells.month('mois')
    if (written !== null && written !== month) {
      others.push(row)
      continue
    }
    const rate = readRate(cells, month)
    const twin = rate && rates.find((one) => one.currency === rate.currency)
    if (rate !== null && twin) {
      const params = { currency: rate.currency, line: String(twin.place.line) }
      cells.refuse('devise', 'exchange-rate-duplicate', params)
    }
    if (rate !== null && !cells.isRefused()) rates.push(rate)
  }
  const [other] = others
  if (other !== undefined) {
    const params = { count: String(others.length), month }
    remark({
      file: other.file,
      line: other.line,
      column: 'mois',
      code: 'rates-other-months',
      params,
    })
  }
  // A parity that the files repeat is the treaty's own: there is nothing to enter.
  return rates.filter((rate) => fixedUnitsPerEuro(rate.currency, firstDay(month)) === null)
}

function readRate(cells: Cells, month: YearMonth): ParsedRate | null {
  const { row } = cells
  const currency = row.cell('devise').toUpperCase()
  const unitsPerEuro = parseUnitsPerEuro(row.cell('unités_pour_1_eur'))
  const source = cells.text('source')
  if (unitsPerEuro === null) {
    const value = quoted(row.cell('unités_pour_1_eur'))
    return cells.refuse('unités_pour_1_eur', 'rate-unreadable', { value })
  }
  if (!isCurrencyCode(currency)) {
    return cells.refuse('devise', 'currency-unknown', { value: quoted(currency) })
  }
  if (isThousandsOrDecimals(row.cell('unités_pour_1_eur'), currency)) {
    const value = quoted(row.cell('unités_pour_1_eur'))
    return cells.refuse('unités_pour_1_eur', 'exchange-rate-ambiguous', { value, currency })
  }
  const fixed = fixedUnitsPerEuro(currency, firstDay(month))
  if (fixed !== null && Number(fixed) !== Number(unitsPerEuro)) {
    return cells.refuse('unités_pour_1_eur', 'currency-fixed', { currency, units: fixed })
  }
  if (source === null) return null
  return { place: { file: row.file, line: row.line }, currency, unitsPerEuro, source }
}

const SETTINGS: Readonly<Record<string, { key: SettingKey; kind: 'amount' | 'rate' | 'day' }>> = {
  at_mp_refacturée_cape: { key: 'accident_cover_monthly_cents', kind: 'amount' },
  part_tva_récupérable_téléphone: { key: 'phone_vat_share_bp', kind: 'rate' },
  jour_limite_déclaration: { key: 'declaration_deadline_day', kind: 'day' },
  seuil_justificatif: { key: 'receipt_threshold_cents', kind: 'amount' },
}

/** reglages.csv: settings of the cooperative, in force from the first day of the month. */
export function readSettings(rows: CsvRow[], refuse: Refuse): ParsedSetting[] {
  const settings: ParsedSetting[] = []
  for (const row of rows) {
    const cells = cellsOf(row, refuse)
    const setting = readSetting(cells)
    const twin = setting && settings.find((one) => one.key === setting.key)
    if (twin) cells.refuse('clé', 'setting-duplicate', { line: String(twin.place.line) })
    if (setting !== null && !cells.isRefused()) settings.push(setting)
  }
  return settings
}

function readSetting(cells: Cells): ParsedSetting | null {
  const setting = cells.choice('clé', SETTINGS, 'setting-unknown')
  if (setting === null) return null
  const value = readSettingValue(cells, setting.kind)
  if (value === null) return null
  if (!isSettingValue(setting.key, value)) {
    return cells.refuse('valeur', 'value-unknown', {
      value: quoted(cells.row.cell('valeur')),
      accepted: setting.key,
    })
  }
  const place = { file: cells.row.file, line: cells.row.line }
  const written = { key: cells.row.cell('clé'), value: cells.row.cell('valeur') }
  return { place, key: setting.key, value: value.toString(), written }
}

function readSettingValue(cells: Cells, kind: 'amount' | 'rate' | 'day'): bigint | null {
  if (kind === 'amount') return cells.amount('valeur', 'EUR')
  const number =
    kind === 'rate' ? cells.rateBp('valeur') : cells.whole('valeur', { least: 1, most: 31 })
  return number === null ? null : BigInt(number)
}
