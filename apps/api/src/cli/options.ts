import { parseArgs } from 'node:util'
import { parseYearMonth, type YearMonth } from '@terreau/domain/time/year-month'
import { commandLineWords } from '@terreau/i18n/command-line'
import type { Locale } from '@terreau/protocol/codecs'
import { type CommandCall, UsageError } from './command.ts'

type Options = Readonly<Record<string, { type: 'boolean' | 'string' }>>

interface Parsed {
  flags: ReadonlySet<string>
  values: ReadonlyMap<string, string>
  positionals: readonly string[]
}

/** Reads the options of a command. An unknown one is named, never ignored. */
export function readOptions({ args, locale }: CommandCall, options: Options): Parsed {
  const words = commandLineWords(locale)
  const known: Options = { ...options, lang: { type: 'string' } }
  const { tokens } = parseArgs({
    args: [...args],
    options: known,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const flags = new Set<string>()
  const values = new Map<string, string>()
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const kind = Object.hasOwn(known, token.name) ? known[token.name] : undefined
    const option = token.rawName
    if (kind === undefined) throw new UsageError(words('common.unknownOption', { option }))
    if (kind.type === 'boolean') {
      flags.add(token.name)
      continue
    }
    if (token.value === undefined || (!token.inlineValue && token.value.startsWith('--'))) {
      throw new UsageError(words('common.optionValueMissing', { option }))
    }
    if (values.has(token.name)) throw new UsageError(words('common.optionTwice', { option }))
    values.set(token.name, token.value)
  }
  const lang = values.get('lang')
  if (lang !== undefined && lang !== 'fr' && lang !== 'en') {
    throw new UsageError(words('common.langUnknown', { value: lang }))
  }
  return { flags, values, positionals }
}

/** The one folder a command works on. */
export function oneFolder({ positionals }: Parsed, locale: Locale): string {
  const [folder, ...others] = positionals
  if (folder !== undefined && others.length === 0) return folder
  throw new UsageError(commandLineWords(locale)('common.folderWanted'))
}

export function monthOption({ values }: Parsed, locale: Locale): YearMonth | undefined {
  const text = values.get('month')
  if (text === undefined) return undefined
  const month = parseYearMonth(text)
  if (month !== null) return month
  throw new UsageError(commandLineWords(locale)('common.monthUnreadable', { value: text }))
}
