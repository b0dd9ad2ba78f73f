import { commandLineWords, refusalText } from '@terreau/i18n/command-line'
import type { Locale } from '@terreau/protocol/codecs'
import type { ImportRefusal } from '../features/imports/index.ts'
import type { Output } from './command.ts'

/** One line per refusal, `file:line:column reason`, then how many there are. */
export function printRefusals(
  refusals: readonly ImportRefusal[],
  { out, locale }: { out: Output; locale: Locale },
): void {
  for (const { file, line, column, code, params } of refusals) {
    const place = [file, line === 0 ? '' : String(line), column].filter((part) => part !== '')
    out.warn(`${place.join(':')} ${refusalText(locale, code, params)}`)
  }
  out.warn(commandLineWords(locale)('import.refused', { count: refusals.length }))
}
