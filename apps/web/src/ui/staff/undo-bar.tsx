import { Button, CloseButton } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useT } from './words.ts'

interface UndoBarProps {
  /** What was done: "27 déclarations acceptées." Null hides the bar. */
  text: string | null
  onUndo: () => void
  /** After 20 seconds without pointer or focus on the bar, or when closed by hand. */
  onClose: () => void
}

const SHOWN_MS = 20_000

/** Undo at once, without a question before the act. Ctrl+Z does the same outside text fields. */
export function UndoBar({ text, onUndo, onClose }: UndoBarProps) {
  const t = useT()
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (text === null || isHeld) return
    const timer = window.setTimeout(onClose, SHOWN_MS)
    return () => window.clearTimeout(timer)
  }, [text, isHeld, onClose])
  useUndoKey(text !== null, onUndo)
  return (
    <div role="status" className="undo-region">
      {text !== null && (
        <div
          className="undo-bar"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span>{text}</span>
          <Button variant="default" onClick={onUndo}>
            {t('staffFrame.list.undo')}
          </Button>
          <CloseButton size="lg" aria-label={t('staffFrame.close')} onClick={onClose} />
        </div>
      )}
    </div>
  )
}

function useUndoKey(isActive: boolean, onUndo: () => void): void {
  useEffect(() => {
    if (!isActive) return
    const press = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === 'z'
      if (!isUndo || isTextField(event.target)) return
      event.preventDefault()
      onUndo()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [isActive, onUndo])
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select')
}
