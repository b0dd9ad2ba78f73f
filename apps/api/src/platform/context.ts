import type { Role } from '@terreau/domain/access/roles'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { CooperativeZone } from '@terreau/domain/time/zoned-day'
import type { Locale } from '@terreau/protocol/codecs'
import type { Services } from './services.ts'

export interface HandedScreen {
  signatureId: string
  /** Whose turn it is. */
  position: number
  /** Why they sign here. */
  reason: string
}

/** Who acts. A job and a command line act for the cooperative; a visitor has only what a code opened. */
export type Actor =
  | {
      kind: 'person'
      userId: string
      /** The file of the person, then those merged into it; empty for staff without one. */
      personIds: readonly string[]
      roles: readonly Role[]
      sessionId: string
      displayName: string
      assurance: string
      /** Present while the screen is in the hands of a person who signs: the one signature that is open. */
      handed?: HandedScreen
    }
  | { kind: 'job' | 'cli'; name: string }
  | { kind: 'visitor' }

/** What a verb may know. There is no database here: `mutation` hands the transaction to `run` alone. */
export interface Context {
  readonly actor: Actor
  /** The cooperative whose data this request may see; empty for a visitor who has none yet. */
  readonly cooperativeId: string
  /** On whose clocks days begin: those of the cooperative. */
  readonly zone: CooperativeZone
  readonly today: LocalDate
  readonly now: Date
  readonly requestId: string
  readonly locale: Locale
  readonly services: Services
  /** Version the caller read (If-Match), for endpoints that are versioned. */
  readonly ifMatch: number | undefined
  /** Network address cut to its /24 or /48, for rate limits only. */
  readonly clientNetwork: string
  readonly userAgent: string
  /** What the answer carries beyond its body. */
  readonly reply: { sessionCookie?: { token: string; maxAgeSeconds: number } | 'clear' }
}

/** Id of the user behind the actor, for columns that name one. Jobs and commands have none. */
export function userIdOf(ctx: Context): string {
  if (ctx.actor.kind !== 'person') throw new Error('this act needs a signed-in person')
  return ctx.actor.userId
}

/** The actor as audit and ledger rows name it. */
export function actorLabel(actor: Actor): string {
  if (actor.kind === 'person') return actor.userId
  return actor.kind === 'visitor' ? 'visitor' : `${actor.kind}:${actor.name}`
}
