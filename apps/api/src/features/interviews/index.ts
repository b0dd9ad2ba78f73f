export { signableInterviewReport } from './signable-interview-report.ts'
