import { useEffect, useState } from 'react'
import { ProblemError } from '../../../lib/problem-error.ts'
import { Button } from '../button.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import { phoneWords } from '../words.ts'
import type { VoiceRecorder } from './voice-recorder.tsx'

/** One recording; its key makes a second sending the same act. */
export interface Voice {
  blob: Blob
  key: string
}
export interface VoiceFieldProps {
  /** What was recorded before. */
  voice: Voice | null
  /** The button that opens the recorder. */
  label: string
  /** Whether this phone keeps it when the page is closed. */
  isKept: boolean
  onChange: (voice: Voice | 'speaking' | null) => void
}

/** The button that opens the recorder, which is fetched only then, or at once when there is a recording. */
export function VoiceField(props: VoiceFieldProps) {
  const [Recorder, setRecorder] = useState<typeof VoiceRecorder | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const open = async () => {
    setBusy(true)
    setError(null)
    try {
      const [module] = await Promise.all([
        import('./voice-recorder.tsx'),
        phoneWords.need(['voice']),
      ])
      setRecorder(() => module.VoiceRecorder)
    } catch {
      setError(new ProblemError({ status: 0, code: 'network' }))
    }
    setBusy(false)
  }
  const isThere = props.voice !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page comes with a recording.
  useEffect(() => {
    if (isThere) void open()
  }, [])
  if (Recorder !== null) {
    return <Recorder {...props} onClose={() => setRecorder(null)} />
  }
  return (
    <>
      {error !== null && <ProblemNotice error={error} />}
      <Button type="button" look="secondary" isBusy={isBusy} onClick={() => void open()}>
        {props.label}
      </Button>
    </>
  )
}
