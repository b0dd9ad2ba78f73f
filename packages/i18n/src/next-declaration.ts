import { nextDeclaration as en } from './en/next-declaration.ts'
import { formatDate, formatMonth } from './format.ts'
import { nextDeclaration as fr } from './fr/next-declaration.ts'
import type { Locale } from './t.ts'

/** The words of the reminder of a declaration: `month` 'YYYY-MM', `deadlineOn` 'YYYY-MM-DD'. */
export function nextDeclarationWords(
  locale: Locale,
  of: { month: string; deadlineOn: string },
): { title: string; text: string } {
  const words = locale === 'en' ? en : fr
  const values = {
    '{month}': formatMonth(of.month, locale),
    '{deadline}': formatDate(of.deadlineOn, locale),
  }
  const fill = (text: string) =>
    text.replaceAll(/\{month\}|\{deadline\}/g, (name) => values[name as keyof typeof values])
  return { title: fill(words.title), text: fill(words.text) }
}
