import { Link, useLocation } from 'wouter'
import type { NavGroup, StaffNavEntry } from '../../lib/routes.ts'
import { useT } from './words.ts'

export const NAV_GROUPS: readonly NavGroup[] = [
  'work',
  'money',
  'journey',
  'collective',
  'steering',
]

export interface NavLink extends StaffNavEntry {
  href: string
}

interface StaffNavProps {
  links: readonly NavLink[]
  /** On narrow screens the list opens under the header. */
  isOpen: boolean
  onLeave: () => void
}

/** At most five groups; a group without a page the person may open is not shown. */
export function StaffNav({ links, isOpen, onLeave }: StaffNavProps) {
  const t = useT()
  const [location] = useLocation()
  const groups = NAV_GROUPS.map((group) => ({ group, entries: entriesOf(links, group) }))
  return (
    <nav
      className="staff-nav"
      id="staff-nav"
      aria-label={t('staffFrame.navLabel')}
      data-open={isOpen || undefined}
    >
      <div className="staff-nav-inner">
        {groups.map(({ group, entries }) =>
          entries.length === 0 ? null : (
            <section key={group} aria-labelledby={`nav-${group}`}>
              <h2 id={`nav-${group}`}>{t(`staffFrame.group.${group}`)}</h2>
              <ul>
                {entries.map(({ href, labelKey, icon: Icon }) => (
                  <li key={href}>
                    <Link
                      href={href}
                      aria-current={isCurrent(href, location) ? 'page' : undefined}
                      onClick={onLeave}
                    >
                      <Icon size={20} aria-hidden />
                      {t(labelKey)}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          ),
        )}
      </div>
    </nav>
  )
}

/** The entries of one group, in order. */
export function entriesOf(links: readonly NavLink[], group: NavGroup): NavLink[] {
  return links.filter((link) => link.group === group).sort((a, b) => a.order - b.order)
}

function isCurrent(href: string, location: string): boolean {
  return location === href || (href !== '/gestion' && location.startsWith(`${href}/`))
}
