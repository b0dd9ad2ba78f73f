import { elided } from './elision.ts'
import { commandLine as en } from './en/command-line.ts'
import { problems as problemsEn } from './en/problems.ts'
import { commandLine as fr } from './fr/command-line.ts'
import { problems as problemsFr } from './fr/problems.ts'
import { type Locale, type MessageParams, translate, translator } from './t.ts'

export type CommandLineWords = typeof fr

/** Why a line of an imported file is refused. */
export type ImportRefusalCode = keyof CommandLineWords['refusal']

/** How a file was read that is not written quite as expected. */
export type ImportRemarkCode = keyof CommandLineWords['remark']

/** The words of the command line. */
export function commandLineWords(locale: Locale) {
  return translator<CommandLineWords>(locale === 'en' ? en : fr, locale)
}

/** One refusal in a sentence. Throws when the sentence needs a value that is not given. */
export function refusalText(
  locale: Locale,
  code: ImportRefusalCode,
  params: MessageParams,
): string {
  return filled((locale === 'en' ? en : fr).refusal[code], code, params)
}

/** One remark in a sentence. Throws when the sentence needs a value that is not given. */
export function remarkText(locale: Locale, code: ImportRemarkCode, params: MessageParams): string {
  return filled((locale === 'en' ? en : fr).remark[code], code, params)
}

function filled(text: string, code: string, params: MessageParams): string {
  const sentence = text.replaceAll(/\{(\w+)\}/g, (_match, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`the sentence ${code} needs {${name}}`)
    return String(value)
  })
  return elided(sentence)
}

/** The sentence of a problem of the product, its values filled in. */
export function problemText(
  locale: Locale,
  code: keyof typeof problemsFr,
  params: MessageParams,
): string {
  return translate(locale === 'en' ? problemsEn : problemsFr, locale, code, params)
}

/** What is wrong at one place of a career file, in a sentence. */
export function careerFileProblem(locale: Locale, code: string, params: MessageParams): string {
  const words = (locale === 'en' ? en : fr).clocks.problem
  return translate(words, locale, Object.hasOwn(words, code) ? code : 'other', params)
}
