import { Button } from '@mantine/core'
import { useT } from '../../../ui/staff/words.ts'
import { KeyHint } from './key-hint.tsx'
import type { Reviewed } from './queries.ts'

interface VerdictBarProps {
  state: Reviewed['state']
  onAccept: () => void
  onAsk: () => void
  onCorrect: () => void
  onUndo: () => void
  /** Null for what nobody typed: there is no draft to give back. */
  onReturn: (() => void) | null
}

/** The verdicts that the state allows, each with its letter. */
export function VerdictBar({
  state,
  onAccept,
  onAsk,
  onCorrect,
  onUndo,
  onReturn,
}: VerdictBarProps) {
  const t = useT()
  const isOpen = state === 'submitted' || state === 'question'
  return (
    <div className="verdicts">
      {state === 'submitted' && (
        <Button onClick={onAccept} rightSection={<KeyHint letter="A" />}>
          {t('review.verdict.accept')}
        </Button>
      )}
      {isOpen && (
        <>
          <Button variant="default" onClick={onAsk} rightSection={<KeyHint letter="Q" />}>
            {t('review.verdict.ask')}
          </Button>
          <Button variant="default" onClick={onCorrect} rightSection={<KeyHint letter="E" />}>
            {t('review.verdict.correct')}
          </Button>
          {onReturn !== null && (
            <Button variant="default" onClick={onReturn} rightSection={<KeyHint letter="R" />}>
              {t('review.verdict.return')}
            </Button>
          )}
        </>
      )}
      {state === 'accepted' && (
        <Button variant="default" onClick={onUndo} rightSection={<KeyHint letter="U" />}>
          {t('review.verdict.undo')}
        </Button>
      )}
    </div>
  )
}
