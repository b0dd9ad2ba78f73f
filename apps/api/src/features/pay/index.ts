export { payExportByTwo } from './export-by-two.ts'
