import { ok, type Refusal, type Result, refused } from '../result.ts'
import { applyAct, type StateTable } from '../state-table.ts'

/** A request to sign: it waits, or it has come to one of its four ends and stays there. */
export const REQUEST_STATES = ['waiting', 'signed', 'refused', 'expired', 'withdrawn'] as const
export type RequestState = (typeof REQUEST_STATES)[number]

/** One party of it. `to_check`: a signed sheet came in on paper, and a second look must confirm it. */
export const PARTY_STATES = ['waiting_turn', 'asked', 'to_check', 'signed', 'refused'] as const
export type PartyState = (typeof PARTY_STATES)[number]

type RequestAct = 'complete' | 'refuse' | 'expire' | 'withdraw'
type PartyAct = 'ask' | 'sign' | 'refuse' | 'hand_in' | 'confirm' | 'send_back'

/** The life of a request to sign and of each party of it: the one table that says what may follow what. */
export const SIGNATURE_LIFE: {
  readonly request: StateTable<RequestState, RequestAct>
  readonly party: StateTable<PartyState, PartyAct>
} = {
  request: {
    waiting: {
      complete: 'signed',
      refuse: 'refused',
      expire: 'expired',
      withdraw: 'withdrawn',
    },
    signed: {},
    refused: {},
    expired: {},
    withdrawn: {},
  },
  party: {
    waiting_turn: { ask: 'asked' },
    asked: { sign: 'signed', refuse: 'refused', hand_in: 'to_check' },
    to_check: { confirm: 'signed', send_back: 'asked' },
    signed: {},
    refused: {},
  },
}

/** Where a request stands: its own state, and its parties in the order in which they sign. */
export type SignatureLife = {
  readonly state: RequestState
  readonly parties: readonly PartyState[]
}

/** What happens to a request: to one party of it (counted from 0), or to the whole. */
export type SignatureAct =
  | {
      readonly act: 'sign' | 'refuse' | 'hand_in' | 'confirm' | 'send_back'
      readonly party: number
    }
  | { readonly act: 'expire' | 'withdraw' }

export type SignatureRefusalCode =
  | 'signature-ended'
  | 'signature-not-your-turn'
  | 'signature-already-given'

/** A new request: the first party is asked, the others wait their turn. At least one party. */
export function openedSignature(parties: number): SignatureLife {
  return {
    state: 'waiting',
    parties: Array.from({ length: parties }, (_, index) =>
      index === 0 ? 'asked' : 'waiting_turn',
    ),
  }
}

/**
 * The life after an act. The signature of one party asks the next; that of the last completes the request.
 * Refuses 'signature-ended' { state } once the request has an end, 'signature-not-your-turn' for a party
 * that is not asked yet, 'signature-already-given' for one that has already acted.
 */
export function actOnSignature(
  life: SignatureLife,
  what: SignatureAct,
): Result<SignatureLife, Refusal<SignatureRefusalCode>> {
  if (life.state !== 'waiting') return refused('signature-ended', { state: life.state })
  if (!('party' in what)) return whole(life, what.act)
  const before = life.parties[what.party]
  if (before === undefined || before === 'waiting_turn') return refused('signature-not-your-turn')
  const next = applyAct(
    SIGNATURE_LIFE.party,
    { state: before, act: what.act },
    'signature-already-given',
  )
  if (!next.ok) return next
  const acted = life.parties.map((state, index) => (index === what.party ? next.value : state))
  if (next.value === 'refused') return whole({ ...life, parties: acted }, 'refuse')
  if (next.value !== 'signed') return ok({ ...life, parties: acted })
  return acted.every((state) => state === 'signed')
    ? whole({ ...life, parties: acted }, 'complete')
    : ok({ ...life, parties: askNext(acted) })
}

/** Whether somebody is asked to act now: the place of the party whose turn it is, or null. */
export function partyInTurn(life: SignatureLife): number | null {
  if (life.state !== 'waiting') return null
  const index = life.parties.findIndex((state) => state === 'asked' || state === 'to_check')
  return index === -1 ? null : index
}

function whole(
  life: SignatureLife,
  act: RequestAct,
): Result<SignatureLife, Refusal<SignatureRefusalCode>> {
  const next = applyAct(SIGNATURE_LIFE.request, { state: life.state, act }, 'signature-ended')
  return next.ok ? ok({ ...life, state: next.value }) : next
}

function askNext(parties: readonly PartyState[]): PartyState[] {
  const next = parties.indexOf('waiting_turn')
  return parties.map((state, index) => (index === next ? 'asked' : state))
}
