import { IconChecks, IconFilterOff, IconSeedling } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { useT } from './words.ts'

interface EmptyStateProps {
  /** 'first': nothing was ever here. 'filtered': the filters hide everything. 'done': all is done. */
  kind: 'first' | 'filtered' | 'done'
  title: string
  children?: ReactNode
  /** What to do first; 'filtered' clears the filters by itself. */
  action?: ReactNode
}

const ICONS = { first: IconSeedling, filtered: IconFilterOff, done: IconChecks } as const

/** An empty list says why it is empty and what comes next. */
export function EmptyState({ kind, title, children, action }: EmptyStateProps) {
  const t = useT()
  const [location] = useLocation()
  const Icon = ICONS[kind]
  return (
    <div className="empty-state" data-empty={kind}>
      <Icon size={40} stroke={1.5} aria-hidden />
      <p className="empty-title">{title}</p>
      {children}
      {action}
      {kind === 'filtered' && <Link href={location}>{t('staffFrame.list.clearFilters')}</Link>}
    </div>
  )
}
