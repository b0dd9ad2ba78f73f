import { randomUUID } from 'node:crypto'
import { addDays, localDate } from '@terreau/domain/time/local-date'
import { addMonths, yearMonth } from '@terreau/domain/time/year-month'
import { draft, typedSale } from '../../test/given-draft.ts'
import type { Caller } from '../../test/test-app.ts'
import { pause } from '../bar.ts'
import { Sender, type Sent } from './sender.ts'
import { type Closing, FIRST_MONTH, type Side, type World } from './world.ts'

/** What clients were told, outside of the system that is killed. */
export interface Told extends Sent {
  people: string[]
  /** id → number. */
  declarations: Map<string, string>
  accepted: string[]
  receipts: string[]
  sessions: string[]
  /** id → number. */
  attestations: Map<string, string>
  /** month → seal. */
  closings: Map<string, string>
}

/** Months of which somebody may declare. */
const MONTHS = 58
/** Sessions are spread over these days: nobody tutors more than eight hours in one. */
const FIRST_HELP = localDate('2026-09-01')
const DAYS_OF_HELP = 60
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAD0lEQVQImWP4jwMwDC0JALoev0GybL49AAAAAElFTkSuQmCC',
  'base64',
)
const monthAt = (index: number): string => addMonths(yearMonth(FIRST_MONTH), index)

export interface Clients {
  /**
   * Returns when so many more writes were confirmed, and at least one of each kind where the kinds count;
   * throws after two minutes.
   */
  confirm(more: number, options?: { ofEachKind: boolean }): Promise<void>
  /** Each ends what they began, and the journal is whole. */
  stop(): Promise<Told>
}

/** A machine under load takes its time; one on which nothing is confirmed any more is broken. */
const CONFIRM_MS = 120_000

/** Everybody at work at once, until `stop`. */
export function startClients(
  world: World,
  options: { url: string; isSabotaged: boolean },
): Clients {
  const told: Told = {
    acknowledged: 0,
    repeated: 0,
    refusals: [],
    foreign: 0,
    people: [],
    declarations: new Map(),
    accepted: [],
    receipts: [],
    sessions: [],
    attestations: new Map(),
    closings: new Map(),
  }
  let isOn = true
  const repeat = async (act: (round: number) => Promise<void>): Promise<void> => {
    for (let round = 0; isOn; round += 1) await act(round)
  }
  const clients = world.sides.flatMap((side) => {
    const { othersMarker } = side
    const sender = new Sender(options.url, told, { ...options, othersMarker })
    return side.testers.map((tester) =>
      repeat((round) => workOf({ sender, side, tester, told }, round)),
    )
  })
  const [anySide] = world.sides
  const closer = new Sender(options.url, told, {
    ...options,
    othersMarker: anySide?.marker ?? '',
  })
  clients.push(repeat((round) => closeOne(closer, world.closing, told, round)))
  return {
    async confirm(more, { ofEachKind } = { ofEachKind: true }) {
      const wanted = told.acknowledged + more
      const since = performance.now()
      while (told.acknowledged < wanted || (ofEachKind && !isOfEachKind(told))) {
        if (performance.now() - since > CONFIRM_MS)
          throw new Error(`${told.acknowledged} writes confirmed, ${wanted} wanted`)
        await pause(10)
      }
    },
    async stop() {
      isOn = false
      await Promise.all(clients)
      return told
    },
  }
}

function isOfEachKind(told: Told): boolean {
  const { people, declarations, accepted, receipts, sessions, attestations, closings } = told
  const lists = [people, accepted, receipts, sessions].map(({ length }) => length)
  return [...lists, declarations.size, attestations.size, closings.size].every((n) => n > 0)
}

interface At {
  sender: Sender
  side: Side
  tester: Caller
  told: Told
}

