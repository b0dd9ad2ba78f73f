import type { IncomingMessage } from 'node:http'

export interface HttpEnv {
  Bindings: { incoming?: IncomingMessage }
  Variables: { nonce: string; requestId: string; logFacts: LogFacts }
}

/** What a request adds to its log line: opaque ids and patterns, never content. */
export interface LogFacts {
  route?: string
  cooperativeId?: string
  userId?: string
  problem?: string
}
