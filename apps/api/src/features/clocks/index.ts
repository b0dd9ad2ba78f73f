export { fillSomeClocks } from './fill-missing.ts'
export { refreshClocks } from './refresh-clocks.ts'
