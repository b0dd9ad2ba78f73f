/**
 * The department of a French address by its postal code: '93' of '93100 Montreuil', '2A' of '20000
 * Ajaccio', '974' of '97400 Saint-Denis'. Saint-Barthélemy and Saint-Martin, which kept the codes of
 * Guadeloupe, are '977' and '978'. Empty when the address has none.
 */
export function departmentOf(address: string): string {
  const code = [...address.matchAll(/\b\d{5}\b/g)].at(-1)?.[0]
  if (code === undefined) return ''
  const own = OWN_CODES[code]
  if (own !== undefined) return own
  if (code.startsWith('97') || code.startsWith('98')) return code.slice(0, 3)
  if (code.startsWith('20')) return /^20[01]/.test(code) ? '2A' : '2B'
  return code.slice(0, 2)
}

const OWN_CODES: Readonly<Record<string, string>> = { '97133': '977', '97150': '978' }
