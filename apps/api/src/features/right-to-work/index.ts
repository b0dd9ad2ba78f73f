export { type RightToWorkFor, rightToWorkFor } from './right-to-work-for.ts'
export { beginKeyRotation, resealNumbers } from './rotate-numbers.ts'
