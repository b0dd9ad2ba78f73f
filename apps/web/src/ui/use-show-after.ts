import { useEffect, useState } from 'react'

/** False, then true once `milliseconds` have passed. */
export function useShowAfter(milliseconds: number): boolean {
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    const timer = window.setTimeout(() => setShown(true), milliseconds)
    return () => window.clearTimeout(timer)
  }, [milliseconds])
  return isShown
}
