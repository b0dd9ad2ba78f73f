import type { QueryClient } from '@tanstack/react-query'
import { upload } from '../../../../lib/api.ts'
import { forgetAnswers } from '../../../../lib/kept-answer.ts'
import { type ProblemError, problemOf } from '../../../../lib/problem-error.ts'
import { type MonthView, ownQueries } from '../queries.ts'
import { forgetReceipt, keepReceipt, type LateReceipt, lateReceipts } from './late-receipts.ts'

/** What the server says to a photo now: it has it, it waits on this phone, or it is refused. */
export type Sending = { state: 'sent' | 'waiting' } | { state: 'refused'; problem: ProblemError }

/** Answers that say nothing about the photo: it goes on waiting. */
const PASSING: readonly string[] = [
  'network',
  'unavailable',
  'signed-out',
  'too-many-attempts',
  'internal',
]

let work: Promise<unknown> = Promise.resolve()

/** Keeps a photo on this phone, then sends it now or as soon as there is a network. */
export async function addReceipt(receipt: LateReceipt): Promise<Sending> {
  const isKept = await keepReceipt(receipt)
  const sending = await inTurn(() => send(receipt))
  if (sending.state === 'refused') await forgetReceipt(receipt)
  if (sending.state !== 'waiting' || isKept) return sending
  // Nothing holds it but this page: the person must know, and try again.
  return { state: 'refused', problem: sending.problem }
}

/** Sends what waits, one after the other, until the network is gone again; gives what the server has now. */
export function sendReceipts(personId: string): Promise<LateReceipt[]> {
  return inTurn(async () => {
    const sent: LateReceipt[] = []
    for (const receipt of await lateReceipts(personId)) {
      if (receipt.refusal !== null) continue
      const sending = await send(receipt)
      if (sending.state === 'waiting') break
      if (sending.state === 'sent') sent.push(receipt)
      else await keepReceipt({ ...receipt, refusal: sending.problem.code })
    }
    return sent
  })
}

/** Two doors never send one photo at the same time. */
function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const turn = work.then(act)
  work = turn.catch(() => undefined)
  return turn
}

type Tried = { state: 'sent' } | { state: 'waiting' | 'refused'; problem: ProblemError }

async function send(receipt: LateReceipt): Promise<Tried> {
  const { month, activity, lineId, receiptId, fileName, blob } = receipt
  const query = { activity: activity ?? undefined, lineId, receiptId, fileName }
  try {
    await upload('POST /me/declarations/:month/receipts', blob, {
      params: { month },
      query,
      idempotencyKey: receiptId,
    })
  } catch (error) {
    const problem = problemOf(error)
    if (problem === null) throw error
    return { state: PASSING.includes(problem.code) ? 'waiting' : 'refused', problem }
  }
  await forgetReceipt(receipt)
  await forgetAnswers()
  return { state: 'sent' }
}

/**
 * The server has these photos: their lines ask for none from now on. The month is read again after, which takes a
 * moment on a slow line and fails without one; meanwhile nobody is asked for the same receipt twice.
 */
export async function noteReceived(
  client: QueryClient,
  receipts: readonly Pick<LateReceipt, 'lineId'>[],
): Promise<void> {
  const received = new Set(receipts.map(({ lineId }) => lineId))
  const mark = <Line extends { id: string; receiptState: string }>(line: Line): Line =>
    received.has(line.id) ? { ...line, receiptState: 'attached' } : line
  client.setQueriesData<MonthView>(
    { queryKey: [...ownQueries.all, 'month'] },
    (view) =>
      view && {
        ...view,
        lines: {
          ...view.lines,
          sales: view.lines.sales.map(mark),
          expenses: view.lines.expenses.map(mark),
        },
      },
  )
  await client.invalidateQueries({ queryKey: ownQueries.all })
}
