import { useEffect, useRef, useState } from 'react'
import { ProblemError } from './problem-error.ts'
import { useOnline } from './use-online.ts'

interface Fetched<T> {
  part: T | null
  error: ProblemError | null
  retry: () => void
}

/** A part of a page that is fetched only when it is wanted, then stays; without network, when it is back. */
export function useFetched<T>(isWanted: boolean, load: () => Promise<T>): Fetched<T> {
  const [part, setPart] = useState<{ it: T } | null>(null)
  const [attempt, setAttempt] = useState(1)
  const [failed, setFailed] = useState('')
  const latest = useRef(load)
  latest.current = load
  const round = `${attempt} ${useOnline()}`
  const isMissing = isWanted && part === null
  useEffect(() => {
    if (!isMissing) return
    let isHere = true
    latest.current().then(
      (it) => isHere && setPart({ it }),
      () => isHere && setFailed(round),
    )
    return () => {
      isHere = false
    }
  }, [isMissing, round])
  const error = failed === round ? new ProblemError({ status: 0, code: 'network' }) : null
  return { part: part === null ? null : part.it, error, retry: () => setAttempt(attempt + 1) }
}
