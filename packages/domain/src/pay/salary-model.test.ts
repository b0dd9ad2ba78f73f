import { expect, it } from 'vitest'
import { yearMonth } from '../time/year-month.ts'
import { checkModelMonth, SALARY_MODEL } from './salary-model.ts'

it('only the months whose rates the model knows are estimated', () => {
  const codeOf = (month: string) => {
    const checked = checkModelMonth(yearMonth(month))
    return checked.ok ? 'known' : checked.refusal.code
  }
  expect(['2025-12', SALARY_MODEL.from, SALARY_MODEL.to, '2027-01'].map(codeOf)).toEqual([
    'salary-month-before-model',
    'known',
    'known',
    'salary-month-after-model',
  ])
})
