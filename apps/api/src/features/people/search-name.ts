import { foldForSearch } from '@terreau/domain/names/normalise'

/** The line in which a person is searched and by which people are sorted: family name first. */
export function searchNameOf(person: {
  familyName: string
  givenName: string
  email: string
  phone: string
  activityNames: readonly string[]
}): string {
  const { familyName, givenName, email, phone, activityNames } = person
  const words = [familyName, givenName, ...activityNames, email, phoneDigits(phone)]
  return foldForSearch(words.join(' '))
}

/** What each word of a search must be found in `searchNameOf`; a phone number is one word. */
export function searchWords(text: string): string[] {
  if (/^[\d\s.+()-]+$/.test(text) && /\d/.test(text)) return [phoneDigits(text)]
  return foldForSearch(text)
    .split(' ')
    .filter((word) => word !== '')
}

/** 06 12 34 56 78 and +33 6 12 34 56 78 are the same number. */
function phoneDigits(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^(?:00)?33(?=\d{9}$)/, '0')
}
