import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { keptAnswer } from '../../lib/kept-answer.ts'
import { tutoringQueries } from './queries.ts'

const { all } = tutoringQueries

/** Kept on the phone of the tutor, so that a session can be noted where there is no signal. */
const readHome = () =>
  keptAnswer('home', () => call('GET /me/tutoring', { query: {} }), 'tutoring-answer')

/** What a tutor sees first, apart from the other questions: only two pages keep it on the phone. */
export const homeQueries = {
  home: () => queryOptions({ queryKey: [...all, 'home'], queryFn: readHome }),
  homePages: () =>
    infiniteQueryOptions({
      queryKey: [...all, 'home-pages'],
      initialPageParam: '',
      queryFn: ({ pageParam }) =>
        pageParam === '' ? readHome() : call('GET /me/tutoring', { query: { before: pageParam } }),
      getNextPageParam: (last) => last.next,
    }),
}
