/**
 * Runs what follows a write, once the server has taken it. TanStack Query drops the callback given to `mutate` when
 * its component is gone, and reading the page again after a write often takes the form away: a contract that has
 * ended has no form to end it. What follows runs all the same, unless the person has gone to another page meanwhile.
 * The `error` of a refusal is shown beside the form by whoever holds the mutation.
 *
 * @param written the promise of `mutateAsync`
 * @param goOn what follows: another page, a sentence, an empty form
 * @param onRefused what a refusal changes besides; wherever the person is by then
 */
export function afterWrite<Result>(
  written: Promise<Result>,
  goOn: (result: Result) => unknown,
  onRefused?: (error: Error) => unknown,
): void {
  const { pathname } = window.location
  written.then(
    (result) => {
      if (window.location.pathname === pathname) goOn(result)
    },
    onRefused ?? (() => undefined),
  )
}
