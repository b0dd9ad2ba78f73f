/** "octobre 2026" at the start of a line: "Octobre 2026". */
export function firstUpper(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
