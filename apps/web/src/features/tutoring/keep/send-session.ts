import { type Api, call, upload } from '../../../lib/api.ts'
import type { Voice } from '../../../ui/phone/voice/voice-recorder.tsx'

export type NewSession = Api['POST /me/tutoring/sessions']['body']
export type Logged = Api['POST /me/tutoring/sessions']['response']

/**
 * Sends a session. Its id, chosen on the phone, is also the key of the request: sent again after an answer
 * that was lost on the way, it gets the first answer and is one session.
 */
export function sendSession(body: NewSession): Promise<Logged> {
  return call('POST /me/tutoring/sessions', { body, idempotencyKey: body.id })
}

/** Sends the spoken note of a session that the server has; its key makes a second sending the same one. */
export function sendVoice(sessionId: string, { blob, key }: Voice): Promise<unknown> {
  return upload('POST /me/tutoring/sessions/:sessionId/voice', blob, {
    params: { sessionId },
    idempotencyKey: key,
  })
}
