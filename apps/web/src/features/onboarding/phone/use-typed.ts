import { useEffect, useRef, useState } from 'react'
import { call } from '../../../lib/api.ts'
import { forgetKept, keep, type PagePlace, readKept } from './kept-on-phone.ts'

const QUIET_MS = 600

/**
 * What is typed on a page, kept on the phone at each key and on the server when the fingers rest, so that
 * neither a closed tab nor another phone loses a word. Null until the phone has been asked.
 */
export function useTyped(place: PagePlace, known: string) {
  const { personId, page } = place
  const [typed, setTyped] = useState<string | null>(null)
  const timer = useRef<number | undefined>(undefined)
  useEffect(() => {
    let isHere = true
    void readKept({ personId, page }).then((kept) => {
      if (isHere) setTyped((now) => now ?? (typeof kept === 'string' ? kept : known))
    })
    void savePlace(page, known)
    return () => {
      isHere = false
      window.clearTimeout(timer.current)
    }
  }, [personId, page, known])
  const change = (text: string) => {
    setTyped(text)
    void keep({ personId, page }, text)
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => void savePlace(page, text), QUIET_MS)
  }
  const forget = () => {
    window.clearTimeout(timer.current)
    return forgetKept({ personId, page })
  }
  return { typed, change, forget }
}

/** Without network the phone alone keeps it; the next key tries again. */
async function savePlace(question: string, typed: string): Promise<void> {
  await call('PUT /me/welcome/place', { body: { question, typed } }).catch(() => undefined)
}
