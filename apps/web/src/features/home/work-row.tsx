import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { workHref } from '../../lib/work.ts'
import { useT } from '../../ui/staff/words.ts'
import { Consequence, useWorkMonth, WorkWords } from '../../ui/staff/work-words.tsx'
import { MarkNotes } from './mark-notes.tsx'
import { WORK_ICONS } from './work-icons.ts'
import { type NoteProps, WorkNoting } from './work-noting.tsx'

export type { Noting } from './work-noting.tsx'

/** What, who, since when or for when, what happens otherwise, and the way there. */
export function WorkRow(props: NoteProps) {
  const { item, today } = props
  const t = useT()
  const Icon = WORK_ICONS[item.kind]
  const month = useWorkMonth(item)
  return (
    <>
      <Icon size={22} aria-hidden />
      <div className="work-text">
        <WorkWords item={item} today={today} />
        <MarkNotes item={item} />
      </div>
      <Consequence item={item} />
      <div className="work-acts">
        <Button component={Link} href={workHref(item)} variant="default">
          {t(`home.item.${item.kind}.act`)}
          <span className="visually-hidden"> : {item.personName || month}</span>
        </Button>
        <WorkNoting {...props} />
      </div>
    </>
  )
}
