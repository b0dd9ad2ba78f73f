export { refreshClocks } from './refresh-clocks.ts'
export { fillSomeClocks } from './fill-missing.ts'
