import { pick } from '@terreau/protocol/endpoint'
import { tutoringVoiceEndpoints } from '@terreau/protocol/tutoring-voices'
import { mount, type Router } from '../../platform/http/mount.ts'
import { ownPersonIds } from '../../platform/own-person.ts'
import { countAttempt } from '../access/index.ts'
import { openConfirmation } from './open-confirmation.ts'
import { addSessionVoice, sessionVoice } from './session-voice.ts'

const on = tutoringVoiceEndpoints

/** A spoken note: who says it, and the three who hear it. */
export function mountVoices(router: Router): void {
  mount(router, pick(on, 'POST /me/tutoring/sessions/:sessionId/voice'), ({ ctx, params, body }) =>
    addSessionVoice(ctx, { ...params, voice: body }),
  )
  mount(router, pick(on, 'GET /me/tutoring/sessions/:sessionId/voice'), ({ tx, ctx, params }) =>
    sessionVoice(tx, ctx.cooperativeId, { ...params, tutorIds: ownPersonIds(ctx) }),
  )
  mount(router, pick(on, 'GET /tutoring/sessions/:sessionId/voice'), ({ tx, ctx, params }) =>
    sessionVoice(tx, ctx.cooperativeId, params),
  )
  mount(
    router,
    pick(on, 'GET /confirmations/:token/voice'),
    async ({ tx, ctx, params: { token } }) => {
      const { cooperativeId, sessionId } = await openConfirmation(tx, token, ctx.now)
      return sessionVoice(tx, cooperativeId, { sessionId })
    },
    ({ services, clientNetwork }) =>
      countAttempt(services, 'public-code', { network: clientNetwork }),
  )
}
