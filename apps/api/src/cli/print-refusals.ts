import { commandLineWords, refusalText, remarkText } from '@terreau/i18n/command-line'
import type { Locale } from '@terreau/protocol/codecs'
import type { ImportRefusal, ImportRemark } from '../features/imports/index.ts'
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

/** How the files were read, one line per remark: beside the result, so that figures stay alone. */
export function printRemarks(
  remarks: readonly ImportRemark[],
  { out, locale }: { out: Output; locale: Locale },
): void {
  for (const remark of remarks) {
    out.warn(`${placeOf(remark)} ${remarkText(locale, remark.code, remark.params)}`)
  }
}

function refusalLine(refusal: ImportRefusal, locale: Locale): string {
  return `${placeOf(refusal)} ${refusalText(locale, refusal.code, refusal.params)}`
}

function placeOf({ file, line, column }: ImportRefusal | ImportRemark): string {
  return [file, line === 0 ? '' : String(line), column].filter((part) => part !== '').join(':')
}
