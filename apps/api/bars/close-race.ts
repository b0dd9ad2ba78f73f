import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addMonths, type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import { queryAsOwner } from '../test/query-as-owner.ts'
import type { TestApp } from '../test/test-app.ts'
import { atLeast, type Bar, fact, onTestApp, pause } from './bar.ts'
import { compareBooks } from './race/books.ts'
import { buildGate, type Gate } from './race/gate.ts'
import {
  accept,
  close,
  correct,
  declare,
  FIRST_MONTH,
  giveBack,
  givenHouse,
  type House,
  leaveOut,
  type Tester,
  undo,
  untilDone,
  withdraw,
} from './race/house.ts'
import { closingsLeft } from './storm/compare.ts'
import { startProduct } from './storm/product.ts'
import { Sender } from './storm/sender.ts'

const TRIES = 400
/** Reasons to say no that belong to a race: too late, not yet, or not in this state any more. */
const REASONS: ReadonlySet<string> = new Set([
  'closing-blocked',
  'declaration-already-sent',
  'declaration-month-closed',
  'declaration-not-accepted',
  'month-is-closed',
])

/**
 * Months are closed, one after the other, while people send, take back and send again, and staff accept,
 * correct, give back and undo, all by the routes of a running product. In each round two acts are held just
 * before they commit when the closing is asked for: it waits for them. Whatever was answered with yes is in
 * the figures of the closed month or, dated, in those of the next one; the rest was refused with a reason.
 */
export const closeRace: Bar = {
  name: 'close-race',
  promise: 'a closed month never changes: what comes at the same instant is counted or refused',
  sabotage: 'the lock of a month gives way: nobody waits for the closing, nor the closing for them',
  run: (options) =>
    onTestApp(options, async (test) => {
      const size = options.isSmall ? { people: 6, rounds: 4 } : { people: 40, rounds: 100 }
      const rounds = options.isSabotaged ? 2 : size.rounds
      const dataDir = mkdtempSync(join(tmpdir(), 'terreau-bar-'))
      const given = await givenHouse(test, size.people)
      const gate = await buildGate(test)
      if (options.isSabotaged) await breakLock(test)
      const product = await startProduct({ dataDir, databaseUrl: test.urls.ownerUrl })
      const asClients = { othersMarker: 'ŋ nobody', isSabotaged: false, isGoodLine: true }
      const house = { ...given, sender: new Sender(product.url, given.sent, asClients) }
      const seen: Seen = { waited: 0, late: 0, letIn: 0 }
      try {
        for (let round = 0; round < rounds; round += 1)
          await race(gate, house, { month: addMonths(yearMonth(FIRST_MONTH), round), seen })
        await closeLast(house, addMonths(yearMonth(FIRST_MONTH), rounds))
        // A statement that does not add up is never drawn: nobody waits for those of a sabotaged run.
        const left = options.isSabotaged ? [] : await closingsLeft(test)
        const statements = options.isSabotaged ? 0 : options.isSmall ? 4 : 40
        const books = await compareBooks(test, house, statements)
        const { refusals, told, sent } = house
        const refused = [...refusals.values()].reduce((sum, n) => sum + n, 0)
        const unfit = [...refusals].filter(([code]) => !REASONS.has(code))
        return {
          checks: [
            ...books,
            ...left,
            fact('acts let into a month after its closing', seen.letIn, 0),
            fact('reasons that do not fit', unfit.length + sent.refusals.length, 0),
            ...unfit.map(([code]) => ({ name: code, isMet: false })),
            ...sent.refusals.slice(0, 3).map((name) => ({ name, isMet: false })),
            // What a sabotaged run never does is no harm by itself: it must be red by what it breaks.
            atLeast(
              'closings that waited for others',
              seen.waited,
              options.isSabotaged ? 0 : rounds,
            ),
            atLeast('declarations taken for the next month', seen.late, rounds),
            atLeast('refused with a reason', refused, rounds),
          ],
          counts: {
            rounds,
            declarations: told.size,
            late: seen.late,
            refused,
            confirmed: sent.acknowledged,
          },
        }
      } finally {
        await product.stop()
        await gate.close()
        rmSync(dataDir, { recursive: true, force: true })
      }
    }),
}

interface Seen {
  /** Closings that had to wait for an act under way. */
  waited: number
  late: number
  letIn: number
}

