export { blockingCodes } from './checks.ts'
export { closeMonth, closingByTwo } from './close-month.ts'
export { type FiguresLine, frozenFiguresOf } from './figures.ts'
export { statementLine } from './statement-facts.ts'
