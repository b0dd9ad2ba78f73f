/**
 * A name as it is stored: composed letters (NFC), without invisible marks that could reverse or
 * hide it (bidirectional controls, zero-width characters, control characters), single spaces.
 * Letters themselves are never changed: Ŋ, Ɓ, Ẹ̀ and curly apostrophes stay.
 */
export function normaliseName(name: string): string {
  return name
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
    .replace(INVISIBLE, '')
    .normalize('NFC') // after the marks are gone: one may stand between a letter and its accent
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
}

/** Whether somebody can be called by it: accents, digits and signs alone name nobody. */
export function holdsLetter(name: string): boolean {
  return /\p{L}/u.test(name)
}

/**
 * A form of the name for searching and comparing only: lower case, accents removed, the letters of
 * African and European alphabets read as the plain ones people type, apostrophes dropped, dashes
 * and spaces folded. "N’Diaye" and "ndiaye" meet; so do "Ŋalla" and "nalla".
 */
export function foldForSearch(name: string): string {
  const plain = normaliseName(name)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u0483-\u0487\u064b-\u0655\u0670]/g, '')
    .replace(APOSTROPHES, '')
    .replace(/[\u2010-\u2015\u2212_.,-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return [...plain].map((letter) => FOLDS.get(letter) ?? letter).join('')
}

// What Unicode shows as nothing by default, as documents print it (fillers, joiners, selectors and tags too),
// and interlinear marks. By property: these characters must not appear in a source file.
const INVISIBLE = /[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu

const APOSTROPHES = /['\u2018\u2019\u201b\u2032\u02bb-\u02bf\u0060\u00b4\ua78c]/g

const FOLDS: ReadonlyMap<string, string> = new Map([
  ['ŋ', 'n'],
  ['ɲ', 'n'],
  ['ɔ', 'o'],
  ['ø', 'o'],
  ['ɛ', 'e'],
  ['ǝ', 'e'],
  ['ə', 'e'],
  ['ɓ', 'b'],
  ['ɗ', 'd'],
  ['ɖ', 'd'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ƴ', 'y'],
  ['ƙ', 'k'],
  ['ƥ', 'p'],
  ['ƭ', 't'],
  ['ŧ', 't'],
  ['ɣ', 'g'],
  ['ɠ', 'g'],
  ['ǥ', 'g'],
  ['ƒ', 'f'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ɩ', 'i'],
  ['ɨ', 'i'],
  ['ł', 'l'],
  ['ʋ', 'v'],
  ['ʊ', 'u'],
  ['ʉ', 'u'],
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['ß', 'ss'],
  ['þ', 'th'],
])
