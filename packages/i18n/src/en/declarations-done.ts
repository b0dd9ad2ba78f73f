import type { declarationsDone as source } from '../fr/declarations-done.ts'
import type { Translation } from '../t.ts'

export const declarationsDone = {
  title: 'Done! We have received your declaration.',
  number: 'Number: {number}',
  next: '{name} will read it soon. You have nothing else to do.',
  proof: 'Keep a proof (PDF)',
  share: 'Send the proof',
  shareText: 'My {ofMonth} declaration, number {number}.',
  photoRefused: 'One receipt did not go through. Add it from your declaration.',
  seeDeclaration: 'See my declaration',
  calendar: 'Put {month} in my calendar',
  home: 'Back to home',
  waitingTitle: 'It is saved on your phone.',
  onPageTitle: 'Your declaration has not left yet.',
  onPage: 'This phone cannot keep it.',
  waiting: 'We will send it as soon as you have network. Keep this page open.',
} as const satisfies Translation<typeof source>
