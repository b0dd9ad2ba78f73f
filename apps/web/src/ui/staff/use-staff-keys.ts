import { useEffect } from 'react'
import { useLocation } from 'wouter'

/**
 * Keys of every staff page: Alt+1…9 for the first nine entries (by place on the keyboard, since French
 * digits need Shift), Ctrl+Enter to send the form one is in.
 */
export function useStaffKeys(hrefs: readonly string[]): void {
  const [, navigate] = useLocation()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.altKey && !event.ctrlKey && !event.metaKey && /^Digit[1-9]$/.test(event.code)) {
        const href = hrefs[Number(event.code.slice(5)) - 1]
        if (href === undefined) return
        event.preventDefault()
        navigate(href)
      }
      if ((event.ctrlKey || event.metaKey) && event.key === 'Enter')
        formOf(event.target)?.requestSubmit()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [hrefs, navigate])
}

function formOf(target: EventTarget | null): HTMLFormElement | null {
  return target instanceof Element ? target.closest('form') : null
}
