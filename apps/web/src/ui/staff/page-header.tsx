import { type ReactNode, useEffect } from 'react'
import { Link } from 'wouter'
import { useSession } from '../../lib/session.ts'
import { useRouteFocus } from '../use-route-focus.ts'
import { useT } from './words.ts'

interface PageHeaderProps {
  /** The only h1 of the page, and the title of the window. */
  title: string
  /** A line under the title: a count, a state. */
  subtitle?: ReactNode
  back?: { href: string; label: string }
  /** Buttons of the page, the main one last. */
  actions?: ReactNode
  /** True while the form shows errors. */
  hasError?: boolean
}

/** Title of a staff page. After a change of page, focus goes to it. */
export function PageHeader({ title, subtitle, back, actions, hasError = false }: PageHeaderProps) {
  const t = useT()
  const owner = useSession()?.cooperative.name ?? t('common.productName')
  const heading = useRouteFocus()
  useEffect(() => {
    document.title = `${hasError ? t('common.error.prefix') : ''}${title} – ${owner}`
  }, [hasError, owner, t, title])
  return (
    <div className="page-header">
      <div>
        {back && (
          <Link className="page-back" href={back.href}>
            <span aria-hidden="true">‹ </span>
            {back.label}
          </Link>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {subtitle !== undefined && <div className="page-subtitle">{subtitle}</div>}
      </div>
      {actions !== undefined && <div className="page-actions">{actions}</div>}
    </div>
  )
}
