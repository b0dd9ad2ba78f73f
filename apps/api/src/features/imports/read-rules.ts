import { fixedUnitsPerEuro, isCurrencyCode } from '@terreau/domain/money/currency'
import { isThousandsOrDecimals, parseUnitsPerEuro } from '@terreau/domain/money/parse-rate'
import { isSettingValue, type SettingKey } from '@terreau/domain/settings/dated-settings'
import { firstDay, type YearMonth } from '@terreau/domain/time/year-month'
import { type Cells, cellsOf } from './cells.ts'
import type { CsvRow } from './csv-table.ts'
import type { ParsedRate, ParsedSetting } from './parsed-month.ts'
import { quoted, type Refuse, type Report } from './refusal.ts'

export const RATE_COLUMNS = ['mois', 'devise', 'unités_pour_1_eur', 'source']
export const SETTING_COLUMNS = ['clé', 'valeur']

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
