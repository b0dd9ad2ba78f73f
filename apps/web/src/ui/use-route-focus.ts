import { type RefObject, useEffect, useRef } from 'react'
import { useLocation } from 'wouter'

let shownLocation: string | null = null

/** After a change of page, focus goes to its title; the first page of a visit is left alone. */
export function useRouteFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const [location] = useLocation()
  useEffect(() => {
    if (shownLocation !== null && shownLocation !== location) {
      heading.current?.focus()
      window.scrollTo(0, 0)
    }
    shownLocation = location
  }, [location])
  return heading
}
