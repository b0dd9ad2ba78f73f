import { hash, verify } from '@node-rs/argon2'
import { ProblemError } from '../../platform/problem-error.ts'

/** Argon2id (the library's default kind), 64 MiB, 3 passes: about a tenth of a second of one core. */
const COST = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 }
const AT_ONCE = 2
const MOST_WAITING = 20

let running = 0
const waiting: (() => void)[] = []

/** The hash to store. Throws 'unavailable' when too many hashes wait: memory is bounded, not the queue. */
export function hashPassword(password: string): Promise<string> {
  return oneOfTwo(() => hash(password, COST))
}

/** Whether the password is the one behind the hash; without a hash, the same work for nothing. */
export function isPasswordOf(stored: string | null, password: string): Promise<boolean> {
  return oneOfTwo(async () => {
    if (stored !== null) return verify(stored, password)
    await hash(password, COST)
    return false
  })
}

/** Each hash fills 64 MiB and a core, so a burst of sign-ins may not start them all. */
async function oneOfTwo<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw new ProblemError('unavailable')
    await new Promise<void>((start) => waiting.push(start))
  } else {
    running += 1
  }
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}
