/** "Ŋalla N’Diaye" is "Ŋ. N.": what a short code shows of a name. A letter keeps its accents and marks. */
export function initialsOf(fullName: string): string {
  const letters = new Intl.Segmenter('fr', { granularity: 'grapheme' })
  return fullName
    .split(/[\s-]+/)
    .filter((word) => word !== '')
    .map((word) => `${[...letters.segment(word)][0]?.segment ?? ''}.`)
    .join(' ')
}
