import type { CheckCode } from './queries.ts'

/** Complete by its type: a code the API gains does not compile until it has its place here. */
const PLACES: Readonly<Record<CheckCode, number>> = {
  'previous-month-open': 1,
  'month-not-begun': 2,
  'declarations-missing': 3,
  'declarations-unreviewed': 4,
  'questions-open': 5,
  'rates-missing': 6,
  'month-not-over': 7,
  'declarations-postponed': 8,
  'contracts-ended': 9,
  'contributions-outdated': 10,
  'receipts-missing': 11,
  'cash-at-hand': 12,
  'accounts-negative': 13,
  'settings-missing': 14,
}

/** Every check, in the order of the page. */
export const CHECK_CODES: readonly CheckCode[] = Object.keys(PLACES).filter(isCheckCode)

function isCheckCode(text: string): text is CheckCode {
  return Object.hasOwn(PLACES, text)
}
