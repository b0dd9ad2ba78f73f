export { signableConvention } from './signable-convention.ts'
