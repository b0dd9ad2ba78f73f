import { useState } from 'react'
import { useFetched } from '../../../lib/use-fetched.ts'
import { Button } from '../button.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import { phoneWords } from '../words.ts'
import type { VoiceFieldProps } from './voice-recorder.tsx'

/** The button that opens the recorder, which is fetched only then, or at once when there is a recording. */
export function VoiceField(props: VoiceFieldProps) {
  const [isOpen, setOpen] = useState(props.voice !== null)
  const recorder = useFetched(isOpen, async () => {
    const [module] = await Promise.all([import('./voice-recorder.tsx'), phoneWords.need(['voice'])])
    return module.VoiceRecorder
  })
  const open = () => {
    setOpen(true)
    if (recorder.error !== null) recorder.retry()
  }
  if (isOpen && recorder.part !== null) {
    return <recorder.part {...props} onClose={() => setOpen(false)} />
  }
  return (
    <>
      {recorder.error !== null && <ProblemNotice error={recorder.error} />}
      <Button
        type="button"
        look="secondary"
        isBusy={isOpen && recorder.error === null}
        onClick={open}
      >
        {props.label}
      </Button>
    </>
  )
}
