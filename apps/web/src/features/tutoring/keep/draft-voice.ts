import { del, get, set } from 'idb-keyval'
import { useEffect, useState } from 'react'
import type { Voice } from '../../../ui/phone/voice/voice-recorder.tsx'

interface DraftVoice {
  /** Undefined until this phone has been asked. */
  voice: Voice | null | undefined
  /** Whether it would be here if the page were closed now. */
  isKept: boolean
  change: (voice: Voice | null) => void
}

/** The spoken note of the session that is being written, kept on this phone under the name of its tutor. */
export function useDraftVoice(personId: string | null): DraftVoice {
  const [voice, setVoice] = useState<Voice | null | undefined>(undefined)
  const [isKept, setKept] = useState(true)
  const key = `session-voice:${personId}`
  useEffect(() => {
    let isHere = true
    get<Voice>(key)
      .catch(() => undefined)
      .then((found) => isHere && setVoice(found ?? null))
    return () => {
      isHere = false
    }
  }, [key])
  const change = (next: Voice | null) => {
    setVoice(next)
    const kept = next === null ? del(key) : set(key, next)
    kept.then(
      () => setKept(true),
      () => setKept(false),
    )
  }
  return { voice, isKept, change }
}
