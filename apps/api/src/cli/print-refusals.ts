import { commandLineWords, refusalText } from '@terreau/i18n/command-line'
import type { Locale } from '@terreau/protocol/codecs'
import type { ImportRefusal } from '../features/imports/index.ts'
import type { CommandCall, Output } from './command.ts'

/** One line per refusal, `file:line:column reason`, then how many there are. */
export function printRefusals(
  refusals: readonly ImportRefusal[],
  { out, locale }: { out: Output; locale: Locale },
): void {
  for (const refusal of refusals) out.warn(refusalLine(refusal, locale))
  out.warn(commandLineWords(locale)('import.refused', { count: refusals.length }))
}

/** The refusals of a dry run: they are its result, at the end of what it lists. */
export function printRefusedGroup(
  refusals: readonly ImportRefusal[],
  { out, locale }: CommandCall,
): void {
  out.print('')
  out.print(commandLineWords(locale)('import.group.refused', { count: refusals.length }))
  for (const refusal of refusals) out.print(`  ${refusalLine(refusal, locale)}`)
}

function refusalLine({ file, line, column, code, params }: ImportRefusal, locale: Locale): string {
  const place = [file, line === 0 ? '' : String(line), column].filter((part) => part !== '')
  return `${place.join(':')} ${refusalText(locale, code, params)}`
}
