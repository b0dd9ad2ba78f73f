import { useRef, useState } from 'react'
import { afterWrite } from '../../../lib/after-write.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { useKeyboardList } from '../../../ui/staff/use-keyboard-list.ts'
import { useT } from '../../../ui/staff/words.ts'
import { BulkActs } from './bulk-acts.tsx'
import { DeclarationPane, type PaneKeys, type VerdictForm } from './declaration-pane.tsx'
import { useAccept, useUndoAcceptances } from './mutations.ts'
import type { QueueRow } from './queries.ts'
import { QueueItem } from './queue-item.tsx'
import { usePrefetch } from './use-prefetch.ts'
import { useShownRow } from './use-shown-row.ts'
import type { DoneAct } from './use-undo.ts'

interface ReviewDeskProps {
  rows: readonly QueueRow[]
  /** False for those who only look, and for a closed month. */
  mayReview: boolean
  /** Null when an act begins: undoing then means no earlier one. */
  onDone: (act: DoneAct | null) => void
}

/** The list with its verdict letters, and the declaration beside it. */
export function ReviewDesk({ rows, mayReview, onDone }: ReviewDeskProps) {
  const t = useT()
  const ids = rows.flatMap((row) => row.id ?? [])
  const [shownId, setShownId] = useShownRow(ids)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [open, setOpen] = useState<{ id: string; mode: VerdictForm } | null>(null)
  const pane = useRef<PaneKeys>(null)
  const lastId = useRef<string | null>(null)
  const accept = useAccept()
  const undo = useUndoAcceptances()
  const rowOf = (id: string) => rows.find((row) => row.id === id)

  const show = (id: string) => {
    if (id !== shownId) setOpen(null)
    setShownId(id)
  }
  const acceptOne = (id: string) => {
    const row = rowOf(id)
    if (!mayReview || row?.state !== 'submitted' || row.version === null) return
    const next = ids[ids.indexOf(id) + 1] ?? ids[ids.indexOf(id) - 1]
    // Ctrl+Z means the last act: from now on neither the one before, nor one whose answer comes later.
    onDone(null)
    lastId.current = id
    const text = t('review.verdict.accepted', { name: row.personName })
    // The next may be accepted before this answer comes.
    afterWrite(accept.mutateAsync({ id, version: row.version }), () => {
      if (lastId.current === id) onDone({ kind: 'accepted', ids: [id], text })
    })
    if (next !== undefined) list.focusOn(next)
  }
  const openIn = (next: VerdictForm) => (id: string) => {
    if (!mayReview) return
    setShownId(id)
    setOpen({ id, mode: next })
  }
  /** Back to the list: to the next row when this one has left the queue with a question. */
  const leave = (id: string, isDone: boolean) => {
    setOpen(null)
    const next = isDone ? (ids[ids.indexOf(id) + 1] ?? ids[ids.indexOf(id) - 1]) : id
    if (next !== undefined) list.focusOn(next)
  }
  const undoOne = (id: string) => {
    if (mayReview && rowOf(id)?.state === 'accepted') undo.mutate([id])
  }
  const toggle = (id: string) => {
    if (!mayReview || rowOf(id)?.state !== 'submitted') return
    setSelected((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  }
  const list = useKeyboardList({
    ids,
    onOpen: () => pane.current?.focus(),
    onToggle: toggle,
    verdicts: {
      a: acceptOne,
      q: openIn('ask'),
      e: openIn('correct'),
      r: openIn('return'),
      u: undoOne,
      l: () => pane.current?.nextLine(),
      n: () => pane.current?.nextImage(),
      z: () => pane.current?.zoom(),
    },
  })
  usePrefetch(ids, shownId)
  return (
    <div className="review-desk">
      <div className="review-list">
        {mayReview && (
          <BulkActs
            rows={rows}
            selected={selected}
            onSelect={setSelected}
            onDone={onDone}
            onAccepted={(accepted) => {
              const next = ids.find((id) => !accepted.includes(id))
              if (next !== undefined) list.focusOn(next)
            }}
          />
        )}
        <div
          className="queue"
          role="listbox"
          aria-label={t('review.list.label')}
          aria-multiselectable
        >
          {rows.map((row) =>
            row.id === null ? null : (
              <QueueItem
                key={row.id}
                row={row}
                item={list.itemProps(row.id)}
                isShown={row.id === shownId}
                isSelected={selected.has(row.id)}
                onShow={show}
              />
            ),
          )}
        </div>
        <p className="dimmed review-keys">{t('review.list.keys')}</p>
      </div>
      {accept.error && <ErrorBlock error={accept.error} />}
      {undo.error && <ErrorBlock error={undo.error} />}
      {shownId !== null && (
        <DeclarationPane
          key={shownId}
          ref={pane}
          id={shownId}
          mayReview={mayReview}
          mode={open?.id === shownId ? open.mode : 'read'}
          onMode={(mode) => setOpen({ id: shownId, mode })}
          onLeave={(isDone) => leave(shownId, isDone)}
          onAccept={() => acceptOne(shownId)}
          onUndo={() => undoOne(shownId)}
          onDone={onDone}
        />
      )}
    </div>
  )
}
