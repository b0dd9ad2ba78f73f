import { randomUUID } from 'node:crypto'
import { formatMonth } from '@terreau/i18n/format'
import { type Context, userIdOf } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { lockDeclarations, setState } from '../lock-declarations.ts'
import { hasLine } from './has-line.ts'

/** Time to take a question back before its message leaves. */
const UNDO_MINUTES = 5

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
    const mail = await mailQuestion(tx, ctx, declaration, input.text)
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

/** Somebody without an address still finds the question in her space. */
async function mailQuestion(
  tx: Tx,
  ctx: Context,
  declaration: { personId: string; concernsMonth: string },
  question: string,
) {
  const person = await tx
    .selectFrom('person as p')
    .innerJoin('cooperative as c', 'c.id', 'p.cooperativeId')
    .select(['p.givenName', 'p.familyName', 'p.email', 'p.locale', 'c.name'])
    .where('p.cooperativeId', '=', ctx.cooperativeId)
    .where('p.id', '=', declaration.personId)
    .executeTakeFirstOrThrow()
  if (person.email === '') return null
  const locale = person.locale === 'en' ? 'en' : 'fr'
  const leavesAt = new Date(ctx.now.getTime() + UNDO_MINUTES * 60_000)
  const job = await queueMail(tx, ctx, {
    template: 'declaration-question',
    params: {
      adviser: ctx.actor.kind === 'person' ? ctx.actor.displayName : person.name,
      name: person.givenName,
      month: formatMonth(declaration.concernsMonth, locale),
      question,
      link: `${ctx.services.config.publicUrl}/moi/declarer/${declaration.concernsMonth}`,
      cooperative: person.name,
    },
    to: { name: `${person.givenName} ${person.familyName}`, address: person.email, locale },
    notBefore: leavesAt,
  })
  return { job, leavesAt }
}
