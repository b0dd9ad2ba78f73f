export { blockingCodes } from './checks.ts'
export { closeMonth } from './close-month.ts'
export { type FiguresLine, frozenFiguresOf } from './figures.ts'
