import { Button } from '@mantine/core'
import { useT } from '../../ui/staff/words.ts'
import type { Decisions } from './use-decisions.ts'

/** What was just decided, with the way back when there is one. */
export function DecisionNote({ decisions }: { decisions: Decisions }) {
  const t = useT()
  const { note, noteRef, takeBack } = decisions
  const postponed = note?.postponed ?? null
  return (
    <div className="decision-note" ref={noteRef} role="status" tabIndex={-1}>
      {note !== null && <span>{note.text}</span>}
      {postponed !== null && (
        <Button variant="default" onClick={() => takeBack(postponed)}>
          {t('closing.decision.takeBack')}
        </Button>
      )}
    </div>
  )
}
