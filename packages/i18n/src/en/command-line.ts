import type { commandLine as source } from '../fr/command-line.ts'
import type { Translation } from '../t.ts'
import { importCommand } from './command-line-import.ts'
import { salaryCommand } from './command-line-salary.ts'
import { verifyCommand } from './command-line-verify.ts'

export const commandLine = {
  refusal: {
    'file-unknown': 'Unknown file. The expected files are: {expected}.',
    'file-missing':
      'File missing. For a month without sales, give a file with nothing but its line of titles.',
    'file-unreadable': 'This file cannot be read: is it a folder, or a protected file?',
    'file-duplicate': 'This file is given twice: {other} has the same name. Keep one.',
    'file-spreadsheet':
      'This is a workbook of a spreadsheet. Save each sheet as "CSV UTF-8", with semicolons.',
    'header-repeated': 'The line of titles is repeated: remove it.',
    'vat-sign-differs': 'The amount and its VAT do not have the same sign.',
    'folder-unreadable':
      'This folder cannot be read. Give the folder that holds the files {expected}.',
    'folder-empty':
      'The folder holds no file to import. Expected files: {expected}. Found: {found}.',
    'folder-spreadsheets':
      'The folder holds only workbooks or archives. Save each sheet as "CSV UTF-8" under these names: {expected}. Found: {found}.',
    'file-empty': 'Empty file.',
    'encoding-not-utf8':
      'The file is not UTF-8 (it looks like Windows-1252). Save it as “CSV UTF-8”.',
    'encoding-utf16': 'The file is not UTF-8 (it looks like UTF-16). Save it as “CSV UTF-8”.',
    'csv-malformed': 'Quotes are not closed: the line cannot be read.',
    'delimiter-wrong':
      'Columns must be separated by semicolons: with commas, an amount such as 12,50 is cut in two unless it is quoted.',
    'column-missing': 'Missing column: {column}.',
    'column-unknown': 'Unknown column: {column}. Correct its title, or remove it.',
    'column-untitled': 'This column has no title, and it holds values: {column}.',
    'column-duplicate': 'Duplicate column: {column}.',
    'cells-count': 'The line has {found} cells, the header has {expected}.',
    'field-required': 'Missing value.',
    'text-too-long': 'Text too long ({most} characters at most).',
    'value-unknown': 'Unknown value: {value}. Accepted values: {accepted}.',
    'date-unreadable': 'Unreadable date: {value}. It is written like 31/10/2026.',
    'date-outside-month': 'Date outside the month {month}: {value}.',
    'date-in-future': 'Date in the future: {value}.',
    'month-unreadable': 'Unreadable month: {value}. It is written like 2026-10.',
    'month-differs': 'Month {value}, while the folder is about {month}.',
    'month-unknown': 'No file says which month this is: add --month 2026-10.',
    'month-closed': 'The month {month} is closed: nothing can be imported into it.',
    'month-before-first': 'The books begin in {first}: {month} cannot be imported.',
    'amount-unreadable': 'Unreadable amount: {value}.',
    'amount-decimals': 'Too many decimals for {currency}: {value}.',
    'amount-too-large': 'Amount too large: {value}.',
    'amount-ambiguous':
      'Ambiguous amount: {value}. Is it {first} or {second}? Write it another way.',
    'amount-negative': 'Negative amount: {value}.',
    'rate-unreadable': 'Unreadable rate: {value}.',
    'rate-decimals': 'Too many decimals for a rate: {value}. Two at most, like 13.33%.',
    'rate-ambiguous':
      'Ambiguous rate: {value} per cent, or a hundred times more? Write the % sign, as in 20 % or 0,5 %.',
    'whole-number': 'A whole number is expected: {value}.',
    'number-out-of-range': 'Number out of range: {value}. Expected: from {least} to {most}.',
    'mileage-scale-unknown': 'No kilometric scale is known for {year}.',
    'country-unknown': 'Unreadable country code: {value}. Two letters, such as SN.',
    'email-unreadable': 'Unreadable e-mail address: {value}.',
    'email-duplicate': 'E-mail address already given on line {line}.',
    'email-taken': 'This e-mail address already belongs to {reference}.',
    'currency-unknown': 'Unknown currency: {value}. Three letters, such as EUR, XOF or XAF.',
    'currency-fixed': 'The parity of {currency} is fixed: {units} for 1 €.',
    'exchange-rate-missing':
      'No rate of {currency} for {month}, neither in taux.csv nor entered before.',
    'exchange-rate-differs': 'Another rate of {currency} was entered for {month}: {units}.',
    'exchange-rate-ambiguous':
      'Ambiguous rate: {value} {currency} for 1 €. Thousands or decimals? Write it like 9874 or 9874,50.',
    'exchange-rate-duplicate': 'Rate of {currency} already given on line {line}.',
    'category-unknown': 'Unknown category: {value}. Accepted categories: {accepted}.',
    'vat-above-amount': 'The VAT is above the amount paid.',
    'scheme-unknown': 'Unknown contribution scheme: {value}.',
    'scheme-inconsistent':
      'The lines of the scheme {code} do not say the same in this column. Repeat the same value, or give each decision its month in valide_du.',
    'scheme-tiers':
      'The tier must be above {before}: the amounts of the scheme {code} rise from line to line.',
    'scheme-tier-open':
      'Only the last line of the scheme {code} leaves this amount empty. Write where this tier ends, or take the line out.',
    'scheme-tier-last':
      'The last tier of the scheme {code} has no end: leave this amount empty, or add a line for what is above it.',
    'cap-below-minimum':
      'The maximum is below the minimum and the fixed part ({least}). Write a larger amount, or leave it empty.',
    'scheme-too-many-tiers': 'The scheme {code} has more than {most} tiers.',
    'scheme-twice': 'Two decisions would have the name {code}. Change one of the codes.',
    'scheme-ends-before': 'The scheme {code} would end ({until}) before it begins ({from}).',
    'scheme-overlaps':
      'Two decisions of the scheme {code} hold at the same time: one until {until}, the other from {from}. Correct valide_du or valide_au.',
    'scheme-gap':
      'No decision of the scheme {code} holds between {until} and {from}. Correct valide_du or valide_au.',
    'scheme-not-in-force':
      'No decision of the scheme {code} holds in {month}. Correct valide_du and valide_au, or add the missing decision.',
    'scheme-decided-later':
      'The assembly of {on} is after {month}: the scheme {code} was not decided yet. Correct the date, or give the month in valide_du.',
    'scheme-cannot-follow':
      'This decision cannot replace {code} from {month}: the month is closed, has accepted accounts, or another decision replaces it already. Choose a later month.',
    'month-first-day':
      'A decision begins on the first day of a month: {value} is none. Write {month}, or correct it.',
    'month-last-day':
      'A decision ends on the last day of a month: {value} is none. Write {month}, or correct it.',
    'scheme-differs': 'The scheme {code} already exists, with another content.',
    'scheme-end-unknown':
      'The scheme {code} is known without a last month, and a decision no longer changes. Leave valide_au empty instead of {until}, and give the next decision once it is taken.',
    'scheme-end-differs':
      'The scheme {code} is known until {known}, the line says {until}. Correct valide_au, or leave it empty.',
    'setting-unknown': 'Unknown setting: {value}. Accepted settings: {accepted}.',
    'setting-duplicate': 'Setting already given on line {line}.',
    'setting-differs': 'Another value was entered for this setting on {on}.',
    'person-unknown': 'Unknown person: {value}, neither in personnes.csv nor followed already.',
    'person-duplicate':
      'Identifier already given on line {line}. Two lines of one person have the same name, birth, address and telephone, and two activities.',
    'person-duplicate-name': 'Same name and same birth date as line {line}.',
    'name-without-letter':
      'A name has at least one letter. Write the name as on the identity paper.',
    'name-not-printable':
      'Documents cannot print: {characters}. Write the name in Latin letters, as on the identity paper.',
    'person-reference-taken': 'The identifier {value} already belongs to somebody else.',
    'person-already-exists': 'This person is already followed under the identifier {reference}.',
    'activity-ambiguous':
      '{value} has several activities: say which one in a column “activité”. One of: {accepted}.',
    'activity-unknown': '{reference} has no activity “{value}” in this month. One of: {accepted}.',
    'fixed-part-of-cape': 'A CAPE has no fixed part: it is a clause of the CESA.',
    'contract-end-missing': 'A CAPE has an end date.',
    'contract-ends-before-start': 'The contract ends before it starts.',
    'contract-too-long': 'A CAPE lasts 12 months at most: it ends on {latest} at the latest.',
    'contract-outside-month': 'The contract covers no day of {month}.',
    'contract-missing': 'No contract of {value} covers {month}.',
    'declaration-exists': '{value} already has a declaration for {month}.',
  },
  remark: {
    'titles-read-as': 'Column titles understood as: {titles}.',
    'separator-tab': 'Columns are separated by tabs.',
    'separator-comma': 'Columns are separated by commas.',
    'column-empty': 'Unknown and empty column, left out: {column}.',
    'file-left-out': 'This file is not read. Only these are: {expected}.',
    'file-absent': 'File absent: nothing of it is counted.',
    'line-twice': 'This line repeats line {line}: both are counted.',
    'rates-other-months': 'Rates of another month than {month}, left out: {count}.',
    'scheme-ends':
      'The scheme {code} ends with {until} and no decision follows it: months after it will be accepted with the next one only.',
    'carried-in-january':
      'The year begins in January: km_année_avant and assiette_année_avant are usually 0 there. They are counted.',
  },
  import: importCommand,
  clocks: {
    usage: `Usage: terreau clocks FILE.json [options]

Computes every legal clock of a career written as JSON: CAPE, CESA, trial, associate deadline,
interviews, hire, residence permits. Needs no database.
Prints JSON: each clock with its end, its sum and its article, then what the law refuses.
FILE may be "-": the career is then read from standard input.

  --schema           prints the JSON Schema of the file
  --lang fr|en       language of the sentences (fr)

Without "today" the day is the machine's. Exit code: 0 computed, 1 file refused.

docs/rules/clocks.md describes every key. Example of a file:

`,
    fileWanted: 'Name one file, only one, or "-" for standard input.',
    text: {
      absent: 'No such file: {file}. Check its name.',
      folder: '{file} is a folder: give a file.',
      unreadable: 'The file cannot be read: {file}. Check that you may read it.',
      'too-large': 'The file is larger than {megabytes} MB. A file describes one person.',
      empty: 'The file is empty: a JSON object is expected (--help shows one).',
      'not-utf8': 'The file is not UTF-8: save it in that encoding.',
    },
    'not-json': 'The file is not JSON: see line {line}, column {column}.',
    'key-twice': 'This key is written twice (line {line}, column {column}). Keep one of them.',
    refused: 'Nothing was computed: correct the file.',
    problem: {
      missing: 'Missing value.',
      'activity-wanted': 'Several activities are named: say which one this contract is about.',
      'key-unknown': 'Unknown key: remove it, or correct its name (--schema lists them all).',
      'not-a-day': 'A date is written in quotes, like "2026-01-31".',
      'day-form': 'A date is written like 2026-01-31.',
      'day-unknown': 'This date is not in the calendar.',
      'day-far': 'This date is out of range: 1950 to 2150.',
      'not-a-text': 'A text in quotes is expected.',
      'text-empty': 'This text is empty.',
      'text-long': 'This text is too long.',
      'not-yes-or-no': 'Write true or false.',
      'not-a-number': 'A number is expected.',
      'number-range': 'A whole number from 0 to 60 is expected.',
      'department-form': 'A department is written like "93", "2A" or "974".',
      'not-a-list': 'A list in brackets is expected.',
      'not-an-object': 'An object in braces is expected.',
      'not-one-of': 'Unknown value. Accepted values: {options}.',
      'id-twice': 'Another contract already has this id.',
      'permit-twice': 'Another permit already has this id.',
      'ends-before-start': 'The end is before the start.',
      'contract-unknown': 'No contract of the file has this id.',
      'list-long': 'This list is too long: 500 lines at most. A file describes one person.',
      'signed-after-end':
        'The signature is after the last day of the contract: correct one of the two days.',
      'assembly-unknown': 'No assembly of this day in assembliesOn: add it, or correct the day.',
      'paid-before-assembly':
        'The balance is paid after the assembly: correct one of the two days.',
      'signed-before-interview': 'The signature is before the interview.',
      other: 'Unexpected value.',
    },
  },
  check: {
    usage: `Usage: terreau check [options]

Verifies every invariant of the data. Exit code 1 as soon as one row is found.

  --json             the result as JSON
  --lang fr|en       language of the messages (fr)
`,
    healthy: 'ok       {name}  {title}',
    broken: 'BROKEN   {name}  {title}',
    rows: { one: '         1 row:', other: '         {count} rows:' },
    perCooperative: 'No role reads every cooperative: verified cooperative by cooperative.',
    summary: '{count} checks, {broken} broken.',
  },
  demo: {
    usage: `Usage: terreau demo

Writes the demonstration cooperative into an empty installation. Everything in it is invented.
`,
    done: 'The demonstration is ready: the sign-in page has one button per role.',
    notEmpty: 'A cooperative exists already: the demonstration only fills an empty database.',
  },
  keys: {
    usage:
      'Usage: npm run terreau -- keys rotate\n\nReplaces the key of the installation and of each cooperative, without stopping the product.\nThe old secret*.key files stay: back the folder up after the command.\n',
    actWanted: 'Say what to do with the keys: keys rotate.',
    rotated:
      '{cooperatives} cooperative(s), {numbers} number(s) encrypted again. Back the data folder up now.',
  },
  migrate: {
    usage: `Usage: terreau migrate

Brings the database to this version. Does nothing when it is there already.
`,
    done: 'The database is up to date. Migrations applied: {count}.',
  },
  rehearse: {
    usage: `Usage: terreau rehearse FOLDER [options]

Rehearses a month in a throw-away database: import, acceptance, closing. Prints the figures as CSV,
in cents, one line per person. The database of the installation is not touched.
FOLDER holds personnes.csv, ventes.csv, depenses.csv, kilometres.csv, regimes.csv, taux.csv and
reglages.csv; their columns: docs/rules/month-files.md.

  --month YYYY-MM    the month, when the files do not say it
  --lang fr|en       language of the messages (fr)

A refused line is written FILE:LINE:COLUMN, then the reason, apart from the figures.
Exit code: 0 done, 1 refused, 2 called wrongly.
`,
    blocked: 'The closing of {month} is stopped: {check}.',
  },
  salary: salaryCommand,
  verify: verifyCommand,
  retention: {
    usage: `Usage: terreau retention [options]

Erases what is kept no longer, in each cooperative.
With --dry-run it only says what would be erased: nothing is written.

  --dry-run          counts without erasing
  --on YYYY-MM-DD    the day to count on (today). A day to come needs --dry-run
  --json             answers in JSON
  --lang fr|en       language of the messages (fr)
`,
    noFile: 'This command takes no file.',
    future: 'A day to come needs --dry-run: nothing is erased in advance.',
    dayUnreadable: 'Unreadable day: {value}. It is written like 2026-11-02.',
    wouldErase: 'On {on}, would be erased:',
    erased: 'On {on}:',
    nothing: '  {label} ({months} months): nothing to erase',
    due: '  {label} ({months} months): {files} files, {rows} rows, since {oldest}; {held} held',
    done: '      erased: {count} rows',
  },
  common: {
    overview: `Usage: terreau COMMAND [options]

  check      verify the invariants of the data
  clocks     computes the legal clocks of a career
  demo       write the demonstration cooperative
  import     import a month of CSV files
  keys       replaces the encryption keys (keys rotate)
  migrate    bring the database to this version
  rehearse   rehearse a month in a throw-away database
  salary     estimates a pay, from budget to net
  retention  erases what is kept no longer
  verify     checks a certificate, without a server

terreau COMMAND --help describes one command. Everything is said in French; --lang en says it in
English, for each command and for npm start (npm start -- --lang en).
`,
    stopped:
      'The command was stopped by an error, and concluded nothing. Send these lines to whoever installs Terreau:',
    unknownCommand: 'Unknown command: {command}.',
    more: 'All about this command: npm run terreau -- {command} --help',
    unknownOption: 'Unknown option: {option}.',
    langUnknown: 'Unknown language: {value}. Write fr or en.',
    optionTwice: 'Option given twice: {option}.',
    optionValueMissing: 'The value of {option} is missing.',
    folderWanted: 'Name one folder, and only one.',
    cooperativeWanted:
      'Several cooperatives here. Add --cooperative with the name or the number of one of them:\n{list}',
    cooperativeNone: 'There is no cooperative yet: create it on the page /installation.',
    cooperativeUnknown: 'Unknown cooperative: {value}. Those that exist:\n{list}',
    cooperativeAmbiguous: 'Several cooperatives are called {value}: give the number.\n{list}',
    cooperativeLine: '  {name}  {id}',
    monthUnreadable: 'Unreadable month: {value}. It is written like 2026-10.',
  },
} as const satisfies Translation<typeof source>
