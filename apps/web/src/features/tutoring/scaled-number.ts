/** Reads '1,5' with three decimals as '1500'; null when it is not a positive number of that many decimals. */
export function scaled(text: string, decimals: number): string | null {
  const match = /^(\d{1,6})(?:[.,](\d+))?$/.exec(text.replaceAll(/[\s\u00a0\u202f]/g, ''))
  if (!match) return null
  const fraction = match[2] ?? ''
  if (fraction.length > decimals) return null
  return BigInt(`${match[1]}${fraction.padEnd(decimals, '0')}`).toString()
}

/** Writes '1500' with three decimals as '1,5'. */
export function unscaled(value: string | null, decimals: number): string {
  if (value === null) return ''
  const digits = value.padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '')
  return fraction === '' ? whole : `${whole},${fraction}`
}
