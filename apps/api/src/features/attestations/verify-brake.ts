import { type RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Database } from '../../platform/db/client.ts'
import { createRateLimiter } from '../../platform/rate-limiter.ts'
import type { Services } from '../../platform/services.ts'

const WINDOW_SECONDS = 10 * 60
/**
 * A short code has 43 random bits. Wrong ones are counted per network, and over all networks together so
 * that many machines guess no faster than one. A desk that checks real papers all day is never slowed.
 */
const WRONG_PER_NETWORK = 20
const WRONG_EVERYWHERE = 300
const VISITS_PER_NETWORK = 600
const EVERYWHERE = 'all'

interface Brakes {
  visits: RateLimiterPostgres
  wrong: RateLimiterPostgres
  wrongEverywhere: RateLimiterPostgres
}

/** Minutes to wait before this network may look a code up again; null when it may do so now. */
export async function minutesToWait(
  services: Services,
  visit: { network: string; isShort: boolean },
): Promise<number | null> {
  const { visits, wrong, wrongEverywhere } = brakesOf(services.db)
  const waits = await Promise.all([
    visits.consume(visit.network).then(() => 0, waitOf),
    spentUp(wrong, visit.network, WRONG_PER_NETWORK),
    // Nobody guesses a long code: scanning stays open while guessers keep the short ones closed.
    visit.isShort ? spentUp(wrongEverywhere, EVERYWHERE, WRONG_EVERYWHERE) : 0,
  ])
  const longest = Math.max(...waits)
  return longest === 0 ? null : Math.max(1, Math.ceil(longest / 60_000))
}

/** Counts a code that does not exist. */
export async function countWrongCode(
  services: Services,
  visit: { network: string; isShort: boolean },
): Promise<void> {
  const { wrong, wrongEverywhere } = brakesOf(services.db)
  await wrong.penalty(visit.network)
  if (visit.isShort) await wrongEverywhere.penalty(EVERYWHERE)
}

async function spentUp(limiter: RateLimiterPostgres, key: string, points: number): Promise<number> {
  const now = await limiter.get(key)
  return now !== null && now.consumedPoints >= points ? now.msBeforeNext : 0
}

function waitOf(error: unknown): number {
  if (error instanceof RateLimiterRes) return error.msBeforeNext
  throw error
}

const byDatabase = new WeakMap<Database, Brakes>()

function brakesOf(db: Database): Brakes {
  const known = byDatabase.get(db)
  if (known !== undefined) return known
  const brake = (keyPrefix: string, points: number): RateLimiterPostgres =>
    createRateLimiter(db, { keyPrefix, points, durationSeconds: WINDOW_SECONDS })
  const brakes = {
    visits: brake('verify/visits', VISITS_PER_NETWORK),
    wrong: brake('verify/wrong', WRONG_PER_NETWORK),
    wrongEverywhere: brake('verify/wrong-everywhere', WRONG_EVERYWHERE),
  }
  byDatabase.set(db, brakes)
  return brakes
}
