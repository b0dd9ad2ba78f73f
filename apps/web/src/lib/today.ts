const PARIS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' })

/** How far the clock of this device is from the day of the cooperative, in whole days as milliseconds. */
let lead = 0

/** Sets this device right: what its own clock says counts only until the server has answered once. */
export function learnToday(today: string): void {
  lead = Date.parse(today) - Date.parse(PARIS.format(new Date()))
}

/** Today for the cooperative ('YYYY-MM-DD'), wherever the device is and whatever its clock says. */
export function todayInParis(): string {
  const day = new Date(Date.parse(PARIS.format(new Date())) + lead)
  return day.toISOString().slice(0, 10)
}

/** The day of an instant for the cooperative ('YYYY-MM-DD'). */
export function dayInParis(instant: string): string {
  return PARIS.format(new Date(instant))
}
