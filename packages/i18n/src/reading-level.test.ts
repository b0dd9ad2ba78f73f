import { describe, expect, it } from 'vitest'
import { phoneCatalogue } from './catalogue-phone.ts'
import { phoneCatalogueEn } from './catalogue-phone-en.ts'
import { contractSummary as contractSummaryEn } from './en/contract-summary.ts'
import { contractSummary } from './fr/contract-summary.ts'

/** Words that nobody says aloud, or that blame. */
const NEVER = /veuillez|merci de|dûment|erreur inconnue|oups|invalide|obligatoire|·/i

const MOST_WORDS = 15

/** Kandel and Moles 1958, the French form of Flesch's score: 80 and above is easy, 60 to 80 standard. */
const EASY = 80
const STANDARD = 60

/** Parts that hold mostly one long word of the trade, or names that the law gives. */
const HARDER: Partial<Record<string, number>> = {
  attestationsPhone: STANDARD,
  // Names of places alone.
  cooperativeZones: Number.NEGATIVE_INFINITY,
  declarationsCategory: 0,
  permitKinds: 0,
}

/** With what the server says to a phone: the summary of what is to be signed. */
const FRENCH = { ...phoneCatalogue, contractSummary }
const ENGLISH = { ...phoneCatalogueEn, contractSummary: contractSummaryEn }

describe('what phones show', () => {
  it.each(Object.entries(FRENCH))('reads easily in French: %s', (part, words) => {
    const sentences = textsOf(words).flatMap(sentencesOf)
    expect(sentences.filter((sentence) => wordsOf(sentence).length > MOST_WORDS)).toEqual([])
    expect(sentences.filter((sentence) => NEVER.test(sentence))).toEqual([])
    expect(easeOf(sentences)).toBeGreaterThanOrEqual(HARDER[part] ?? EASY)
  })

  it.each(Object.entries(ENGLISH))('has short sentences in English: %s', (_part, words) => {
    const sentences = textsOf(words).flatMap(sentencesOf)
    expect(sentences.filter((sentence) => wordsOf(sentence).length > MOST_WORDS + 3)).toEqual([])
  })

  it('tells an easy sentence from one of an office', () => {
    const plain = ['C’est le moment de déclarer octobre.', 'Il reste 3 jours.']
    expect(easeOf(plain)).toBeGreaterThan(EASY)
    const office =
      'La régularisation administrative conditionne la validation ultérieure du dossier.'
    expect(easeOf([office])).toBeLessThan(STANDARD)
  })
})

function textsOf(words: unknown): string[] {
  return typeof words === 'string' ? [words] : Object.values(words as object).flatMap(textsOf)
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?:;…])\s+|\n+/).filter((sentence) => /\p{L}/u.test(sentence))
}

function wordsOf(sentence: string): string[] {
  return sentence.match(/[\p{L}\p{N}{}-]+/gu) ?? []
}

/** Groups of vowels, without a mute ending. */
function syllablesOf(word: string): number {
  const letters = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
  return Math.max(1, letters.replace(/e(?:s|nt)?$/, '').match(/[aeiouy]+/g)?.length ?? 0)
}

function easeOf(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsOf)
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return 207 - (1.015 * words.length) / sentences.length - (73.6 * syllables) / words.length
}
