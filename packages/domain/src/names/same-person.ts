import type { LocalDate } from '../time/local-date.ts'
import { foldForSearch } from './normalise.ts'

/** What two files are compared by. */
export interface Known {
  givenName: string
  familyName: string
  bornOn: LocalDate | null
  email: string
  phone: string
}

/** Why two files may be of one person, the strongest sign first. */
export const LIKENESSES = ['email', 'phone', 'name', 'swapped', 'sound'] as const
export type Likeness = (typeof LIKENESSES)[number]

/**
 * What makes two files look alike; empty when nothing does. Names count when the birth dates agree or one of
 * them is not known: a father and a son bear one name. A person decides, never this function.
 */
export function likenesses(left: Known, right: Known): Likeness[] {
  const found: Likeness[] = []
  if (left.email !== '' && left.email.toLowerCase() === right.email.toLowerCase())
    found.push('email')
  const phone = phoneDigits(left.phone)
  if (phone.length >= 8 && phone === phoneDigits(right.phone)) found.push('phone')
  const agree = left.bornOn === null || right.bornOn === null || left.bornOn === right.bornOn
  const name = agree ? nameLikeness(left, right) : null
  return name === null ? found : [...found, name]
}

/** 06 12 34 56 78, 0033 6 12 34 56 78 and +33 6 12 34 56 78 are the same number. */
export function phoneDigits(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^(?:00)?33(?=\d{9}$)/, '0')
}

/**
 * A name as it may sound: "Ousmane Diop" and "Usman Dyop", "Mohamed" and "Muhammad" meet, because one name
 * is written in several ways when it passes from one alphabet or one office to another. For comparing only.
 */
export function soundKey(name: string): string {
  return foldForSearch(name)
    .split(' ')
    .map(soundOfWord)
    .filter((word) => word !== '')
    .sort()
    .join(' ')
}

function nameLikeness(left: Known, right: Known): Likeness | null {
  const [given, family] = [foldForSearch(left.givenName), foldForSearch(left.familyName)]
  const [otherGiven, otherFamily] = [
    foldForSearch(right.givenName),
    foldForSearch(right.familyName),
  ]
  if (given === otherGiven && family === otherFamily) return 'name'
  if (given === otherFamily && family === otherGiven) return 'swapped'
  const whole = (one: Known) => soundKey(`${one.givenName} ${one.familyName}`)
  const key = whole(left)
  // One short sound says nothing: "Ly" and "Li" would meet everybody.
  return key.length >= 5 && key === whole(right) ? 'sound' : null
}

/** Spellings of one sound, longest first. Vowels weigh little: they are what offices write differently. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/tch|tsh/g, 'c'],
  [/sch|sh|ch/g, 's'],
  [/dj|dz/g, 'j'],
  [/kh|gh|q/g, 'k'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/ou|oo|w/g, 'u'],
  [/x/g, 'ks'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/z/g, 's'],
  [/y/g, 'i'],
  [/di(?=[aeou])/g, 'j'],
  [/h/g, ''],
]

function soundOfWord(word: string): string {
  const spelled = SOUNDS.reduce((text, [from, to]) => text.replace(from, to), word)
  const first = spelled.slice(0, 1)
  const isVowel = /[aeiou]/.test(first)
  const bones = spelled.replace(/[aeiou]+/g, '')
  return `${isVowel ? 'a' : ''}${bones}`.replace(/(.)\1+/g, '$1')
}
