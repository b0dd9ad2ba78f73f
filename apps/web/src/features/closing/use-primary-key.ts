import { useEffect, useRef } from 'react'

/** Ctrl+Enter does the main act of the page from anywhere on it; inside a form, the form is sent. */
export function usePrimaryKey(act: () => void): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 'Enter') return
      if (event.target instanceof Element && event.target.closest('form, dialog')) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
