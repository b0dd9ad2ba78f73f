export { type RightToWorkFor, rightToWorkFor } from './right-to-work-for.ts'
