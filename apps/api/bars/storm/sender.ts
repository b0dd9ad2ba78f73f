import { randomUUID } from 'node:crypto'
import type { Api, Route } from '@terreau/protocol/api'
import type { Caller } from '../../test/test-app.ts'
import { pause } from '../bar.ts'

/** What a client asks for, as the wire has it. */
interface Request<R extends Route> {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: Api[R]['body'] | Uint8Array
  ifMatch?: number
}

/** What happened to requests, told by those who sent them. */
export interface Sent {
  /** Writes that were answered with yes. */
  acknowledged: number
  repeated: number
  /** Answers that are neither yes nor "ask again", by route and code. */
  refusals: string[]
  /** Answers in which the other cooperative shows. */
  foreign: number
}

const LONGEST_MS = 90_000

/** The answer to a request that was answered: what was asked for, or no, and why. */
export type Reply<T> = { value: T } | { refusal: { code: string; text: string } }

/**
 * A phone on a bad line: a write leaves twice at once, and again under the same key until there is an
 * answer. On a good line it leaves once.
 */
export class Sender {
  readonly sent: Sent
  readonly #url: string
  readonly #othersMarker: string
  readonly #isSabotaged: boolean
  readonly #isGoodLine: boolean

  constructor(
    url: string,
    sent: Sent,
    options: { othersMarker: string; isSabotaged: boolean; isGoodLine?: boolean },
  ) {
    this.#url = url
    this.sent = sent
    this.#othersMarker = options.othersMarker
    this.#isSabotaged = options.isSabotaged
    this.#isGoodLine = options.isGoodLine === true
  }

  /** For requests that nothing speaks against: undefined when refused all the same, and that is noted. */
  async ask<R extends Route>(
    caller: Caller,
    route: R,
    request: Request<R> = {},
  ): Promise<Api[R]['response'] | undefined> {
    const reply = await this.reply(caller, route, request)
    if ('value' in reply) return reply.value
    this.sent.refusals.push(`${route} ${reply.refusal.text}`)
    return undefined
  }

  /** For requests that may be refused. */
  async reply<R extends Route>(
    caller: Caller,
    route: R,
    request: Request<R> = {},
  ): Promise<Reply<Api[R]['response']>> {
    const key = randomUUID()
    const isRead = route.startsWith('GET ')
    const since = performance.now()
    while (performance.now() - since < LONGEST_MS) {
      const keys = isRead || this.#isGoodLine ? [key] : [key, key]
      const answers = await Promise.all(
        keys.map((same) =>
          this.#once(caller, route, request, this.#isSabotaged ? randomUUID() : same),
        ),
      )
      const yes = answers.find((answer) => answer !== undefined && answer.status < 300)
      if (yes !== undefined) {
        if (!isRead) this.sent.acknowledged += 1
        return { value: yes.text === '' ? null : JSON.parse(yes.text) }
      }
      const no = answers.find((answer) => answer !== undefined && isFinal(answer))
      if (no !== undefined) return { refusal: refusalOf(no) }
      this.sent.repeated += 1
      await pause(100)
    }
    return { refusal: { code: 'no-answer', text: 'never got an answer' } }
  }

  async #once<R extends Route>(
    caller: Caller,
    route: R,
    { params = {}, query = {}, body, ifMatch }: Request<R>,
    key: string,
  ): Promise<Answer | undefined> {
    const [method = 'GET', template = ''] = route.split(' ')
    const path = template.replaceAll(/:(\w+)/g, (_all, name: string) => params[name] ?? '')
    const isBytes = body instanceof Uint8Array
    try {
      const response = await fetch(`${this.#url}/api${path}?${new URLSearchParams(query)}`, {
        method,
        signal: AbortSignal.timeout(20_000),
        headers: {
          cookie: caller.cookie,
          ...(method === 'GET' ? {} : { origin: this.#url, 'idempotency-key': key }),
          ...(body === undefined
            ? {}
            : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
          ...(ifMatch === undefined ? {} : { 'if-match': String(ifMatch) }),
        },
        ...(body === undefined ? {} : { body: isBytes ? Buffer.from(body) : JSON.stringify(body) }),
      })
      const text = await response.text()
      if (text.includes(this.#othersMarker)) this.sent.foreign += 1
      return { status: response.status, text }
    } catch {
      return undefined
    }
  }
}

interface Answer {
  status: number
  text: string
}

function refusalOf({ status, text }: Answer): { code: string; text: string } {
  const code = /"code":"([a-z-]+)"/.exec(text)?.[1] ?? String(status)
  return { code, text: `${status} ${text.slice(0, 200)}` }
}

/** Too busy, not there, or a twin under way: whoever asks again gets an answer. */
function isFinal({ status, text }: Answer): boolean {
  return status >= 400 && status < 500 && status !== 429 && !text.includes('idempotency-busy')
}
