import {
  estimateSalary,
  type SalaryEstimate,
  type SalaryForward,
  type SalaryRefusal,
  type SalaryWish,
} from '@terreau/domain/pay/estimate-salary'
import type { SalaryTerms } from '@terreau/domain/pay/salary-terms'
import type { Result } from '@terreau/domain/result'
import { createSalaryModel } from './model.ts'

export interface SalaryTask {
  terms: SalaryTerms
  wish: SalaryWish
}

export type SalaryAnswer = Result<SalaryEstimate, SalaryRefusal>

let model: SalaryForward | undefined

/** Runs in a worker thread, which builds its model once. */
export default function answer({ terms, wish }: SalaryTask): SalaryAnswer {
  model ??= createSalaryModel()
  return estimateSalary(model, terms, wish)
}
