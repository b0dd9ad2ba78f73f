import type { SalaryWish } from '@terreau/domain/pay/estimate-salary'
import { SALARY_MODEL } from '@terreau/domain/pay/salary-model'
import { SALARY_LEAST_BUDGET, type SalaryTerms } from '@terreau/domain/pay/salary-terms'
import type { Context } from '../../platform/context.ts'
import { ProblemError, refuse } from '../../platform/problem-error.ts'
import { SalaryEngineError } from '../../platform/salary/engine.ts'

/** One estimate with what it rests on. It may take a second: never inside a transaction. */
export async function estimate(
  ctx: Pick<Context, 'services' | 'today'>,
  terms: SalaryTerms,
  wish: SalaryWish,
) {
  const answer = await ctx.services.salary.estimate({ terms, wish }).catch((error: unknown) => {
    if (!(error instanceof SalaryEngineError)) throw error
    ctx.services.log.warn({ cause: String(error.cause) }, 'the salary model gave no answer')
    throw new ProblemError('unavailable')
  })
  if (!answer.ok) return refuse(answer.refusal)
  const { figures, ...found } = answer.value
  return {
    ...wish,
    ...figures,
    month: terms.month,
    ...found,
    leastBudgetCents: SALARY_LEAST_BUDGET,
    terms: {
      headcount: terms.headcount,
      accidentRateBp: Number(terms.accidentRateBp),
      healthCoverCents: terms.healthCoverCents,
      healthEmployerShareBp: Number(terms.healthEmployerShareBp),
    },
    estimatedOn: ctx.today,
    engineVersion: SALARY_MODEL.version,
  }
}
