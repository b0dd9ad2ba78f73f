/**
 * The department of a French address by its postal code: '93' of '93100 Montreuil', '2A' of '20000
 * Ajaccio', '974' of '97400 Saint-Denis'. Empty when the address has none.
 */
export function departmentOf(address: string): string {
  const code = [...address.matchAll(/\b\d{5}\b/g)].at(-1)?.[0]
  if (code === undefined) return ''
  if (code.startsWith('97') || code.startsWith('98')) return code.slice(0, 3)
  if (code.startsWith('20')) return /^20[01]/.test(code) ? '2A' : '2B'
  return code.slice(0, 2)
}
