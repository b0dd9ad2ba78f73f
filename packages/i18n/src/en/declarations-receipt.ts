import type { declarationsReceipt as source } from '../fr/declarations-receipt.ts'
import type { Translation } from '../t.ts'

export const declarationsReceipt = {
  question: 'Take a photo of the receipt',
  hint: 'Lay it flat, in the light. A screenshot works too.',
  legend: 'Receipt',
  none: 'I have no receipt',
  noneQuestion: 'Why do you have no receipt?',
  reason: {
    lost: 'I lost it',
    never_given: 'I was not given one',
    on_paper: 'I will bring it on paper',
  },
  added: {
    one: '{count} receipt added',
    other: '{count} receipts added',
  },
  page: 'Receipt, page {n}',
  pdf: 'PDF receipt, page {n}',
  addPage: 'Add a page',
  retake: 'Take again',
  remove: 'Remove',
  removeWhat: 'page {n}',
  missing: 'No receipt',
  onPaper: 'Receipt on paper',
  dark: 'The photo is too dark. Take it again near a window.',
  keep: 'Keep this photo',
  preparing: 'We are preparing the photo…',
  refused: 'This receipt did not go through. Remove it and take it again.',
} as const satisfies Translation<typeof source>
