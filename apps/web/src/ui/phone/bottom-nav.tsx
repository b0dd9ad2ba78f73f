import { Link, useLocation } from 'wouter'
import { useT } from './words.ts'

const TABS = [
  {
    href: '/moi',
    key: 'common.tabs.home',
    icon: 'M4 11 12 4l8 7v8a1 1 0 0 1-1 1h-5v-6h-4v6H5a1 1 0 0 1-1-1z',
  },
  { href: '/moi/declarer', key: 'common.tabs.declare', icon: 'M5 4h14v16H5zM9 9h6M9 13h6M9 17h3' },
  {
    href: '/moi/argent',
    key: 'common.tabs.money',
    icon: 'M3 7h18v11H3zM12 12.5h.01M7 12.5h.01M17 12.5h.01',
  },
  {
    href: '/moi/papiers',
    key: 'common.tabs.papers',
    icon: 'M7 3h8l4 4v14H7zM15 3v4h4M10 12h6M10 16h6',
  },
] as const

/** The four places of a tester. */
export function BottomNav() {
  const t = useT()
  const [location] = useLocation()
  return (
    <nav className="tabs no-print" aria-label={t('common.tabs.label')}>
      {TABS.map(({ href, key, icon }) => (
        <Link key={href} href={href} aria-current={isCurrent(href, location) ? 'page' : undefined}>
          <svg aria-hidden="true" className="icon" viewBox="0 0 24 24">
            <path d={icon} />
          </svg>
          {t(key)}
        </Link>
      ))}
    </nav>
  )
}

function isCurrent(href: string, location: string): boolean {
  return location === href || (href !== '/moi' && location.startsWith(`${href}/`))
}
