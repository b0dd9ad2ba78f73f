export { fillSomeClocks } from './fill-missing.ts'
export { readCareer } from './read-career.ts'
export { refreshClocks } from './refresh-clocks.ts'
