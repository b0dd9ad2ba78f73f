import { useEffect, useState } from 'react'

/** The value once it has stayed the same for a while: one request per word, not one per letter. */
export function useDebounced<V>(value: V, milliseconds: number): V {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), milliseconds)
    return () => window.clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
