/**
 * French drops a vowel before another one: a sentence written for any month ("la déclaration de {month}")
 * reads « d’avril 2026 », « d’août 2026 » and « d’octobre 2026 ». A sentence in English has no such words.
 */
export function elided(text: string): string {
  return text.replace(/\b(d|qu)e (?=(?:avril|août|octobre) \d)/gi, '$1’')
}