/** What people do all day, once each. */
async function workOf(at: At, round: number): Promise<void> {
  await addPerson(at)
  if (round < MONTHS) await declare(at, monthAt(round))
  await logSession(at)
  if (round % 2 === 0) await issue(at)
  await at.sender.ask(at.side.staff, 'GET /people')
}

async function addPerson({ sender, side, told }: At): Promise<void> {
  const givenName = randomUUID()
  const added = await sender.ask(side.staff, 'POST /people', {
    body: {
      civility: '',
      familyName: side.marker,
      givenName,
      bornOn: '1990-01-01',
      email: '',
      phone: '',
      locale: 'fr',
      address: '',
      activity: { name: 'conseil', vatRateBp: 2000, fiscalHorsepower: null },
      isReallyNew: true,
    },
  })
  if (added !== undefined) told.people.push(givenName)
}

/** Sends a month with a receipt; staff accept it. */
async function declare({ sender, side, tester, told }: At, month: string): Promise<void> {
  const params = { month }
  const sale = typedSale('120', { soldOn: `${month}-12` })
  const sent = await sender.ask(tester, 'POST /me/declarations/:month/submission', {
    params,
    body: draft({ sales: [sale] }),
  })
  if (sent === undefined) return
  told.declarations.set(sent.id, sent.number)
  const receiptId = randomUUID()
  const kept = await sender.ask(tester, 'POST /me/declarations/:month/receipts', {
    params,
    query: { lineId: sale.id, receiptId, fileName: 'recu.png' },
    body: PNG,
  })
  if (kept !== undefined) told.receipts.push(receiptId)
  if (await accept(sender, side.staff, sent.id)) told.accepted.push(sent.id)
}

async function accept(sender: Sender, staff: Caller, id: string): Promise<boolean> {
  const read = await sender.ask(staff, 'GET /declarations/:id', { params: { id } })
  if (read === undefined) return false
  const done = await sender.ask(staff, 'POST /declarations/:id/acceptance', {
    params: { id },
    ifMatch: read.version,
  })
  return done !== undefined
}

async function logSession({ sender, side, told }: At): Promise<void> {
  const id = randomUUID()
  const logged = await sender.ask(side.tutor, 'POST /me/tutoring/sessions', {
    body: {
      id,
      tuteeIds: [side.tuteeId],
      heldOn: addDays(FIRST_HELP, told.sessions.length % DAYS_OF_HELP),
      minutes: 15,
      startsAt: null,
      endsAt: null,
      travelMinutes: 0,
      mode: 'phone',
      place: '',
      subjects: ['prices'],
      note: '',
      checked: ['over-4h', 'older-than-31-days', 'overlap', 'same-slot'],
    },
  })
  if (logged !== undefined) told.sessions.push(id)
}

async function issue({ sender, side, told }: At): Promise<void> {
  const issued = await sender.ask(side.staff, 'POST /attestations', {
    body: { kind: 'cape_entry', personId: side.capePersonId, months: [], locale: 'fr' },
  })
  if (issued !== undefined) told.attestations.set(issued.id, issued.number)
}

/** The one person of the third cooperative declares, is accepted, and the month is closed. */
async function closeOne(
  sender: Sender,
  { accountant, personId }: Closing,
  told: Told,
  round: number,
): Promise<void> {
  if (round >= MONTHS) {
    await pause(200)
    return
  }
  const month = monthAt(round)
  const sent = await sender.ask(accountant, 'POST /people/:personId/declarations/:month', {
    params: { personId, month },
    body: draft({ sales: [typedSale('120', { soldOn: `${month}-12` })] }),
  })
  if (sent === undefined) return
  told.declarations.set(sent.id, sent.number)
  if (await accept(sender, accountant, sent.id)) told.accepted.push(sent.id)
  const closed = await sender.ask(accountant, 'POST /closings/:month', {
    params: { month },
    body: { sendMails: false },
  })
  if (closed !== undefined) told.closings.set(month, closed.sha256)
}
