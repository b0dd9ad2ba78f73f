import { useEffect, useRef } from 'react'
import { useBlobUrl } from '../../../../lib/use-blob-url.ts'
import { Button } from '../../../../ui/phone/button.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { VoicePlayer } from '../../../../ui/voice-player.tsx'
import { MOST_SECONDS, type Recording, useRecorder } from './use-recorder.ts'
import type { VoiceDoorProps } from './voice-door.tsx'

/** Speaks at once, stops, listens again, starts anew. What is recorded stays until it is sent or removed. */
export function VoiceRecorder({ onChange, onClose }: VoiceDoorProps & { onClose: () => void }) {
  const t = useT()
  const { recording, start, stop } = useRecorder()
  const { state } = recording
  const blob = recording.state === 'done' ? recording.blob : null
  const url = useBlobUrl(blob)
  const status = useRef<HTMLParagraphElement>(null)
  const tell = useRef(onChange)
  tell.current = onChange
  useEffect(() => {
    // The button that was pressed is gone: what happened is where one goes on.
    if (state !== 'asking') status.current?.focus()
    const isSpeaking = state === 'asking' || state === 'recording'
    if (blob === null) tell.current(isSpeaking ? 'speaking' : null)
    else tell.current({ blob, key: crypto.randomUUID() })
  }, [state, blob])
  const close = () => {
    onChange(null)
    onClose()
  }
  return (
    <div className="recorder" data-state={state}>
      <p ref={status} role="status" tabIndex={-1}>
        {t(`declarationsVoice.${statusOf(recording)}`)}
      </p>
      {recording.state === 'recording' && (
        <>
          <p className="clock" role="timer">
            {t('declarationsVoice.time', {
              time: clockOf(recording.seconds),
              most: clockOf(MOST_SECONDS),
            })}
          </p>
          <Button type="button" onClick={stop}>
            {t('declarationsVoice.stop')}
          </Button>
        </>
      )}
      {url !== null && <VoicePlayer src={url} label={t('declarationsVoice.player')} />}
      {state !== 'asking' && state !== 'recording' && state !== 'absent' && (
        <Button type="button" look="secondary" onClick={start}>
          {t('declarationsVoice.again')}
        </Button>
      )}
      {state !== 'asking' && (
        <button className="text-button" type="button" onClick={close}>
          {t(`declarationsVoice.${state === 'done' || state === 'recording' ? 'drop' : 'close'}`)}
        </button>
      )}
    </div>
  )
}

function statusOf(recording: Recording): 'full' | Recording['state'] {
  return recording.state === 'done' && recording.isFull ? 'full' : recording.state
}

function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
