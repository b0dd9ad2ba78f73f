import { WORK_GROUPS } from '@terreau/domain/work/ranking'
import { useLocation } from 'wouter'
import { useKeyboardList } from '../../ui/staff/use-keyboard-list.ts'
import { useT } from '../../ui/staff/words.ts'
import { KINDS } from './kinds.ts'
import type { QueueItem } from './queries.ts'
import { WorkRow } from './work-row.tsx'

/** Three groups, one list for the keyboard. */
export function WorkGroups({ items, today }: { items: readonly QueueItem[]; today: string }) {
  const t = useT()
  const [, navigate] = useLocation()
  const keys = useKeyboardList({
    ids: items.map(itemId),
    onOpen: (id) => {
      const item = items.find((one) => itemId(one) === id)
      if (item) navigate(KINDS[item.kind].href(item))
    },
  })
  const groups = WORK_GROUPS.map((group) => ({
    group,
    inGroup: items.filter((item) => item.group === group),
  }))
  return groups.map(({ group, inGroup }) =>
    inGroup.length === 0 ? null : (
      <section key={group} aria-labelledby={`group-${group}`}>
        <h2 id={`group-${group}`}>{t(`home.group.${group}`)}</h2>
        <ul className="work-list">
          {inGroup.map((item) => (
            <li key={itemId(item)} {...keys.itemProps(itemId(item))}>
              <WorkRow item={item} today={today} />
            </li>
          ))}
        </ul>
      </section>
    ),
  )
}

function itemId(item: QueueItem): string {
  return `${item.kind}-${item.targetId}-${item.personId}`
}
