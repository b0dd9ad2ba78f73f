import type { RecapAnswer } from '@terreau/domain/declarations/recap'
import type { YearMonth } from '@terreau/domain/time/year-month'
import { userIdOf } from '../../../platform/context.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ownPersonId } from '../../../platform/own-person.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { findDeclaration } from '../own-declaration.ts'
import { requireMonth } from '../own-months.ts'
import { hasLine } from '../questions/has-line.ts'
import { declaredDigest } from './declared-digest.ts'
import { recapState } from './recap-state.ts'

interface Answer {
  month: YearMonth
  activity: string | undefined
  answer: RecapAnswer
  lineId: string | null
  words: string
}

/** The person says whether what staff typed during a call is what they said. */
export const answerRecap = mutation<Answer, { state: RecapAnswer }>({
  access: 'declaration.declare',
  async run(tx, ctx, { answer, lineId, words, ...asked }) {
    const { cooperativeId } = ctx
    const month = await requireMonth(tx, ctx, { ...asked, personId: ownPersonId(ctx) })
    const declaration = await findDeclaration(tx, cooperativeId, month, { isLocked: true })
    if (declaration === undefined || declaration.state === 'draft') {
      throw new ProblemError('recap-not-asked')
    }
    const known = await recapState(tx, cooperativeId, declaration)
    if (known === null) throw new ProblemError('recap-not-asked')
    const isSame = known.state === answer && known.lineId === lineId && known.words === words
    if (isSame) return { value: { state: answer }, audit: 'unchanged' }
    if (lineId !== null && !(await hasLine(tx, ctx, declaration.id, lineId))) {
      throw new ProblemError('not-found')
    }
    const last = await tx
      .selectFrom('declarationConfirmation')
      .select((eb) => eb.fn.max('n').as('n'))
      .where('cooperativeId', '=', cooperativeId)
      .where('declarationId', '=', declaration.id)
      .executeTakeFirst()
    await tx
      .insertInto('declarationConfirmation')
      .values({
        cooperativeId,
        declarationId: declaration.id,
        n: (last?.n ?? 0) + 1,
        answer,
        lineId,
        words,
        linesDigest: await declaredDigest(tx, cooperativeId, declaration.id),
        answeredBy: userIdOf(ctx),
        answeredAt: ctx.now,
      })
      .execute()
    const entity = { kind: 'declaration', id: declaration.id }
    const after = { answer, lineId }
    return {
      value: { state: answer },
      audit: [{ action: 'declaration.recap-answered', entity, after }],
    }
  },
})
