const SHOWN = 4

/** The last four signs behind dots; fewer for short numbers, of which at most a third is shown. */
export function masked(number: string): string {
  const shown = Math.min(SHOWN, Math.floor(number.length / 3))
  return `••••${shown === 0 ? '' : number.slice(-shown)}`
}
