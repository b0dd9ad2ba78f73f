import { queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../../lib/api.ts'
import { keptAnswer } from '../../../lib/kept-answer.ts'

export type MonthView = Api['GET /me/declarations/:month']['response']
export type Draft = Api['PUT /me/declarations/:month/draft']['body']
export type SaleDraft = Draft['sales'][number]
export type ExpenseDraft = Draft['expenses'][number]
export type TripDraft = Draft['trips'][number]
export type Receipt = MonthView['receipts'][number]
export type Question = MonthView['questions'][number]
export type SentDeclaration = Api['POST /me/declarations/:month/submission']['response']
export type OwnTask = Api['GET /me/tasks']['response']['items'][number]
export type OwnMonth = Api['GET /me/months']['response']['months'][number]

const all = ['declarations', 'own'] as const

export const ownQueries = {
  all,
  months: () =>
    queryOptions({
      queryKey: [...all, 'months'],
      queryFn: () => keptAnswer('months', () => call('GET /me/months')),
      refetchOnReconnect: true,
    }),
  month: (month: string, activity: string | undefined) =>
    queryOptions({
      queryKey: [...all, 'month', month, activity ?? ''],
      queryFn: async () => {
        const view = await keptAnswer(`${month} ${activity ?? ''}`, () =>
          call('GET /me/declarations/:month', { params: { month }, query: { activity } }),
        )
        // An answer that an older version of the pages kept lacks the list: then VAT is asked for each expense.
        return { ...view, categoriesWithoutVat: view.categoriesWithoutVat ?? [] }
      },
    }),
  tasks: () =>
    queryOptions({
      queryKey: [...all, 'tasks'],
      queryFn: () => keptAnswer('tasks', () => call('GET /me/tasks')),
      refetchOnReconnect: true,
    }),
  /** One figure of the home page; its own page knows more. */
  account: () =>
    queryOptions({ queryKey: [...all, 'account'], queryFn: () => call('GET /me/account') }),
}
