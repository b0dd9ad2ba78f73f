import { useCallback, useEffect, useRef, useState } from 'react'

/** A longer answer is a call. */
export const MOST_SECONDS = 60
/** Enough for a voice; a minute leaves on a weak network. */
const BITS_PER_SECOND = 32_000
const KINDS = ['audio/webm;codecs=opus', 'audio/mp4;codecs=mp4a.40.2', 'audio/mp4'] as const

type Without = 'refused' | 'busy' | 'absent'
export type Recording =
  | { state: 'asking' | Without }
  | { state: 'recording'; seconds: number }
  | { state: 'done'; blob: Blob; isFull: boolean }

/**
 * The microphone, from the question of the browser to the recording; it is let go as soon as it is over. A
 * recording of before, when there is one, stands until another begins.
 */
export function useRecorder(before: Blob | null) {
  const [recording, setRecording] = useState<Recording>(
    before === null ? { state: 'asking' } : { state: 'done', blob: before, isFull: false },
  )
  const running = useRef<Running | null>(null)
  const isGone = useRef(false)
  const isNew = useRef(before === null)
  const start = useCallback(() => {
    setRecording({ state: 'asking' })
    void listen({ isGone: () => isGone.current, show: setRecording }).then((begun) => {
      running.current = begun
    })
  }, [])
  useEffect(() => {
    isGone.current = false
    if (isNew.current) start()
    // A call comes in, another application is opened: what was said so far is kept, nobody listens on.
    const stopWhenHidden = () => {
      if (document.visibilityState === 'hidden') running.current?.stop()
    }
    document.addEventListener('visibilitychange', stopWhenHidden)
    return () => {
      document.removeEventListener('visibilitychange', stopWhenHidden)
      isGone.current = true
      running.current?.letGo()
    }
  }, [start])
  return { recording, start, stop: () => running.current?.stop() }
}

interface Running {
  stop: () => void
  letGo: () => void
}
interface Listener {
  isGone: () => boolean
  show: (recording: Recording) => void
}

async function listen({ isGone, show }: Listener): Promise<Running | null> {
  const mimeType = KINDS.find((kind) => globalThis.MediaRecorder?.isTypeSupported(kind))
  const devices: MediaDevices | undefined = navigator.mediaDevices
  if (mimeType === undefined || devices === undefined) {
    show({ state: 'absent' })
    return null
  }
  const stream = await devices.getUserMedia({ audio: true }).catch(reasonOf)
  if (typeof stream === 'string') {
    show({ state: stream })
    return null
  }
  const letGo = () => {
    for (const track of stream.getTracks()) track.stop()
  }
  if (isGone()) {
    letGo()
    return null
  }
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND })
  const pieces: Blob[] = []
  const startedAt = performance.now()
  const seconds = () => Math.floor((performance.now() - startedAt) / 1000)
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop()
  }
  const clock = setInterval(() => {
    if (seconds() >= MOST_SECONDS) stop()
    else show({ state: 'recording', seconds: seconds() })
  }, 250)
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data))
  recorder.addEventListener('stop', () => {
    clearInterval(clock)
    letGo()
    const blob = new Blob(pieces, { type: recorder.mimeType })
    if (isGone()) return
    if (blob.size === 0) show({ state: 'busy' })
    else show({ state: 'done', blob, isFull: seconds() >= MOST_SECONDS })
  })
  recorder.start()
  show({ state: 'recording', seconds: 0 })
  return { stop, letGo }
}

/** What a browser answers instead of a microphone. */
function reasonOf(error: unknown): Without {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'absent' : 'busy'
}
