import { createHash } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { readFile, storeFile } from '../../platform/files/store.ts'
import type { FileAnswer } from '../../platform/http/mount.ts'
import { mutation } from '../../platform/mutation.ts'
import { ownPersonIds } from '../../platform/own-person.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import type { SafeVoice } from '../../platform/uploads/inspect-upload.ts'
import { lockSession } from './write-session.ts'

const EXTENSIONS = { 'audio/webm': 'webm', 'audio/mp4': 'm4a' } as const

/**
 * The tutor says a note about a session, once. It changes nothing that was confirmed: a phone without network
 * may bring it after the answer of the person helped. The very same recording again is no second one.
 */
export const addSessionVoice = mutation<{ sessionId: string; voice: SafeVoice }, undefined>({
  access: 'tutoring.log',
  async run(tx, ctx, { sessionId, voice }) {
    const session = await lockSession(tx, ctx, { sessionId, tutorIds: ownPersonIds(ctx) })
    if (session.cancelledAt !== null) throw new ProblemError('not-found')
    if (session.voiceFileId !== null) {
      if (await isSame(tx, ctx, session.voiceFileId, voice)) {
        return { value: undefined, audit: 'unchanged' }
      }
      throw new ProblemError('tutoring-act-not-allowed')
    }
    if (session.state === 'approved' || session.state === 'set_aside') {
      throw new ProblemError('tutoring-act-not-allowed')
    }
    const { mediaType } = voice
    const fileName = `note-${sessionId}.${EXTENSIONS[mediaType]}`
    const stored = await storeFile(tx, ctx, { ...voice, fileName })
    await tx
      .updateTable('tutoringSession')
      .set({ voiceFileId: stored.id })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', sessionId)
      .execute()
    const entity = { kind: 'tutoring-session', id: sessionId }
    return {
      value: undefined,
      audit: [{ action: 'tutoring.voice-added', entity, after: { mediaType } }],
    }
  },
})

async function isSame(tx: Tx, ctx: Context, fileId: string, voice: SafeVoice): Promise<boolean> {
  const stored = await tx
    .selectFrom('storedFile')
    .select('sha256')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', fileId)
    .executeTakeFirst()
  return stored?.sha256.equals(createHash('sha256').update(voice.bytes).digest()) === true
}

/** The spoken note of a session that stands, of one tutor when given. */
export async function sessionVoice(
  tx: Tx,
  cooperativeId: string,
  of: { sessionId: string; tutorIds?: readonly string[] },
): Promise<FileAnswer> {
  const { tutorIds } = of
  const base = tx
    .selectFrom('tutoringSession')
    .select((eb) => eb.ref('voiceFileId').$notNull().as('fileId'))
    .where('cooperativeId', '=', cooperativeId)
    .where('id', '=', of.sessionId)
    .where('voiceFileId', 'is not', null)
    .where('cancelledAt', 'is', null)
  const row = await (tutorIds === undefined
    ? base
    : base.where(({ eb, val }) => eb('tutorPersonId', '=', eb.fn.any(val(tutorIds))))
  ).executeTakeFirst()
  const { mediaType, fileName, bytes } = await readFile(tx, cooperativeId, found(row).fileId)
  return { mediaType, fileName, bytes }
}
