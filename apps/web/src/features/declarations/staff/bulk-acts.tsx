import { Button } from '@mantine/core'
import { afterWrite } from '../../../lib/after-write.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { useAcceptMany } from './mutations.ts'
import type { QueueRow } from './queries.ts'
import type { DoneAct } from './use-undo.ts'

interface BulkActsProps {
  rows: readonly QueueRow[]
  selected: ReadonlySet<string>
  onSelect: (ids: ReadonlySet<string>) => void
  onDone: (act: DoneAct) => void
  onAccepted: (ids: readonly string[]) => void
}

/** Only declarations without a flag are chosen in one go; what has one is read one by one. */
export function BulkActs({ rows, selected, onSelect, onDone, onAccepted }: BulkActsProps) {
  const t = useT()
  const accept = useAcceptMany()
  const quiet = rows
    .filter((row) => row.state === 'submitted' && row.flags.length === 0 && !row.hasAnswer)
    .flatMap((row) => row.id ?? [])
  const chosen = rows.flatMap((row) => (row.id !== null && selected.has(row.id) ? row.id : []))
  const hasChosen = chosen.length > 0
  const acceptChosen = () => {
    const text = t('review.verdict.acceptedMany', { count: chosen.length })
    afterWrite(accept.mutateAsync(chosen), () => {
      onSelect(new Set())
      onDone({ kind: 'accepted', ids: chosen, text })
      onAccepted(chosen)
    })
  }
  return (
    <div className="bulk-acts">
      {accept.error && <ErrorBlock error={accept.error} />}
      {(chosen.length > 0 || quiet.length > 0) && (
        // One button for both steps, so that focus stays on it from choosing to accepting.
        <Button
          variant={hasChosen ? 'filled' : 'default'}
          onClick={hasChosen ? acceptChosen : () => onSelect(new Set(quiet))}
          loading={accept.isPending}
        >
          {hasChosen
            ? t('review.list.acceptSelected', { count: chosen.length })
            : t('review.list.selectQuiet', { count: quiet.length })}
        </Button>
      )}
      {hasChosen && (
        <Button variant="default" onClick={() => onSelect(new Set())}>
          {t('review.list.clear')}
        </Button>
      )}
    </div>
  )
}
