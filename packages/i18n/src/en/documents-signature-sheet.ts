import type { SameTexts } from '../fr/documents-shape.ts'
import type { signatureSheet as source } from '../fr/documents-signature-sheet.ts'

export const signatureSheet = {
  title: 'Sheet to sign on paper',
  reference: 'Reference to keep on the sheet',
  fingerprint: 'SHA-256 fingerprint of the printed document',
  sign: 'Read the document before this sheet. Write the date by hand, then sign.',
  bring: 'Hand this sheet and the document to the cooperative by {until} at the latest.',
  keep: 'Keep your copy. The cooperative keeps the original and a scan.',
  signatures: 'Signatures',
  doneAt: 'Each person writes the date themselves, then signs.',
  person: 'The person',
  cooperative: 'For the cooperative',
  space: 'Date and signature',
} as const satisfies SameTexts<typeof source>
