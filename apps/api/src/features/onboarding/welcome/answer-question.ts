import { phoneDigits } from '@terreau/domain/names/same-person'
import { isFactValue } from '@terreau/domain/pipeline/facts'
import { factOf, type Question } from '@terreau/domain/pipeline/questions'
import { parseLocalDate } from '@terreau/domain/time/local-date'
import type { AuditEntry } from '../../../platform/audit/actions.ts'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ownPersonId } from '../../../platform/own-person.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { setOwnIdentity } from '../../people/index.ts'
import { insertFact } from '../facts/insert-fact.ts'
import { notAccepted } from '../facts/record-fact.ts'
import { askDue } from '../pieces/ask-pieces.ts'
import { resumeOf } from './own-welcome.ts'
import { forgetPlace } from './save-place.ts'

interface Answer {
  question: Question
  value: string
}

/** Answers one question of the own welcome, and says which page comes next. */
export const answerQuestion = mutation<Answer, { resume: string | null }>({
  access: 'onboarding.own',
  async run(tx, ctx, answer) {
    const personId = ownPersonId(ctx)
    const audit = await write(tx, ctx, personId, answer)
    const asked = answer.question === 'social_status' ? await askDue(tx, ctx, personId) : []
    await forgetPlace(tx, ctx, personId, answer.question)
    const resume = await resumeOf(tx, ctx, personId)
    return { value: { resume }, audit: [audit, ...asked] }
  },
})

async function write(
  tx: Tx,
  ctx: Context,
  personId: string,
  { question, value }: Answer,
): Promise<AuditEntry> {
  const entity = { kind: 'person', id: personId }
  const fact = factOf(question)
  if (fact !== null) {
    if (!isFactValue(fact, value)) throw notAccepted()
    await insertFact(tx, ctx, {
      personId,
      kind: fact,
      value,
      validFrom: ctx.today,
      saidBy: 'person',
    })
    return { action: 'person.fact-recorded', entity, after: { kind: fact, validFrom: ctx.today } }
  }
  const field = question === 'born_on' ? 'bornOn' : question === 'address' ? 'address' : 'phone'
  checkIdentityAnswer(ctx, field, value)
  await setOwnIdentity(tx, ctx, personId, { [field]: value })
  return { action: 'person.edited', entity, after: { fields: [field] } }
}

function checkIdentityAnswer(ctx: Context, field: string, value: string): void {
  const refuse = (code: string) =>
    new ProblemError('request-invalid', undefined, [{ pointer: '/body/value', code }])
  if (field === 'bornOn') {
    const day = parseLocalDate(value)
    if (day === null) throw refuse('date-does-not-exist')
    if (day >= ctx.today) throw refuse('date-in-future')
  }
  if (field === 'phone' && (value.length > 40 || phoneDigits(value).length < 8))
    throw refuse('phone-too-short')
}
