import type { importCommand as french } from '../fr/command-line-import.ts'
import type { Translation } from '../t.ts'

export const importCommand = {
  usage: `Usage: terreau import FOLDER [options]

Imports a month of CSV files: personnes, ventes, depenses, kilometres, regimes, taux, reglages.
Everything is imported, or nothing. Importing the same files twice changes nothing.

  --dry-run           list all that would be created and each refused line, write nothing;
                      without a cooperative, or a choice among several, into an empty one
  --undo              take back what these files brought, while the month is open
  --cooperative NAME  the cooperative, by its name or its number, when there are several
  --month YYYY-MM     the month, when the files do not say it
  --lang fr|en        language of the messages (fr)

A refused line is written FILE:LINE:COLUMN, then the reason. A file read otherwise than expected
(titles without accents, tabs, commas) is told as well. The columns: docs/rules/month-files.md.
Exit code: 0 done or ready, 1 refused, 2 called wrongly.
`,
  wouldDo: 'Import of {month}: this is what would be created. Nothing was written.',
  wouldDoOnce: {
    one: 'Import of {month}: 1 line is refused, it is at the end. This is what the others would create. Nothing was written.',
    other:
      'Import of {month}: {count} lines are refused, they are at the end. This is what the others would create. Nothing was written.',
  },
  into: 'Cooperative: {name}',
  intoNothing: 'There is no cooperative here: the files are read for an empty one.',
  intoNone:
    'Several cooperatives here: the files are read for an empty one. To compare them with one of these, add --cooperative with its name or its number:\n{list}',
  done: 'Import of {month}: done.',
  toUndo: 'To take it back while the month is open: npm run terreau -- import {command}',
  unchanged: 'These files are imported already: nothing changed.',
  refused: {
    one: 'Nothing was imported: 1 line is refused.',
    other: 'Nothing was imported: {count} lines are refused.',
  },
  total: 'In all:',
  people: 'People created: {created} (already known: {known})',
  schemes: 'Contribution schemes created: {created} (already known: {known})',
  rates: 'Exchange rates entered: {created}',
  settings: 'Settings entered: {created}',
  openings: 'Opening balances brought in: {count}, for {total}',
  declarations: 'Declarations: {count}, of which {nil} at zero',
  lines: 'Lines: {sales} sales, {expenses} expenses, {trips} trips',
  undone: 'The import of {month} is taken back.',
  notFound: 'These files are not imported: there is nothing to take back.',
  inUse: 'The import cannot be taken back: {value} has declared another month since.',
  monthClosed: 'The month {month} is closed: its import can no longer be taken back.',
  group: {
    refused: 'Refused lines ({count})',
    schemes: 'Contribution schemes to create ({count})',
    rates: 'Exchange rates to enter ({count})',
    settings: 'Settings to enter ({count})',
    people: 'People and activities to create ({count})',
    contracts: 'Contracts to create ({count})',
    openings: 'Opening balances to bring in ({count})',
    carried: 'Contributions and kilometres from before this month to bring in ({count})',
    declarations: 'Declarations to create ({count})',
    sales: 'Sales to create ({count})',
    expenses: 'Expenses to create ({count})',
    trips: 'Trips to create ({count})',
    known: 'People known already, unchanged ({count})',
  },
  item: {
    scheme: '{code}, assembly of {date}: {rates}',
    rate: '{currency}: {units} for 1 €',
    setting: '{key}: {value}',
    person: '{person}, activity "{activity}"',
    contract: '{kind} of {person}, from {start}, scheme {scheme}',
    contractUntil: '{kind} of {person}, from {start} to {end}, scheme {scheme}',
    opening: '{person}: {amount}',
    carried: '{person}: base {base}, {km} km',
    declaration: '{person}: {sales} sales, {expenses} expenses, {trips} trips',
    sale: '{person}, {date}, {customer}: {amount} {kind}, VAT {rate}',
    expense: '{person}, {date}, {category}: {amount}, of which VAT {vat}, receipt: {receipt}',
    trip: '{person}: {km} km, {power} CV, {reason}',
  },
  gross: 'with VAT',
  net: 'without VAT',
  yes: 'yes',
  no: 'no',
} satisfies Translation<typeof french>
