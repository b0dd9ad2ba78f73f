import { endpoint } from './endpoint.ts'
import { confirmationToken, ofSession } from './tutoring-schemas.ts'

const HEARING_PROBLEMS = ['file-in-quarantine', 'file-dangerous', 'file-erased'] as const

/** A note about a session that the tutor says instead of writing it. */
export const tutoringVoiceEndpoints = [
  endpoint({
    method: 'POST',
    path: '/me/tutoring/sessions/:sessionId/voice',
    tag: 'tutoring',
    summary: 'Adds a spoken note to a session (WebM or MP4, 2 MB at most), once',
    access: 'tutoring.log',
    params: ofSession,
    bodyKind: 'voice',
    problems: ['tutoring-act-not-allowed', 'voice-unreadable', 'file-dangerous'],
  }),
  endpoint({
    method: 'GET',
    path: '/me/tutoring/sessions/:sessionId/voice',
    tag: 'tutoring',
    summary: 'The spoken note of one of the tutor’s own sessions',
    access: 'tutoring.own',
    params: ofSession,
    responseKind: 'file',
    problems: HEARING_PROBLEMS,
  }),
  endpoint({
    method: 'GET',
    path: '/confirmations/:token/voice',
    tag: 'tutoring',
    summary: 'What the tutor said about the session, for the person helped',
    access: 'public',
    params: confirmationToken,
    responseKind: 'file',
    problems: ['code-unknown', 'link-expired', ...HEARING_PROBLEMS],
  }),
  endpoint({
    method: 'GET',
    path: '/tutoring/sessions/:sessionId/voice',
    tag: 'tutoring',
    summary: 'The spoken note of a session, for who settles and approves',
    access: 'tutoring.approve',
    params: ofSession,
    responseKind: 'file',
    problems: HEARING_PROBLEMS,
  }),
] as const
