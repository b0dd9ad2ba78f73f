import { ViewLinks } from '../../ui/staff/view-links.tsx'
import { useT } from '../../ui/staff/words.ts'

export const PEOPLE_VIEWS = ['all', 'active', 'ending', 'undeclared'] as const
export type PeopleView = (typeof PEOPLE_VIEWS)[number]

/** The saved views; a search stays when the view changes. */
export function PeopleViews({ current, month }: { current: PeopleView; month: string }) {
  const t = useT()
  return (
    <ViewLinks
      label={t('people.view.label')}
      views={PEOPLE_VIEWS}
      current={current}
      nameOf={(view) => t(`people.view.${view}`, { month })}
    />
  )
}
