import { type RefObject, useEffect, useRef } from 'react'
import { useLocation } from 'wouter'

let shownLocation: string | null = null
let focusedTitle: HTMLElement | null = null

/**
 * After a change of page, focus goes to its title; the first page of a visit is left alone. A title that
 * was drawn while the page loaded hands the focus on to the one that replaces it.
 */
export function useRouteFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const [location] = useLocation()
  useEffect(() => {
    const isNewPage = shownLocation !== null && shownLocation !== location
    const isLost = focusedTitle?.isConnected === false && document.activeElement === document.body
    if (isNewPage || isLost) {
      heading.current?.focus()
      focusedTitle = heading.current
      window.scrollTo(0, 0)
    }
    shownLocation = location
  }, [location])
  return heading
}
