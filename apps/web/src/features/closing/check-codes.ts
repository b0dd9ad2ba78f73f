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
  'receipts-missing': 10,
  'cash-at-hand': 11,
  'accounts-negative': 12,
  'settings-missing': 13,
}

/** Every check, in the order of the page. */
export const CHECK_CODES: readonly CheckCode[] = Object.keys(PLACES).filter(isCheckCode)

function isCheckCode(text: string): text is CheckCode {
  return Object.hasOwn(PLACES, text)
}
