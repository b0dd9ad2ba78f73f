import { type RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Database } from '../../platform/db/client.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { createRateLimiter } from '../../platform/rate-limiter.ts'
import type { Services } from '../../platform/services.ts'

const QUARTER_HOUR_SECONDS = 15 * 60

/**
 * How often one account and one network may try. A network is a whole office or a whole home behind one
 * address, so it may try more; an account is one person.
 */
const LIMITS = {
  'code-request': { account: 5, network: 60 },
  'sign-in': { account: 10, network: 150 },
  'set-up': { account: 10, network: 10 },
  demo: { account: 300, network: 300 },
  'public-code': { account: 30, network: 300 },
} as const

export type AttemptKind = keyof typeof LIMITS

/**
 * Counts one attempt, on a connection of its own: the count must stay when the request is refused, and
 * no transaction waits for it. Throws 'too-many-attempts' with the seconds to wait.
 */
export async function countAttempt(
  services: Services,
  kind: AttemptKind,
  who: { account?: string; network: string },
): Promise<void> {
  const limiters = limitersOf(services.db)
  await consume(limiters[kind].network, who.network)
  // The table is not the place to learn who tried: addresses are kept as keyed hashes.
  if (who.account !== undefined)
    await consume(limiters[kind].account, services.secrets.sign('attempts', who.account))
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw new ProblemError('unavailable')
    const minutes = Math.max(1, Math.ceil(error.msBeforeNext / 60_000))
    throw new ProblemError('too-many-attempts', { minutes })
  }
}

type Limiters = Record<AttemptKind, { account: RateLimiterPostgres; network: RateLimiterPostgres }>

const byDatabase = new WeakMap<Database, Limiters>()

function limitersOf(db: Database): Limiters {
  const known = byDatabase.get(db)
  if (known !== undefined) return known
  const limiters: Limiters = {
    'code-request': pair(db, 'code-request'),
    'sign-in': pair(db, 'sign-in'),
    'set-up': pair(db, 'set-up'),
    demo: pair(db, 'demo'),
    'public-code': pair(db, 'public-code'),
  }
  byDatabase.set(db, limiters)
  return limiters
}

function pair(db: Database, kind: AttemptKind): Limiters[AttemptKind] {
  return {
    account: limiter(db, `${kind}/account`, LIMITS[kind].account),
    network: limiter(db, `${kind}/network`, LIMITS[kind].network),
  }
}

function limiter(db: Database, keyPrefix: string, points: number): RateLimiterPostgres {
  return createRateLimiter(db, { keyPrefix, points, durationSeconds: QUARTER_HOUR_SECONDS })
}
