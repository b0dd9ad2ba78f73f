export { endingPermits } from './ending-permits.ts'
export { ibanByTwo } from './enter-number.ts'
export { type RightToWorkFor, rightToWorkFor } from './right-to-work-for.ts'
export { hasSealedNumbers, sealedNumbersOf } from './sealed-numbers-of.ts'
