import type { rightToWorkPhone as french } from '../fr/right-to-work-phone.ts'
import type { Translation } from '../t.ts'

export const rightToWorkPhone = {
  title: 'My residence permit',
  none: 'The cooperative has noted no permit for you.',
  noneHint: 'If you have one, show the original to your adviser.',
  until: 'Valid until {on}',
  noEnd: 'This paper has no end date.',
  soon: 'Ask the prefecture to renew it, then send the new paper.',
  over: 'The date has come. Call your adviser today.',
  sent: 'You sent a paper on {on}. We are reading it. The one before still counts.',
  refused: 'The photo you sent on {on} cannot be used.',
  sendAgain: 'You can send another one here.',
  stillCounts: 'The paper before still counts.',
  franceTravail: 'France Travail must know this date too. Tell it to your adviser there.',
  send: {
    title: 'Send a new paper',
    kind: 'Which paper?',
    residence_permit: 'My new card',
    renewal_receipt: 'My renewal receipt',
    until: 'Valid until (the date written on the paper)',
    untilHint: 'Example: 31/10/2027',
    untilMissing: 'Write the end date, like 31/10/2027.',
    file: 'The photo of the paper',
    fileHint: 'The place of the photo is removed. Direction and advisers may open it.',
    sent: 'Your paper has arrived. Show the original to your adviser.',
  },
  looks: {
    title: 'Who opened my file',
    none: 'Nobody opened your numbers or scans.',
    line: '{who}, on {on}',
    why: 'Why: {reason}',
  },
} as const satisfies Translation<typeof french>
