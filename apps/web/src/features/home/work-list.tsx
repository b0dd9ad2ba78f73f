import { WORK_GROUPS } from '@terreau/domain/work-queue/ranking'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useCan } from '../../lib/session.ts'
import { workHref } from '../../lib/work.ts'
import { useKeyboardList } from '../../ui/staff/use-keyboard-list.ts'
import { useT } from '../../ui/staff/words.ts'
import type { QueueItem } from './queries.ts'
import { type Noting, WorkRow } from './work-row.tsx'

interface WorkListProps {
  items: readonly QueueItem[]
  today: string
  onFocusMode: () => void
  onDone: (done: { item: QueueItem; noting: Noting }) => void
}

/** Three groups, one list for the keyboard. */
export function WorkList({ items, today, onFocusMode, onDone }: WorkListProps) {
  const t = useT()
  const [, navigate] = useLocation()
  const mayOrganize = useCan('work.organize')
  const [open, setOpen] = useState<{ id: string; noting: Noting } | null>(null)
  const keys = useKeyboardList({
    ids: items.map(itemId),
    onOpen: (id) => {
      const item = items.find((one) => itemId(one) === id)
      if (item) navigate(workHref(item))
    },
    verdicts: {
      t: onFocusMode,
      ...(mayOrganize
        ? {
            s: (id: string) => setOpen({ id, noting: 'snooze' }),
            m: (id: string) => setOpen({ id, noting: 'assign' }),
          }
        : {}),
    },
  })
  const close = (id: string) => {
    setOpen(null)
    keys.focusOn(id)
  }
  const groups = WORK_GROUPS.map((group) => ({
    group,
    inGroup: items.filter((item) => item.group === group),
  }))
  return groups.map(({ group, inGroup }) =>
    inGroup.length === 0 ? null : (
      <section key={group} aria-labelledby={`group-${group}`}>
        <h2 id={`group-${group}`}>{t(`home.group.${group}`)}</h2>
        <ul className="work-list">
          {inGroup.map((item) => {
            const id = itemId(item)
            return (
              <li key={id} {...keys.itemProps(id)}>
                <WorkRow
                  item={item}
                  today={today}
                  noting={open?.id === id ? open.noting : null}
                  onNote={(noting) => setOpen({ id, noting })}
                  onCancel={() => close(id)}
                  onDone={(noting) => {
                    close(id)
                    onDone({ item, noting })
                  }}
                />
              </li>
            )
          })}
        </ul>
      </section>
    ),
  )
}

function itemId({ kind, targetId }: QueueItem): string {
  return `${kind}-${targetId.replaceAll(' ', '-')}`
}
