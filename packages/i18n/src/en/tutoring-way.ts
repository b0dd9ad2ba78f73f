import type { tutoringWay as source } from '../fr/tutoring-way.ts'
import type { Translation } from '../t.ts'

export const tutoringWay: Translation<typeof source> = {
  title: 'How this pair works',
  since: 'Since {day}: {way}.',
  because: 'Reason: {reason}. Written by {name}, on {on}.',
  reason: {
    written_wrong: 'it was written down wrong',
    host_changed: 'the structure changed (it became a SCIC, for instance)',
    agreed_otherwise: 'the two people agreed otherwise',
  },
  otherwise:
    'These sessions still count otherwise than what is written here. Open each one and correct it: the person helped confirms, then you approve it again.',
  change: 'Change from a day on',
  changeHint:
    'Sessions since that day follow, except those already approved: they are shown here to be corrected one by one.',
  fromOn: 'From',
  why: 'Why',
  submit: 'Save the change',
}
