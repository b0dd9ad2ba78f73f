import pg from 'pg'

/** A text is planned once per connection from this sighting on; what is rare is not kept. */
const SEEN_BEFORE_NAMED = 3
/** Plans live in each connection's memory: texts that vary without end must not fill it. */
const MOST_NAMED = 250
const MOST_SEEN = 2_000

const seen = new Map<string, number>()
const names = new Map<string, string>()

/** The name under which the server keeps the plan of a text that comes often; undefined for the others. */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined) return known
  const times = (seen.get(text) ?? 0) + 1
  if (times < SEEN_BEFORE_NAMED) {
    if (seen.size < MOST_SEEN) seen.set(text, times)
    return undefined
  }
  if (names.size >= MOST_NAMED) return undefined
  const name = `q${names.size}`
  names.set(text, name)
  seen.delete(text)
  return name
}

/**
 * A connection that has the server keep the plan of what is asked often: reading a statement of ours and
 * planning it behind row-level security costs more than running it.
 */
export class PreparingClient extends pg.Client {
  /** Counts up when the schema changed under the kept plans; they are then made again under new names. */
  #generation = 0

  constructor(config?: string | pg.ClientConfig) {
    super(config)
    const send = this.query.bind(this) as Send
    // The driver declares a dozen overloads of `query`; only the plain text with values is named here.
    const prepared: Send = (text, values, ...others) => {
      const isPlain = typeof text === 'string' && Array.isArray(values) && others.length === 0
      const name = isPlain && values.length > 0 ? nameOf(text) : undefined
      if (name === undefined) return send(text, values, ...others)
      const asked = send({ name: `${name}.${this.#generation}`, text, values })
      if (asked instanceof Promise) {
        asked.catch((error: unknown) => {
          if (isStalePlan(error)) this.#generation += 1
        })
      }
      return asked
    }
    this.query = prepared as typeof this.query
  }
}

type Send = (...given: unknown[]) => unknown

/** "cached plan must not change result type": the schema moved on under a running process. */
export function isStalePlan(error: unknown): boolean {
  return (
    error instanceof pg.DatabaseError &&
    error.code === '0A000' &&
    error.routine === 'RevalidateCachedQuery'
  )
}
