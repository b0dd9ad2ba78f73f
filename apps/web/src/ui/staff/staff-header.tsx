import { Button } from '@mantine/core'
import { IconMenu2 } from '@tabler/icons-react'
import { Link } from 'wouter'
import { useSession } from '../../lib/session.ts'
import { useLanguageSwitch } from '../../lib/use-language-switch.ts'
import { LANGUAGE_NAMES } from '../language-names.ts'
import { Palette } from './palette.tsx'
import { SignOutButton } from './sign-out-button.tsx'
import type { NavLink } from './staff-nav.tsx'
import { staffWords, useT } from './words.ts'

interface StaffHeaderProps {
  links: readonly NavLink[]
  isMenuOpen: boolean
  onToggleMenu: () => void
}

/** Cooperative, search, account, language. */
export function StaffHeader({ links, isMenuOpen, onToggleMenu }: StaffHeaderProps) {
  const t = useT()
  const session = useSession()
  const { other, switchLanguage } = useLanguageSwitch(staffWords)
  return (
    <header className="staff-header">
      {links.length > 0 && (
        <Button
          className="staff-menu-toggle"
          variant="default"
          leftSection={<IconMenu2 size={20} aria-hidden />}
          aria-expanded={isMenuOpen}
          aria-controls="staff-nav"
          onClick={onToggleMenu}
        >
          {t('staffFrame.menu')}
        </Button>
      )}
      <Link className="staff-owner" href="/gestion">
        {session?.cooperative.name ?? t('common.productName')}
      </Link>
      {links.length > 0 && <Palette links={links} />}
      <div className="staff-tools">
        <Link
          className="staff-me"
          href="/gestion/reglages/securite"
          title={t('staffFrame.account')}
        >
          {session?.user.displayName}
        </Link>
        <Button variant="subtle" lang={other} onClick={switchLanguage}>
          {LANGUAGE_NAMES[other]}
        </Button>
        <SignOutButton />
      </div>
    </header>
  )
}
