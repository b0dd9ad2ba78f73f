import { localDate } from '@terreau/domain/time/local-date'
import { addReceipt } from '../../features/declarations/receipts/add-receipt.ts'
import { inspectUpload } from '../../platform/uploads/inspect-upload.ts'
import { type Calendar, type Moment, OPEN } from './calendar.ts'
import { ordinary, type PlannedDeclaration } from './declare-months.ts'
import { AWA } from './enter-contracts.ts'
import { workedMonths } from './enter-people.ts'
import type { TypedExpense } from './invent-month.ts'
import type { DemoPerson } from './people-data.ts'
import { randomOf } from './random.ts'
import { receiptPicture } from './receipt-picture.ts'
import { as, played, type Scene, type Stage } from './stage.ts'

/** Whose receipts were photographed, and for which month; the others keep theirs on paper. */
const PHOTOGRAPHED: readonly (readonly [key: string, n: number])[] = [
  [AWA, OPEN - 2],
  [AWA, OPEN - 1],
  [AWA, OPEN],
  ['aissatou.diallo', OPEN],
  ['beatrice.ngo-bassa', OPEN],
  ['zainaba.mohamed', OPEN],
  ['ibrahima.sylla', OPEN],
]

const SHOPS = ['Marché Saint-Pierre', 'Grossiste du Fort', 'Comptoir des Lilas'] as const

/** Pictures of receipts, added once the month is sent or while it is written. */
export function receiptScenes(calendar: Calendar, people: readonly DemoPerson[]): Scene[] {
  return PHOTOGRAPHED.flatMap(([key, n]) => {
    const person = people.find((one) => one.key === key)
    const worked = person && workedMonths(calendar, person).find((one) => one.n === n)
    if (person === undefined || worked === undefined) return []
    const isDraft = n === OPEN && person.openMonth === 'draft'
    const day = isDraft ? calendar.today : calendar.day(n + 1, 9)
    const planned = ordinary(calendar, person, worked)
    return [{ at: calendar.moment(day, '07:30'), play: (stage, at) => addAll(stage, at, planned) }]
  })
}

async function addAll(
  stage: Stage,
  at: Moment,
  { person, n, draft }: PlannedDeclaration,
): Promise<void> {
  const random = randomOf(person.key, n, 'receipts')
  const ctx = as(stage, played(stage, person.key).actor, at)
  const kept = draft.expenses.filter((expense) => expense.noReceiptReason !== 'lost')
  for (const [index, expense] of kept.entries()) {
    await addReceipt(ctx, {
      month: stage.calendar.month(n),
      activity: undefined,
      lineId: expense.id,
      receiptId: random.uuid(),
      file: await inspectUpload(
        await pictureOf(expense, random.pick(SHOPS)),
        `recu-${index + 1}`,
        null,
      ),
    })
  }
}

function pictureOf(expense: TypedExpense, shop: string): Promise<Uint8Array> {
  const { label, vatText, grossText } = expense
  return receiptPicture({ shop, on: localDate(expense.spentOn), label, vatText, grossText })
}
