/**
 * What a password must be: long and not well known. No class of signs is demanded (ASVS 6.2.5);
 * length, a list of known passwords, throttling and a second factor stand in for it (CNIL 2022-100).
 */
export type PasswordFault = 'password-too-short' | 'password-well-known' | 'password-about-you'

/** Roots of the passwords that leak most, in French and English. */
const WELL_KNOWN = [
  'password',
  'motdepasse',
  'azerty',
  'qwerty',
  'qwertz',
  'soleil',
  'bonjour',
  'doudou',
  'loulou',
  'chouchou',
  'marseille',
  'iloveyou',
  'jetaime',
  'welcome',
  'bienvenue',
  'administrateur',
  'administrator',
  'changeme',
  'changezmoi',
  'letmein',
  'football',
  'princess',
  'princesse',
  'sunshine',
  'superman',
  'trustno1',
  'dragon',
  'monkey',
  'abcdef',
  'secret',
  'cooperative',
  'entrepreneur',
  'terreau',
]

/** The first fault of a password, or null. `about` is what anybody knows of its owner: name, e-mail, cooperative. */
export function passwordFault(
  password: string,
  demands: { shortest: number; about: readonly string[] },
): PasswordFault | null {
  if ([...password].length < demands.shortest) return 'password-too-short'
  const plain = bare(password)
  if (isWellKnown(plain)) return 'password-well-known'
  const known = demands.about.flatMap((text) => bare(text).split(' ')).filter((w) => w.length >= 4)
  const rest = known.reduce((text, word) => text.replaceAll(word, ''), plain.replaceAll(' ', ''))
  return rest.length < 6 ? 'password-about-you' : null
}

/** Well-known words, digits in a row and repeated signs are worth nothing; what is left must be long. */
function isWellKnown(plain: string): boolean {
  const joined = plain.replaceAll(' ', '')
  const rest = WELL_KNOWN.reduce((text, word) => text.replaceAll(word, ''), joined)
    .replaceAll(/(?:0?123456789?0?|098765|987654|2468|1234|0000|20\d\d)/g, '')
    .replaceAll(/(.{1,3})\1{2,}/g, '')
    .replaceAll(/^\d+|\d+$/g, '')
  return rest.length < 6
}

/** Lower case without accents; the usual disguises (@ for a, 0 for o) undone, punctuation as spaces. */
function bare(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('@', 'a')
    .replaceAll('$', 's')
    .replaceAll(/(?<=\p{L})0(?=\p{L})/gu, 'o')
    .replaceAll(/(?<=\p{L})1(?=\p{L})/gu, 'i')
    .replaceAll(/(?<=\p{L})3(?=\p{L})/gu, 'e')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
