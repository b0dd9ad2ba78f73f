import { useState } from 'react'
import { ProblemError } from '../../../../lib/problem-error.ts'
import { Button } from '../../../../ui/phone/button.tsx'
import { ProblemNotice } from '../../../../ui/phone/problem-notice.tsx'
import { phoneWords, useT } from '../../../../ui/phone/words.ts'
import type { VoiceRecorder } from './voice-recorder.tsx'

/** One recording; its key makes a second sending the same act. */
export interface Voice {
  blob: Blob
  key: string
}
export interface VoiceDoorProps {
  onChange: (voice: Voice | 'speaking' | null) => void
}

/** The button that opens the recorder, which is fetched only then. */
export function VoiceDoor({ onChange }: VoiceDoorProps) {
  const t = useT()
  const [Recorder, setRecorder] = useState<typeof VoiceRecorder | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const open = async () => {
    setBusy(true)
    setError(null)
    try {
      const [module] = await Promise.all([
        import('./voice-recorder.tsx'),
        phoneWords.need(['declarationsVoice']),
      ])
      setRecorder(() => module.VoiceRecorder)
    } catch {
      setError(new ProblemError({ status: 0, code: 'network' }))
    }
    setBusy(false)
  }
  if (Recorder !== null) {
    return <Recorder onChange={onChange} onClose={() => setRecorder(null)} />
  }
  return (
    <>
      {error !== null && <ProblemNotice error={error} />}
      <Button type="button" look="secondary" isBusy={isBusy} onClick={() => void open()}>
        {t('declarationsSent.question.byVoice')}
      </Button>
    </>
  )
}
