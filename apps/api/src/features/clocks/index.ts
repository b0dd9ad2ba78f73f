export { fillSomeClocks } from './fill-missing.ts'
export { interviewPeriods } from './interview-periods.ts'
export { readCareer } from './read-career.ts'
export { refreshClocks } from './refresh-clocks.ts'
