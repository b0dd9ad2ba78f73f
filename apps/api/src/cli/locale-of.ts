import type { Locale } from '@terreau/protocol/codecs'

/** The language of what the terminal says: French unless --lang en asks otherwise, whatever the command. */
export function localeOf(argv: readonly string[]): Locale {
  const at = argv.indexOf('--lang')
  return argv[at + 1] === 'en' && at !== -1 ? 'en' : argv.includes('--lang=en') ? 'en' : 'fr'
}
