import { type Api, call } from '../../../lib/api.ts'

export type NewSession = Api['POST /me/tutoring/sessions']['body']
export type Logged = Api['POST /me/tutoring/sessions']['response']

/**
 * Sends a session. Its id, chosen on the phone, is also the key of the request: sent again after an answer
 * that was lost on the way, it gets the first answer and is one session.
 */
export function sendSession(body: NewSession): Promise<Logged> {
  return call('POST /me/tutoring/sessions', { body, idempotencyKey: body.id })
}
