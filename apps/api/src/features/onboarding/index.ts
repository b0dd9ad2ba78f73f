export { isAdviser } from './advisers.ts'
export { endingPapers, latestPaperAlert } from './papers/ending-papers.ts'
export { isWantedPiece } from './pieces/wanted-piece.ts'
export { isHere } from './still-here.ts'
