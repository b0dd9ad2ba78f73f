import { type ReactNode, useMemo, useState } from 'react'
import { useSession } from '../../lib/session.ts'
import { StaffHeader } from './staff-header.tsx'
import { entriesOf, NAV_GROUPS, type NavLink, StaffNav } from './staff-nav.tsx'
import { useStaffKeys } from './use-staff-keys.ts'
import { useT } from './words.ts'

/** The frame of every staff page. Our own grid: Mantine's AppShell writes style tags at run time. */
export function StaffLayout({
  links,
  children,
}: {
  links: readonly NavLink[]
  children: ReactNode
}) {
  const t = useT()
  const session = useSession()
  const ordered = useMemo(() => navOrder(links), [links])
  useStaffKeys(ordered)
  const [isMenuOpen, setMenuOpen] = useState(false)
  return (
    <div className="staff">
      <a className="skip-link" href="#main">
        {t('common.skipToContent')}
      </a>
      <StaffHeader
        links={links}
        isMenuOpen={isMenuOpen}
        onToggleMenu={() => setMenuOpen((open) => !open)}
      />
      {/* Whoever may open no staff page reads why, without an empty menu beside it. */}
      {links.length > 0 && (
        <StaffNav links={links} isOpen={isMenuOpen} onLeave={() => setMenuOpen(false)} />
      )}
      <main className="staff-main" id="main" tabIndex={-1}>
        {session?.cooperative.isDemo === true && (
          <p className="staff-demo">{t('staffFrame.demo')}</p>
        )}
        {children}
      </main>
    </div>
  )
}

/** The addresses in the order of the side navigation, for Alt+1…9. */
function navOrder(links: readonly NavLink[]): string[] {
  return NAV_GROUPS.flatMap((group) => entriesOf(links, group)).map((link) => link.href)
}
