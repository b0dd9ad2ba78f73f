export { isAdviser } from './advisers.ts'
