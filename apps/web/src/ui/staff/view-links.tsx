import type { ReactNode } from 'react'
import { Link, useLocation, useSearch } from 'wouter'

interface ViewLinksProps<View extends string> {
  label: string
  /** The first one is what the page shows when its address names none. */
  views: readonly View[]
  current: View
  nameOf: (view: View) => ReactNode
}

/** The saved views of a list, in the address (`?vue=`); what else the address narrows stays. */
export function ViewLinks<View extends string>(props: ViewLinksProps<View>) {
  const { label, views, current, nameOf } = props
  const [path] = useLocation()
  const search = useSearch()
  const href = (view: View) => {
    const params = new URLSearchParams(search)
    if (view === views[0]) params.delete('vue')
    else params.set('vue', view)
    return params.size === 0 ? path : `${path}?${params}`
  }
  return (
    <nav className="view-links" aria-label={label}>
      {views.map((view) => (
        <Link key={view} href={href(view)} aria-current={view === current ? 'page' : undefined}>
          {nameOf(view)}
        </Link>
      ))}
    </nav>
  )
}
