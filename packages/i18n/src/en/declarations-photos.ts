import type { declarationsPhotos as source } from '../fr/declarations-photos.ts'
import type { Translation } from '../t.ts'

export const declarationsPhotos = {
  waiting: 'The photo of a receipt for {month} is waiting on this phone.',
  waitingHint: 'We will send it as soon as you have network.',
  refused: 'The photo of a receipt for {month} did not leave.',
  tooLate: 'The declaration is accepted already. Show the receipt to the cooperative.',
  takeAgain: 'Take the photo of the receipt again, or choose another file.',
  understood: 'I understand',
} as const satisfies Translation<typeof source>
