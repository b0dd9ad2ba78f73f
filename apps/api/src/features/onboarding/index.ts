export { isAdviser } from './advisers.ts'
export { endingPapers, latestPaperAlert } from './papers/ending-papers.ts'
export { isHere } from './still-here.ts'
