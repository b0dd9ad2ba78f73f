import type { CurrencyCode } from './currency.ts'

/** An amount text cut into its sign and its number, with plain ASCII digits and separators. */
export type AmountText = { readonly isNegative: boolean; readonly number: string }

/** Why a text has no number: nothing was written, or something that is no amount. */
export type AmountTextError = 'amount-empty' | 'amount-characters'

/**
 * Takes off what surrounds a number: spaces, invisible marks, one sign (before or after, or
 * accounting parentheses), and the name of the currency. Digits of other scripts become ASCII.
 */
export function readAmountText(text: string, currency: CurrencyCode): AmountText | AmountTextError {
  const plain = spellThousands(toPlainCharacters(text))
  const parts = /^(.*?)([.,]?\d(?:.*\d)?[.,]?)(\D*)$/.exec(plain)
  if (!parts) return isBlank(plain, currency) ? 'amount-empty' : 'amount-characters'
  const [, prefix = '', core = ''] = parts
  // "150.-" is how the Swiss write a round price: the dash is no minus there.
  const isRoundPrice = /[.,]$/.test(core) && /^ ?-/.test(parts[3] ?? '')
  const suffix = isRoundPrice ? (parts[3] ?? '').replace(/^ ?-+/, '') : (parts[3] ?? '')
  const sign = readSign(prefix, suffix)
  const isCurrency = isBlank(prefix, currency) && isBlank(suffix, currency)
  if (sign === null || !isCurrency) return 'amount-characters'
  // A sentence ends with a point, and phones write one after two spaces: it parts nothing.
  const number = joinEuroSign(core, currency).replace(/[.,]$/, '')
  return { isNegative: sign === '-', number }
}

/** "25 mille" is how a price in francs is said: 25 000. */
function spellThousands(plain: string): string {
  return plain.replace(/^(\D*[1-9]\d{0,2}) ?mille(?!\p{L})(?!.*\d)/iu, '$1 000')
}

/** The one sign of an amount: '', '+' or '-'; null when there are several or a lone parenthesis. */
function readSign(prefix: string, suffix: string): '' | '+' | '-' | null {
  const marks = (prefix + suffix).replace(/[^-+()]/g, '')
  switch (marks) {
    case '':
    case '+':
      return marks
    case '-':
      return '-'
    case '()':
      return prefix.includes('(') && suffix.includes(')') ? '-' : null
    default:
      return null
  }
}

/** Zero of each decimal script met here: Arabic-Indic, its Persian form, N'Ko, Adlam, full width. */
const ZEROS = [0x0660, 0x06f0, 0x07c0, 0x1e950, 0xff10]

function toPlainCharacters(text: string): string {
  return [...text]
    .map(toAsciiDigit)
    .join('')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '')
    .replace(/[\s\u00a0\u202f\u2000-\u200a\u3000]+/g, ' ')
    .replace(/[\u2212\u2010-\u2014\ufe63\uff0d]/g, '-')
    .replace(/\u066b/g, ',')
    .replace(/\u066c/g, '.')
    .replace(/[\u2019\u02bc\u2018`\u00b4]/g, "'")
    .trim()
}

function toAsciiDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const zero = ZEROS.find((start) => code >= start && code <= start + 9)
  return zero === undefined ? character : String(code - zero)
}

/** Words for a currency, lower case, without points or spaces: "F CFA" is "fcfa" here. */
const WORDS: Readonly<Partial<Record<CurrencyCode, readonly string[]>>> = {
  EUR: ['€', 'e', 'euro', 'euros'],
  XOF: ['fcfa', 'cfa', 'f', 'franc', 'francs', 'francscfa', 'franccfa'],
  XAF: ['fcfa', 'cfa', 'f', 'franc', 'francs', 'francscfa', 'franccfa'],
  KMF: ['fc', 'f', 'cf', 'franc', 'francs', 'francscomoriens'],
  GNF: ['fg', 'gf', 'f', 'franc', 'francs', 'francsguinéens'],
  CDF: ['fc', 'f', 'franc', 'francs', 'francscongolais'],
  MRU: ['um', 'ouguiya', 'ouguiyas'],
  MAD: ['dh', 'dhs', 'dirham', 'dirhams'],
  DZD: ['da', 'dinar', 'dinars'],
  TND: ['dt', 'dinar', 'dinars'],
  NGN: ['₦', 'n', 'naira', 'nairas'],
  GHS: ['₵', 'gh₵', 'cedi', 'cedis'],
  MGA: ['ar', 'ariary'],
  CVE: ['esc', 'escudo', 'escudos'],
  USD: ['$', 'us$', '$us', 'dollar', 'dollars'],
  GBP: ['£', 'livre', 'livres', 'pound', 'pounds'],
  CHF: ['fr', 'f', 'franc', 'francs', 'francssuisses'],
  CAD: ['$', 'ca$', 'c$', '$ca', 'dollar', 'dollars'],
}

/** Whether a text holds nothing but spaces, signs and at most one name of the currency. */
function isBlank(text: string, currency: CurrencyCode): boolean {
  const word = text.toLowerCase().replace(/[\s.+()-]/g, '')
  return word === '' || word === currency.toLowerCase() || (WORDS[currency] ?? []).includes(word)
}

/** "12€50", "12 euros 50": how a price is said and often written; the word stands where the comma would. */
function joinEuroSign(number: string, currency: CurrencyCode): string {
  return currency === 'EUR'
    ? number.replace(/^([\d ]*\d) ?(?:€|euros?) ?(\d{2})$/i, '$1,$2')
    : number
}
