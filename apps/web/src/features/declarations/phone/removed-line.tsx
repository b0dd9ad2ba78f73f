import { useEffect, useRef } from 'react'
import { useT } from '../../../ui/phone/words.ts'

interface RemovedLineProps {
  /** "Vente enlevée."; null when nothing was removed. */
  text: string | null
  onUndo: () => void
}

/** Removing is done at once; putting back stays at hand as long as the page does. */
export function RemovedLine({ text, onUndo }: RemovedLineProps) {
  const t = useT()
  const undo = useRef<HTMLButtonElement>(null)
  // The button that removed is gone with its line: focus goes to what takes it back.
  useEffect(() => {
    if (text !== null) undo.current?.focus()
  }, [text])
  return (
    <div role="status">
      {text !== null && (
        <p className="removed-line">
          {text}{' '}
          <button ref={undo} className="text-button" type="button" onClick={onUndo}>
            {t('declarationsSteps.undo')}
          </button>
        </p>
      )}
    </div>
  )
}
