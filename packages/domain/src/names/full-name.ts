/**
 * The names of somebody. Many passports hold one name only: it is written as the family name, and there is no
 * given name.
 */
export interface Names {
  readonly givenName: string
  readonly familyName: string
}

/** As one writes to somebody: "Awa Diop", or the only name. */
export function fullName({ givenName, familyName }: Names): string {
  return `${givenName} ${familyName}`.trim()
}

/** As lists are sorted: "Diop Awa", or the only name. */
export function listedName({ givenName, familyName }: Names): string {
  return `${familyName} ${givenName}`.trim()
}

/** As one greets somebody: "Bonjour Awa", or the only name. */
export function greetedName({ givenName, familyName }: Names): string {
  return givenName === '' ? familyName : givenName
}
