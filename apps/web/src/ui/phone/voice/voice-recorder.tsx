import { useEffect, useRef } from 'react'
import { useBlobUrl } from '../../../lib/use-blob-url.ts'
import { VoicePlayer } from '../../voice-player.tsx'
import { Button } from '../button.tsx'
import { useT } from '../words.ts'
import { MOST_SECONDS, type Recording, useRecorder } from './use-recorder.ts'

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

/** Speaks at once, stops, listens again, starts anew. What is recorded stays until it is sent or removed. */
export function VoiceRecorder(props: VoiceFieldProps & { onClose: () => void }) {
  const { voice, isKept, onChange, onClose } = props
  const t = useT()
  const before = useRef(voice?.blob ?? null)
  const { recording, start, stop } = useRecorder(before.current)
  const { state } = recording
  const isSpeaking = state === 'asking' || state === 'recording'
  const blob = recording.state === 'done' ? recording.blob : null
  // A microphone that no longer answers takes nothing away from what was said before.
  const url = useBlobUrl(blob ?? (isSpeaking ? null : (voice?.blob ?? null)))
  const status = useRef<HTMLParagraphElement>(null)
  const tell = useRef((_made: Blob | null) => {})
  tell.current = (made) => {
    if (made !== null) onChange({ blob: made, key: crypto.randomUUID() })
    else onChange(isSpeaking ? 'speaking' : voice)
  }
  useEffect(() => {
    // What this page came with is known, and nobody pressed anything yet.
    if (blob !== null && blob === before.current) return
    // The button that was pressed is gone: what happened is where one goes on.
    if (state !== 'asking') status.current?.focus()
    tell.current(blob)
  }, [state, blob])
  const close = () => {
    onChange(null)
    onClose()
  }
  return (
    <div className="recorder" data-state={state}>
      <p ref={status} role="status" tabIndex={-1}>
        {t(`voice.${statusOf(recording)}`)}
        {state === 'done' && ` ${t(isKept ? 'voice.kept' : 'voice.notKept')}`}
      </p>
      {recording.state === 'recording' && (
        <>
          <p className="clock" role="timer">
            {t('voice.time', {
              time: clockOf(recording.seconds),
              most: clockOf(MOST_SECONDS),
            })}
          </p>
          <Button type="button" onClick={stop}>
            {t('voice.stop')}
          </Button>
        </>
      )}
      {url !== null && <VoicePlayer src={url} label={t('voice.player')} />}
      {!isSpeaking && state !== 'absent' && (
        <Button type="button" look="secondary" onClick={start}>
          {t('voice.again')}
        </Button>
      )}
      {state !== 'asking' && (
        <button className="text-button" type="button" onClick={close}>
          {t(`voice.${url !== null || state === 'recording' ? 'drop' : 'close'}`)}
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
