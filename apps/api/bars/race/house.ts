import { type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import { draft, typedSale } from '../../test/given-draft.ts'
import { givenScheme, givenTester } from '../../test/given-money.ts'
import { type Caller, givenCooperative, givenUser, type TestApp } from '../../test/test-app.ts'
import { pause } from '../bar.ts'
import type { Sender, Sent } from '../storm/sender.ts'

export const FIRST_MONTH = '2018-01'

export interface Tester {
  caller: Caller
  personId: string
  activityId: string
}

/** What was answered with yes about one declaration. */
export interface Told {
  number: string
  activityId: string
  /** The month it speaks of, and the one in whose books it is. */
  month: YearMonth
  bookMonth: YearMonth
  /** Without VAT; each declaration has its own amount. */
  cents: bigint
  isAccepted: boolean
}

export interface House {
  cooperativeId: string
  staff: Caller
  testers: Tester[]
  sender: Sender
  sent: Sent
  /** By declaration. */
  told: Map<string, Told>
  /** How often each reason to say no was given. */
  refusals: Map<string, number>
  euros: number
}

export async function givenHouse(test: TestApp, people: number): Promise<Omit<House, 'sender'>> {
  const cooperative = await givenCooperative(test, 'Course', FIRST_MONTH)
  const scheme = await givenScheme(test, cooperative)
  const staff = await givenUser(test, cooperative, ['direction', 'accountant', 'adviser'])
  const testers: Tester[] = []
  for (let n = 0; n < people; n += 1) {
    const startsOn = `${FIRST_MONTH}-01`
    const { personId, activityId } = await givenTester(test, cooperative, scheme, { startsOn })
    const caller = await givenUser(test, cooperative, ['tester'], { personId })
    testers.push({ caller, personId, activityId })
  }
  const sent = { acknowledged: 0, repeated: 0, refusals: [], foreign: 0 }
  return {
    cooperativeId: cooperative.id,
    staff,
    testers,
    sent,
    told: new Map(),
    refusals: new Map(),
    euros: 0,
  }
}

/** A refusal that is part of the race: something came too late, or waits for somebody. */
function refuse({ refusals }: House, code: string): undefined {
  refusals.set(code, (refusals.get(code) ?? 0) + 1)
  return undefined
}

/**
 * Sends a month on the phone, and again when the month closes at the same instant: it is then taken for the
 * next one. Undefined when it is not taken.
 */
export async function declare(
  house: House,
  { caller }: Tester,
  month: YearMonth,
): Promise<string | undefined> {
  const { euros, sale } = nextSale(house, month)
  const body = draft({ sales: [sale] })
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const reply = await house.sender.reply(caller, 'POST /me/declarations/:month/submission', {
      params: { month },
      body,
    })
    if ('value' in reply) {
      const { id, number, activityId, bookMonth } = reply.value
      const cents = BigInt(euros) * 100n
      house.told.set(id, {
        number,
        activityId,
        month,
        bookMonth: yearMonth(bookMonth),
        cents,
        isAccepted: false,
      })
      return id
    }
    refuse(house, reply.refusal.code)
    if (reply.refusal.code !== 'month-is-closed') return undefined
  }
  return undefined
}

/** The person takes back what staff have not accepted yet. */
export async function withdraw(house: House, { caller }: Tester, id: string): Promise<boolean> {
  const month = house.told.get(id)?.month
  if (month === undefined) return false
  const reply = await house.sender.reply(caller, 'POST /me/declarations/:month/withdrawal', {
    params: { month },
  })
  if ('refusal' in reply) return refuse(house, reply.refusal.code) ?? false
  house.told.delete(id)
  return true
}

/** True when it stands accepted. */
export async function accept(house: House, id: string): Promise<boolean> {
  const told = house.told.get(id)
  if (told === undefined || told.isAccepted) return told !== undefined
  const reply = await house.sender.reply(house.staff, 'POST /declarations/:id/acceptance', {
    params: { id },
    ifMatch: await versionOf(house, id),
  })
  if ('refusal' in reply) return refuse(house, reply.refusal.code) ?? false
  told.isAccepted = true
  return true
}

/** Takes an acceptance back; false once the month is closed. */
export async function undo(house: House, id: string): Promise<boolean> {
  const reply = await house.sender.reply(house.staff, 'DELETE /declarations/:id/acceptance', {
    params: { id },
  })
  if ('refusal' in reply) return refuse(house, reply.refusal.code) ?? false
  const told = house.told.get(id)
  if (told !== undefined) told.isAccepted = false
  return true
}

/** Staff correct the sale of what is not accepted. */
export async function correct(house: House, id: string): Promise<void> {
  const told = house.told.get(id)
  if (told === undefined) return
  const { euros, sale } = nextSale(house, told.month)
  const line = { ...sale, amountText: String(euros), amountKind: 'net', vatRateBp: 2_000 } as const
  const reply = await house.sender.reply(house.staff, 'PUT /declarations/:id/lines', {
    params: { id },
    ifMatch: await versionOf(house, id),
    body: { reason: 'montant relu', lines: { sales: [line], expenses: [], trips: [] } },
  })
  if ('refusal' in reply) refuse(house, reply.refusal.code)
  else told.cents = BigInt(euros) * 100n
}

/** Staff give a declaration back, and the person sends it anew. Its id, if it is there. */
export async function giveBack(
  house: House,
  tester: Tester,
  id: string,
): Promise<string | undefined> {
  const told = house.told.get(id)
  if (told === undefined) return undefined
  const reply = await house.sender.reply(house.staff, 'POST /declarations/:id/return', {
    params: { id },
    ifMatch: await versionOf(house, id),
    body: { reason: 'à relire' },
  })
  if ('refusal' in reply) return refuse(house, reply.refusal.code)
  house.told.delete(id)
  return declare(house, tester, told.month)
}

async function versionOf({ sender, staff }: House, id: string): Promise<number> {
  const read = await sender.ask(staff, 'GET /declarations/:id', { params: { id } })
  return read?.version ?? 0
}

/** Leaves people out of a month: it may close without them, and they may declare all the same. */
export async function leaveOut(
  { sender, staff }: House,
  testers: readonly Tester[],
  month: YearMonth,
): Promise<void> {
  for (const { activityId, personId } of testers)
    await sender.ask(staff, 'POST /closings/:month/nil', {
      params: { month },
      body: { activityId, personId, decision: 'postpone', reason: 'plus tard' },
    })
}

/** Asks once for the closing; true when the month is closed, by this request or by one before it. */
export async function close(house: House, month: YearMonth): Promise<boolean> {
  const reply = await house.sender.reply(house.staff, 'POST /closings/:month', {
    params: { month },
    body: { sendMails: false },
  })
  if ('value' in reply || reply.refusal.code === 'month-is-closed') return true
  return refuse(house, reply.refusal.code) ?? false
}

/** Again and again, as somebody does who waits for the month to be ready. */
export async function untilDone(act: () => Promise<boolean>, tries: number): Promise<boolean> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (await act()) return true
    await pause(10 + Math.random() * 20)
  }
  return false
}

/** Whole euros before VAT, as somebody types them who knows the price with VAT of 20 %. */
function nextSale(house: House, month: YearMonth) {
  house.euros += 1
  const { euros } = house
  return { euros, sale: typedSale((euros * 1.2).toFixed(2), { soldOn: `${month}-12` }) }
}
