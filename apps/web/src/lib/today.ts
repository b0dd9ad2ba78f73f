const PARIS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' })

/** Today for the cooperative ('YYYY-MM-DD'), wherever the device is. */
export function todayInParis(): string {
  return PARIS.format(new Date())
}

/** The day of an instant for the cooperative ('YYYY-MM-DD'). */
export function dayInParis(instant: string): string {
  return PARIS.format(new Date(instant))
}
