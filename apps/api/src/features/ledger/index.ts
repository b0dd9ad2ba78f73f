export { type AccountLine, type ActivityAccount, accountOf, balancesOf } from './account-of.ts'
export {
  bookMonthFor,
  firstOpenMonth,
  firstOpenMonthIn,
  holdMonthOpen,
  isMonthClosed,
} from './open-month.ts'
export { type PostingSource, type PostingToWrite, postEntry } from './post-entry.ts'
export { postOpening } from './post-opening.ts'
export { postingOf, reverseEntry } from './reverse-entry.ts'
export { sharesHistories } from './shares-history.ts'
