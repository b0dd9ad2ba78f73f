import { useCallback, useState } from 'react'
import { useSearchParams } from 'wouter'

/**
 * The row that is open, kept in the address (`d=`) without a change of page: focus stays in the list.
 * When it leaves the list, the row that took its place is shown.
 */
export function useShownRow(ids: readonly string[]): [string | null, (id: string) => void] {
  const [params, setParams] = useSearchParams()
  const asked = params.get('d')
  const [lastPlace, setLastPlace] = useState(0)
  const isThere = asked !== null && ids.includes(asked)
  const shown = isThere ? asked : (ids[Math.min(lastPlace, ids.length - 1)] ?? null)
  const show = useCallback(
    (id: string) => {
      setLastPlace(Math.max(0, ids.indexOf(id)))
      setParams(
        (before) => {
          before.set('d', id)
          return before
        },
        { replace: true },
      )
    },
    [ids, setParams],
  )
  return [shown, show]
}
