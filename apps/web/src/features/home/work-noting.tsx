import { Button } from '@mantine/core'
import { useCan } from '../../lib/session.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { useT } from '../../ui/staff/words.ts'
import { AssignForm } from './assign-form.tsx'
import { useWake } from './mutations.ts'
import type { QueueItem } from './queries.ts'
import { SnoozeForm } from './snooze-form.tsx'

export type Noting = 'snooze' | 'assign'

export interface NoteProps {
  item: QueueItem
  today: string
  /** The form that is open. */
  noting: Noting | null
  onNote: (noting: Noting) => void
  onCancel: () => void
  onDone: (noting: Noting) => void
}

/** Put aside, take back, give to a colleague: never "done", which only doing the thing says. */
export function WorkNoting(props: NoteProps) {
  const { item, today, noting, onNote, onCancel, onDone } = props
  const t = useT()
  const mayOrganize = useCan('work.organize')
  const wake = useWake()
  // The month to close is no row of a source: it is there exactly when it can be closed.
  if (!mayOrganize || item.kind === 'close-month') return null
  const { kind, targetId, latestSnoozeOn: latest } = item
  if (noting === 'snooze')
    return (
      <SnoozeForm item={item} today={today} onCancel={onCancel} onDone={() => onDone('snooze')} />
    )
  if (noting === 'assign')
    return <AssignForm item={item} onCancel={onCancel} onDone={() => onDone('assign')} />
  const isTooLate = latest !== null && latest <= today
  const who = item.personName === '' ? '' : ` : ${item.personName}`
  return (
    <>
      {item.snoozed !== null && (
        <Button variant="subtle" onClick={() => wake.mutate({ kind, targetId })}>
          {t('home.wake')}
          <span className="visually-hidden">{who}</span>
        </Button>
      )}
      {item.snoozed === null && !isTooLate && (
        <Button variant="subtle" onClick={() => onNote('snooze')}>
          {t('home.snooze.open')}
          <span className="visually-hidden">{who}</span>
        </Button>
      )}
      <Button variant="subtle" onClick={() => onNote('assign')}>
        {t('home.assign.open')}
        <span className="visually-hidden">{who}</span>
      </Button>
      {wake.error && <ErrorBlock error={wake.error} />}
    </>
  )
}
