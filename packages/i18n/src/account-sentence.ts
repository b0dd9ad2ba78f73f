import { accountLines as en } from './en/account-lines.ts'
import { formatCents, formatDate, formatMonth, formatRateBp } from './format.ts'
import { accountLines as fr } from './fr/account-lines.ts'

type Locale = 'fr' | 'en'
type Params = Readonly<Record<string, string>>
type Words = typeof fr | typeof en

/** The name of a line of an account, from its key `ledger.line.*`. */
export function lineLabel(locale: Locale, key: string): string {
  return entry(wordsOf(locale).line, key.replace('ledger.line.', ''))
}

/**
 * Why a line is on an account, in one or two plain sentences: the same words on screen, in the statement
 * and in English. `params` are those kept with the line (cents, basis points, dates and months as text).
 */
export function lineExplanation(locale: Locale, key: string, params: Params): string {
  const words = wordsOf(locale)
  const name = key.replace('ledger.explain.', '')
  const template = entry(words.explain, name === 'contribution-tier' ? tierForm(params) : name)
  return template.replaceAll(/\{(\w+)\}/g, (_hole, hole: string) =>
    fill(locale, words, hole, params),
  )
}

function wordsOf(locale: Locale): Words {
  return locale === 'en' ? en : fr
}

/** A slice that covers the whole base is told without its bounds. */
function tierForm(params: Params): keyof typeof fr.explain {
  if (params.fromCents === '0' && params.toCents === params.baseCents)
    return 'contribution-tier-whole'
  return params.toCents === params.baseCents ? 'contribution-tier-open' : 'contribution-tier'
}

function fill(locale: Locale, words: Words, hole: string, params: Params): string {
  const of = (name: string): string => {
    const value = params[name]
    if (value === undefined) throw new Error(`the sentence needs ${name}`)
    return value
  }
  const money = (name: string): string => formatCents(BigInt(of(name)), locale)
  switch (hole) {
    case 'amount':
      return money('effectCents').replace(/^[-\u2212]/, '')
    case 'baseAmount':
      return money('baseCents')
    case 'from':
      return money('fromCents')
    case 'to':
      return money('toCents')
    case 'rate':
      return formatRateBp(BigInt(of('rateBp')), locale)
    case 'base':
      return entry(words.base, of('base'))
    case 'scheme':
      return of('schemeCode')
    case 'assembly':
      return formatDate(of('decidedOn'), locale, 'long')
    case 'month':
      return formatMonth(of('month'), locale)
    case 'reversedMonth':
      return formatMonth(of('reversedMonth'), locale)
    default:
      throw new Error(`no value is known for {${hole}}`)
  }
}

function entry(words: Readonly<Record<string, string>>, key: string): string {
  const text = words[key]
  if (text === undefined) throw new Error(`no words for ${key}`)
  return text
}
