import { type ComponentType, useEffect, useState } from 'react'

/**
 * A page whose file is fetched when someone goes there, then kept. React's own `lazy` would do, but it
 * holds a page that has arrived back for 300 ms once a fallback was drawn.
 */
export function fetchedPage<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Loading: ComponentType,
): ComponentType<Props> {
  let known: ComponentType<Props> | null = null
  return function FetchedPage(props: Props) {
    const [Page, setPage] = useState(() => known)
    const [failure, setFailure] = useState<{ error: unknown } | null>(null)
    useEffect(() => {
      if (known !== null) return
      let isHere = true
      load().then(
        (page) => {
          known = page
          if (isHere) setPage(() => page)
        },
        (error: unknown) => {
          if (isHere) setFailure({ error })
        },
      )
      return () => {
        isHere = false
      }
    }, [])
    if (failure !== null) throw failure.error
    return Page === null ? <Loading /> : <Page {...props} />
  }
}
