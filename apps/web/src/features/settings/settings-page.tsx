import type { Permission } from '@terreau/domain/access/permissions'
import { Link } from 'wouter'
import type { StaffKey } from '../../lib/routes.ts'
import { useCan } from '../../lib/session.ts'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'

interface Section {
  href: string
  label: StaffKey
  hint: StaffKey
  /** Who sees it; everybody on the team when absent. */
  permission?: Permission
}

const SECTIONS: readonly Section[] = [
  {
    href: '/gestion/reglages/cooperative',
    label: 'settings.sections.cooperative',
    hint: 'settings.sections.cooperativeHint',
    permission: 'cooperative.settings',
  },
  {
    href: '/gestion/reglages/valeurs',
    label: 'settings.sections.values',
    hint: 'settings.sections.valuesHint',
    permission: 'settings.read',
  },
  {
    href: '/gestion/reglages/contribution',
    label: 'settings.sections.schemes',
    hint: 'settings.sections.schemesHint',
    permission: 'settings.read',
  },
  {
    href: '/gestion/reglages/assemblees',
    label: 'assemblies.title',
    hint: 'settings.sections.assembliesHint',
    permission: 'settings.read',
  },
  {
    href: '/gestion/attestations/textes',
    label: 'attestations.templates.title',
    hint: 'attestations.templates.hint',
    permission: 'cooperative.settings',
  },
  {
    href: '/gestion/reglages/devises',
    label: 'settings.sections.rates',
    hint: 'settings.sections.ratesHint',
    permission: 'settings.read',
  },
  {
    href: '/gestion/reglages/pieces',
    label: 'settings.sections.pieces',
    hint: 'settings.sections.piecesHint',
    permission: 'onboarding.read',
  },
  {
    href: '/gestion/reglages/fichiers',
    label: 'settings.sections.files',
    hint: 'settings.sections.filesHint',
    permission: 'settings.read',
  },
  {
    href: '/gestion/reglages/equipe',
    label: 'settings.sections.team',
    hint: 'settings.sections.teamHint',
    permission: 'user.read',
  },
  {
    href: '/gestion/reglages/messages',
    label: 'settings.sections.mails',
    hint: 'settings.sections.mailsHint',
    permission: 'mail.read',
  },
  {
    href: '/gestion/journal',
    label: 'settings.sections.journal',
    hint: 'settings.sections.journalHint',
    permission: 'audit.read',
  },
  {
    href: '/gestion/reglages/donnees',
    label: 'personalData.open',
    hint: 'settings.sections.dataHint',
    permission: 'personal-data.read',
  },
  {
    href: '/gestion/reglages/signature',
    label: 'settings.sections.signing',
    hint: 'settings.sections.signingHint',
    permission: 'settings.read',
  },
  {
    href: '/gestion/reglages/securite',
    label: 'settings.sections.security',
    hint: 'settings.sections.securityHint',
  },
]

/** The doors to each part of the settings that this person may open. */
export function SettingsPage() {
  const t = useT()
  return (
    <>
      <PageHeader title={t('settings.title')} />
      <ul className="settings-doors">
        {SECTIONS.map((section) => (
          <Door key={section.href} section={section} />
        ))}
      </ul>
    </>
  )
}

function Door({ section }: { section: Section }) {
  const t = useT()
  const isOpen = useCan(section.permission ?? 'session.read')
  if (!isOpen) return null
  return (
    <li className="panel">
      <Link href={section.href}>{t(section.label)}</Link>
      <p className="dimmed">{t(section.hint)}</p>
    </li>
  )
}
