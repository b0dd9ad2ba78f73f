import { userIdOf } from '../../../platform/context.ts'
import { storeFile } from '../../../platform/files/store.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import type { SafeVoice } from '../../../platform/uploads/inspect-upload.ts'
import { settleState } from './open-questions.ts'
import { ownQuestion } from './own-question.ts'

const EXTENSIONS = { 'audio/webm': 'webm', 'audio/mp4': 'm4a' } as const

/** The person answers aloud. A voice without words is an answer: its words are empty. */
export const answerByVoice = mutation<
  { questionId: string; voice: SafeVoice },
  { state: 'submitted' | 'question' }
>({
  access: 'declaration.declare',
  async run(tx, ctx, { questionId, voice }) {
    const { declaration, answer, voiceFileId } = await ownQuestion(tx, ctx, questionId)
    if (voiceFileId !== null) throw new ProblemError('question-already-answered')
    const { mediaType } = voice
    const number = declaration.number ?? ''
    const fileName = `reponse-${number}.${EXTENSIONS[mediaType]}`
    const stored = await storeFile(tx, ctx, { ...voice, fileName })
    await tx
      .updateTable('question')
      .set({
        answer: answer ?? '',
        voiceFileId: stored.id,
        answeredBy: userIdOf(ctx),
        answeredAt: ctx.now,
      })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('declarationId', '=', declaration.id)
      .where('id', '=', questionId)
      .execute()
    const state = await settleState(tx, ctx, declaration)
    const entity = { kind: 'declaration', id: declaration.id }
    const after = { questionId, state, mediaType }
    return { value: { state }, audit: [{ action: 'question.answered', entity, after }] }
  },
})
