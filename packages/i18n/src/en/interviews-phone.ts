import type { interviewsPhone as french } from '../fr/interviews-phone.ts'
import type { Translation } from '../t.ts'

export const interviewsPhone: Translation<typeof french> = {
  title: 'My interviews',
  intro: 'Twice a year you talk about your activity with the cooperative.',
  none: 'No interview is planned for now.',
  planned: 'To come',
  held: 'Already held',
  dayTime: '{day} at {time}',
  with: 'With {name}.',
  way: { place: 'In person', phone: 'By phone', video: 'By video call' },
  state: {
    held: 'The cooperative is writing the report.',
    to_check: 'The cooperative checks your signed paper.',
    to_sign: 'The report waits for your signature.',
    waiting: 'You have signed. The cooperative signs after you.',
    signed: 'Report signed by all.',
    cancelled: 'This interview does not take place.',
  },
  sign: 'Read and sign',
  open: 'Open the report (PDF)',
  of: 'of {day}',
}