/** Each act and each closing then takes a lock that nobody else asks for: checks are made, and do not hold. */
async function breakLock(test: TestApp): Promise<void> {
  await queryAsOwner(
    test,
    `create or replace function terreau.month_lock(p_cooperative uuid, p_month text) returns bigint
       language sql volatile as 'select (random() * 1e15)::bigint'`,
  )
}

interface Round {
  month: YearMonth
  seen: Seen
}

/** Half have declared and stand accepted; the other half are left out of the month, and may still declare. */
async function race(gate: Gate, house: House, { month, seen }: Round): Promise<void> {
  await acceptWaiting(house)
  // Who is early in one month is late in the next.
  const [first, second] = [
    house.testers.filter((_, n) => n % 2 === 0),
    house.testers.filter((_, n) => n % 2 === 1),
  ]
  const [early, others] = Number(month.slice(5)) % 2 === 0 ? [first, second] : [second, first]
  await leaveOut(house, others, month)
  const standing = await Promise.all(
    early.map(async (tester) => {
      const id = await declare(house, tester, month)
      if (id !== undefined) await accept(house, id)
      return { tester, id: id ?? '' }
    }),
  )
  const [held] = standing
  const [sender] = others
  if (held === undefined || sender === undefined) throw new Error('a race needs people')
  await meet(gate, house, { month, seen, held: held.id, sender })
  let isClosed = false
  const closing = async (): Promise<void> => {
    await pause(Math.random() * 100)
    isClosed = await untilDone(() => close(house, month), TRIES)
  }
  await Promise.all([
    closing(),
    ...standing.map(async (one, n) => {
      await pause(Math.random() * 200)
      await change(house, { ...one, isCorrected: n % 2 === 0 })
    }),
    ...others.slice(1).map(async (tester, n) => {
      await pause(Math.random() * 300)
      await sendInRace(house, { tester, month, isChangeable: n % 2 === 0 })
    }),
  ])
  if (!isClosed) throw new Error(`${month} was never closed`)
  // And surely once more behind it: nothing is let in, and what was forgotten is taken for the next month.
  for (const { tester, id } of standing) {
    if (await undo(house, id)) seen.letIn += 1
    const added = await declare(house, tester, month)
    if (added !== undefined) await accept(house, added)
  }
  for (const { month: concerns, bookMonth } of house.told.values())
    if (concerns === month && bookMonth !== month) seen.late += 1
}

/**
 * An acceptance is taken back and somebody sends; both have looked at the month and written, and neither is
 * committed, when the closing is asked for.
 */
async function meet(
  gate: Gate,
  house: House,
  at: Round & { held: string; sender: Tester },
): Promise<void> {
  const { month, seen, held, sender } = at
  await gate.shut()
  const acts = [undo(house, held), declare(house, sender, month)] as const
  await gate.whenHeld()
  let isAnswered = false
  const asked = close(house, month).finally(() => {
    isAnswered = true
  })
  await gate.whenWaiting(() => isAnswered)
  if (!isAnswered) seen.waited += 1
  await gate.open()
  const [, sent] = await Promise.all(acts)
  await asked
  await accept(house, held)
  if (sent !== undefined) await accept(house, sent)
}

/** Staff take an acceptance back, correct it or have it sent anew, and accept it again. */
async function change(
  house: House,
  { tester, id, isCorrected }: { tester: Tester; id: string; isCorrected: boolean },
): Promise<void> {
  if (!(await undo(house, id))) return
  if (isCorrected) await correct(house, id)
  const now = isCorrected ? id : await giveBack(house, tester, id)
  if (now !== undefined) await accept(house, now)
}

/** Somebody sends at the last moment, may think again, and is accepted. */
async function sendInRace(
  house: House,
  at: { tester: Tester; month: YearMonth; isChangeable: boolean },
): Promise<void> {
  const { tester, month, isChangeable } = at
  const id = await declare(house, tester, month)
  if (id === undefined) return
  const isBack = isChangeable && (await withdraw(house, tester, id))
  const now = isBack ? await declare(house, tester, month) : id
  if (now !== undefined) await accept(house, now)
}

async function acceptWaiting(house: House): Promise<void> {
  for (const [id, { isAccepted }] of house.told) if (!isAccepted) await accept(house, id)
}

/** The month that holds what came too late for the one before. */
async function closeLast(house: House, month: YearMonth): Promise<void> {
  await acceptWaiting(house)
  await leaveOut(house, house.testers, month)
  if (!(await untilDone(() => close(house, month), 3))) throw new Error(`${month} was never closed`)
}
