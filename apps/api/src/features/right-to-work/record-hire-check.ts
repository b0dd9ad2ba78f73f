import { randomUUID } from 'node:crypto'
import { silenceMeansDoneOn } from '@terreau/domain/right-to-work/right-to-work'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { userIdOf } from '../../platform/context.ts'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { refreshClocks } from '../clocks/index.ts'
import { personExists } from '../people/index.ts'
import { requireProof } from './require-proof.ts'
import { seatDepartment } from './right-to-work-for.ts'

interface NewCheck {
  personId: string
  kind: 'prefecture' | 'job_seeker' | 'student'
  doneOn: LocalDate
  documentId?: string | undefined
}

/** What was done before a hire, on the day its paper bears. */
export const recordHireCheck = mutation<NewCheck, { id: string }>({
  access: 'permit.edit',
  async run(tx, ctx, input) {
    await personExists(tx, ctx, input.personId)
    await requireProof(tx, ctx.cooperativeId, input)
    if (input.doneOn > ctx.today) {
      const errors = [{ pointer: '/body/doneOn', code: 'date-in-future' }]
      throw new ProblemError('request-invalid', undefined, errors)
    }
    const id = randomUUID()
    const department = await seatDepartment(tx, ctx.cooperativeId)
    await tx
      .insertInto('hireCheck')
      .values({
        cooperativeId: ctx.cooperativeId,
        id,
        personId: input.personId,
        kind: input.kind,
        doneOn: input.doneOn,
        department: input.kind === 'job_seeker' ? '' : department,
        documentId: input.documentId ?? null,
        recordedAt: ctx.now,
        recordedBy: userIdOf(ctx),
      })
      .execute()
    await refreshClocks(tx, ctx, input.personId)
    const entity = { kind: 'person', id: input.personId }
    const after = { checkId: id, kind: input.kind, doneOn: input.doneOn }
    return { value: { id }, audit: [{ action: 'hire-check.recorded', entity, after }] }
  },
})

interface Answered {
  checkId: string
  answer: 'authentic' | 'refused' | 'no_answer'
  answeredOn: LocalDate
}

/** The answer of the préfet; silence counts once two working days have passed (R5221-42). */
export const answerHireCheck = mutation<Answered, undefined>({
  access: 'permit.edit',
  async run(tx, ctx, input) {
    const check = found(
      await tx
        .selectFrom('hireCheck')
        .select(['id', 'personId', 'doneOn', 'department', 'answer'])
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('id', '=', input.checkId)
        .where('kind', '=', 'prefecture')
        .forUpdate()
        .executeTakeFirst(),
    )
    if (check.answer !== null) throw new ProblemError('hire-check-answered')
    refuseWrongDay(check, input, ctx.today)
    await tx
      .updateTable('hireCheck')
      .set({ answer: input.answer, answeredOn: input.answeredOn })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', check.id)
      .execute()
    const entity = { kind: 'person', id: check.personId }
    const after = { checkId: check.id, answer: input.answer, answeredOn: input.answeredOn }
    return { value: undefined, audit: [{ action: 'hire-check.answered', entity, after }] }
  },
})

function refuseWrongDay(
  check: { doneOn: string; department: string },
  { answer, answeredOn }: Answered,
  today: LocalDate,
): void {
  const askedOn = localDate(check.doneOn)
  const silenceOn = silenceMeansDoneOn(askedOn, check.department)
  if (answer === 'no_answer' && answeredOn <= silenceOn)
    throw new ProblemError('silence-too-early', { until: silenceOn })
  const code =
    answeredOn > today ? 'date-in-future' : answeredOn < askedOn ? 'date-too-early' : null
  if (code === null) return
  throw new ProblemError('request-invalid', undefined, [{ pointer: '/body/answeredOn', code }])
}
