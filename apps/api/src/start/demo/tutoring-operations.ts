import { addDays } from '@terreau/domain/time/local-date'
import { firstDay } from '@terreau/domain/time/year-month'
import { addOperation, changeOperation } from '../../features/tutoring/time-sheets/operations.ts'
import { readTimeSheet } from '../../features/tutoring/time-sheets/read-time-sheet.ts'
import { receiveSheet } from '../../features/tutoring/time-sheets/receive-sheet.ts'
import { inspectUpload } from '../../platform/uploads/inspect-upload.ts'
import { type Calendar, CURRENT, OPEN } from './calendar.ts'
import { paperPicture } from './receipt-picture.ts'
import { asStaff, played, type Scene } from './stage.ts'

/** An operation that goes on, one that is closed, and the signed paper of a month of a tutor. */
export function operationScenes(calendar: Calendar, tutor: string): Scene[] {
  let operationId = ''
  // Hours of a month are approved in the middle of the next: those of the month before the open one are.
  const month = calendar.month(OPEN - 1)
  const signedOn = calendar.day(OPEN, 14)
  return [
    {
      at: calendar.moment(calendar.day(calendar.first, 2), '10:00'),
      play: async (stage, at) => {
        const ctx = asStaff(stage, 'adviser', at)
        const closed = {
          name: 'Premiers pas des porteurs',
          funder: 'Fondation des Tilleuls',
          reference: 'FT-114',
          startsOn: addDays(calendar.adoptedOn, -400),
          endsOn: addDays(calendar.adoptedOn, -36),
        }
        const { id } = await addOperation(ctx, closed)
        const changed = { ...closed, operationId: id, isClosed: true }
        await changeOperation(asStaff(stage, 'adviser', at, 1), changed)
        operationId = (
          await addOperation(ctx, {
            name: 'Tutorat des porteurs de projet',
            funder: 'Fonds social du Val',
            reference: 'FSV-2026-0012',
            startsOn: calendar.adoptedOn,
            endsOn: addDays(firstDay(calendar.month(CURRENT)), 240),
          })
        ).id
      },
    },
    {
      at: calendar.moment(signedOn, '10:20'),
      play: async (stage, at) => {
        const ctx = asStaff(stage, 'adviser', at)
        const of = { personId: played(stage, tutor).personId, month, operationId }
        const asked = { ...of, operation: '', operationName: '' }
        const { code, personName } = await readTimeSheet(stage.tx, ctx, asked)
        if (code === '') return null
        const lines = [personName, month, code, 'signé']
        const file = await inspectUpload(
          await paperPicture('Feuille de temps', lines),
          'feuille-de-temps.jpg',
          null,
        )
        return receiveSheet(ctx, { ...of, code, signedOn: at.today, file })
      },
    },
  ]
}
