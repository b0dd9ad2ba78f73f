import type { tutoringTimeSheet as source } from '../fr/tutoring-time-sheet.ts'
import type { Translation } from '../t.ts'

export const tutoringTimeSheet = {
  link: 'Time-sheets',
  title: 'Time-sheets',
  hint: 'The approved time of a tutor in a month, for the operation of a funder. Nothing is recorded: the sheet is read from the sessions.',
  tutor: 'Tutor',
  choose: 'Choose a person',
  month: 'Month',
  operation: 'Number of the operation',
  operationName: 'Name of the operation',
  caption: 'Time by half-day',
  day: 'Day',
  halfDay: 'Half-day',
  half: { morning: 'morning', afternoon: 'afternoon', unknown: 'hour not noted' },
  startsAt: 'From',
  activity: 'Activity',
  time: 'Time',
  empty: 'No approved session in that month.',
  lacks: 'What this sheet lacks',
  nothingLacks: 'Only the two dated signatures are missing, on the printed PDF.',
  lack: {
    'operation-missing': 'The number or the name of the operation.',
    'month-not-over': 'The end of the month: more sessions may still be added.',
    'signed-late':
      'A signature in time: the month ended more than 31 days ago. A funder may refuse it.',
    'hour-missing': 'The hour of the start, hence the half-day. Sessions: {count}.',
    'activity-missing': 'The activity (the subject). Sessions: {count}.',
    'noted-late': 'A note in time: written more than 31 days later. Sessions: {count}.',
    'not-approved': 'The approval: these sessions are not on the sheet. Sessions: {count}.',
    'kinds-mixed': 'One kind of time: paid and volunteer time are together.',
  },
  signatures:
    'The PDF has a place for the signature of the tutor and one for the person in charge.',
  pdf: 'PDF to sign',
  xlsx: 'Workbook (XLSX)',
  csv: 'CSV',
} as const satisfies Translation<typeof source>
