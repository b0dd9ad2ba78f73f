import { randomUUID } from 'node:crypto'
import { userIdOf } from '../../../platform/context.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { lockDeclarations, setState } from '../lock-declarations.ts'
import { mailPerson } from '../mail-person.ts'
import { hasLine } from './has-line.ts'

interface NewQuestion {
  declarationId: string
  lineId: string | null
  text: string
}

/** Asks the person something. She finds it in her space at once; the mail leaves a little later. */
export const askQuestion = mutation<
  NewQuestion,
  { questionId: string; mailLeavesAt: string | null }
>({
  access: 'declaration.review',
  async run(tx, ctx, input) {
    const [declaration] = await lockDeclarations(tx, ctx, [input.declarationId])
    if (declaration === undefined) throw new ProblemError('not-found')
    if (declaration.state !== 'submitted' && declaration.state !== 'question') {
      throw new ProblemError('declaration-not-to-review', { number: declaration.number ?? '' })
    }
    if (input.lineId !== null && !(await hasLine(tx, ctx, declaration.id, input.lineId))) {
      throw new ProblemError('not-found')
    }
    const questionId = randomUUID()
    const mail = await mailPerson(tx, ctx, {
      template: 'declaration-question',
      declaration,
      words: input.text,
    })
    await tx
      .insertInto('question')
      .values({
        cooperativeId: ctx.cooperativeId,
        declarationId: declaration.id,
        id: questionId,
        lineId: input.lineId,
        askedBy: userIdOf(ctx),
        askedAt: ctx.now,
        text: input.text,
        mailId: mail?.job.mailId ?? null,
      })
      .execute()
    await setState(tx, ctx, declaration.id, 'question')
    const entity = { kind: 'declaration', id: declaration.id }
    const after = { questionId, lineId: input.lineId }
    return {
      value: { questionId, mailLeavesAt: mail?.leavesAt.toISOString() ?? null },
      audit: [{ action: 'question.asked', entity, after }],
      jobs: mail === null ? [] : [mail.job],
    }
  },
})
