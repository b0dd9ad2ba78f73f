import type { LocalDate } from '../time/local-date.ts'
import { monthOf, yearOf } from '../time/year-month.ts'

/**
 * Somebody helped somebody on a day, as the person helped confirmed it: at least the first day of each pair in
 * each year, and the last. The days between change nothing.
 */
export interface HelpEvent {
  readonly tutorId: string
  readonly tuteeId: string
  readonly on: LocalDate
}

/** Somebody who helped others, in a chain: they were helped first, or somebody they helped now helps. */
export interface ChainHelper {
  readonly id: string
  /** Who helped them first, and when, if that was before they helped anybody. */
  readonly helpedBy: { readonly id: string; readonly on: LocalDate } | null
  readonly helpsFrom: LocalDate
  /** Whom they helped, each with the first day, oldest first. */
  readonly people: readonly { readonly id: string; readonly on: LocalDate }[]
  /** How many of these people helped a third person on a later day. */
  readonly nowHelping: number
  /** 0 for who was helped by nobody before; one more for each step of the chain. */
  readonly step: number
}

export interface RippleYear {
  readonly year: number
  /** People who gave help, and people who received some, in this year. */
  readonly helpers: number
  readonly helped: number
  /** People helped before, who gave help for the first time in this year. */
  readonly newHelpers: number
}

export interface Ripple {
  readonly helpers: number
  readonly helped: number
  /** People who were helped, and for the first time on a later day helped others. */
  readonly becameHelpers: number
  /** How many people the longest chain of helpers has; 0 without any. */
  readonly longestChain: number
  readonly years: readonly RippleYear[]
  /** Depth first, each under who helped them first, oldest first. */
  readonly chains: readonly ChainHelper[]
}

type Helper = Life & { helpsFrom: LocalDate }

interface Life {
  readonly id: string
  /** The first day of each person helped. */
  readonly people: Map<string, LocalDate>
  readonly given: HelpEvent[]
  helpsFrom: LocalDate | null
  helpedBy: { id: string; on: LocalDate } | null
}

/**
 * Who helped whom over the years. A person helped who helps becomes the next link of a chain only when they
 * helped for the first time **after** the day they were first helped, and not only the one who helped them:
 * nobody is their own ancestor, and two people who help each other are no chain. Nothing here compares people: the order is that of days.
 */
export function rippleOf(events: readonly HelpEvent[]): Ripple {
  const lives = livesOf(events)
  const all = [...lives.values()]
  const helpers = all.filter(isHelper)
  const became = helpers.filter(wasHelpedFirst)
  const chains = chainsOf(lives, helpers)
  return {
    helpers: helpers.length,
    helped: all.filter((life) => life.helpedBy !== null).length,
    becameHelpers: became.length,
    longestChain: chains.reduce((most, helper) => Math.max(most, helper.step + 1), 0),
    years: yearsOf(events, became),
    chains,
  }
}

function livesOf(events: readonly HelpEvent[]): Map<string, Life> {
  const lives = new Map<string, Life>()
  const lifeOf = (id: string): Life => {
    const life = lives.get(id) ?? {
      id,
      people: new Map(),
      given: [],
      helpsFrom: null,
      helpedBy: null,
    }
    lives.set(id, life)
    return life
  }
  for (const event of events.toSorted(byDay)) {
    const { tutorId, tuteeId, on } = event
    const tutor = lifeOf(tutorId)
    const tutee = lifeOf(tuteeId)
    tutor.given.push(event)
    tutor.helpsFrom ??= on
    tutee.helpedBy ??= { id: tutorId, on }
    if (!tutor.people.has(tuteeId)) tutor.people.set(tuteeId, on)
  }
  return lives
}

/** By day; two of the same day by ids, so that the same events give the same picture. */
function byDay(left: HelpEvent, right: HelpEvent): number {
  const keyOf = ({ on, tutorId, tuteeId }: HelpEvent) => `${on} ${tutorId} ${tuteeId}`
  return keyOf(left) < keyOf(right) ? -1 : 1
}

function isHelper(life: Life): life is Helper {
  return life.helpsFrom !== null
}

function wasHelpedFirst({ helpedBy, helpsFrom, people }: Helper): boolean {
  return (
    helpedBy !== null &&
    helpedBy.on < helpsFrom &&
    [...people.keys()].some((id) => id !== helpedBy.id)
  )
}

/** Every helper above whom or under whom somebody helps, from the first of each chain down. */
function chainsOf(lives: ReadonlyMap<string, Life>, helpers: readonly Helper[]): ChainHelper[] {
  const next = new Map<string, Helper[]>()
  for (const life of helpers.filter(wasHelpedFirst)) {
    const above = life.helpedBy?.id ?? ''
    const under = next.get(above) ?? []
    under.push(life)
    next.set(above, under)
  }
  const chain: ChainHelper[] = []
  const waiting = helpers
    .filter((life) => !wasHelpedFirst(life) && (next.has(life.id) || nowHelpingOf(life, lives) > 0))
    .map((life) => ({ life, step: 0 }))
    .toReversed()
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const { life, step } = at
    chain.push(helperOf(life, { step, lives }))
    const under = (next.get(life.id) ?? []).toReversed()
    for (const one of under) waiting.push({ life: one, step: step + 1 })
  }
  return chain
}

function helperOf(
  life: Helper,
  { step, lives }: { step: number; lives: ReadonlyMap<string, Life> },
): ChainHelper {
  return {
    id: life.id,
    helpedBy: step === 0 ? null : life.helpedBy,
    helpsFrom: life.helpsFrom,
    people: [...life.people].map(([id, on]) => ({ id, on })),
    nowHelping: nowHelpingOf(life, lives),
    step,
  }
}

function nowHelpingOf(life: Life, lives: ReadonlyMap<string, Life>): number {
  // In the order of days: the last one to somebody else says it, however many came before.
  const isNowHelping = ([id, since]: readonly [string, LocalDate]) => {
    const last = lives.get(id)?.given.findLast(({ tuteeId }) => tuteeId !== life.id)
    return last !== undefined && last.on > since
  }
  return [...life.people].filter(isNowHelping).length
}

function yearsOf(events: readonly HelpEvent[], became: readonly Helper[]): RippleYear[] {
  const years = [...new Set(events.map((event) => dayYear(event.on)))].sort((a, b) => a - b)
  return years.map((year) => {
    const ofYear = events.filter((event) => dayYear(event.on) === year)
    return {
      year,
      helpers: new Set(ofYear.map((event) => event.tutorId)).size,
      helped: new Set(ofYear.map((event) => event.tuteeId)).size,
      newHelpers: became.filter((life) => dayYear(life.helpsFrom) === year).length,
    }
  })
}

function dayYear(day: LocalDate): number {
  return yearOf(monthOf(day))
}
