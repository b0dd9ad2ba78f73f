import { Link, useSearch } from 'wouter'
import { useT } from '../../ui/staff/words.ts'

export const PEOPLE_VIEWS = ['all', 'active', 'ending', 'undeclared'] as const
export type PeopleView = (typeof PEOPLE_VIEWS)[number]

/** The saved views; a search stays when the view changes. */
export function PeopleViews({ current, month }: { current: PeopleView; month: string }) {
  const t = useT()
  const search = useSearch()
  const href = (view: PeopleView) => {
    const params = new URLSearchParams(search)
    if (view === 'all') params.delete('vue')
    else params.set('vue', view)
    return params.size === 0 ? '/gestion/personnes' : `/gestion/personnes?${params}`
  }
  return (
    <nav className="view-links" aria-label={t('people.view.label')}>
      {PEOPLE_VIEWS.map((view) => (
        <Link key={view} href={href(view)} aria-current={view === current ? 'page' : undefined}>
          {view === 'undeclared'
            ? t('people.view.undeclared', { month })
            : t(`people.view.${view}`)}
        </Link>
      ))}
    </nav>
  )
}
