import { useEffect } from 'react'

/** Goes to the field that the address names (`#person.address`), once the form is drawn. */
export function useHashFocus(): void {
  useEffect(() => {
    const id = decodeURIComponent(window.location.hash.slice(1))
    if (id === '') return
    const timer = window.setTimeout(() => document.getElementById(id)?.focus(), 50)
    return () => window.clearTimeout(timer)
  }, [])
}
