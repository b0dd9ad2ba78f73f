import { type ReactNode, useEffect } from 'react'
import { useSession } from '../../lib/session.ts'
import { useRouteFocus } from '../use-route-focus.ts'
import { BackLink } from './back-link.tsx'
import { BottomNav } from './bottom-nav.tsx'
import { HelpBlock } from './help-block.tsx'
import { OfflineBanner } from './offline-banner.tsx'
import { TopBar } from './top-bar.tsx'
import { useT } from './words.ts'

interface PageProps {
  /** The question or the name of the page: the only h1, and the title of the window. */
  title: string
  /** One sentence under the title, without a link. */
  hint?: ReactNode
  /** Where "Retour" leads; no link when absent. */
  back?: string
  /** True while the form shows errors: the window title then starts with "Erreur : ". */
  hasError?: boolean
  /** The error summary, placed before the title. */
  summary?: ReactNode
  /** Shows the four entries at the bottom (home pages of testers, not steps of a form). */
  hasTabs?: boolean
  children?: ReactNode
}

/** The frame of every phone page: bar, back link, title, content, help, tabs. */
export function Page({
  title,
  hint,
  back,
  hasError = false,
  summary,
  hasTabs,
  children,
}: PageProps) {
  const t = useT()
  const session = useSession()
  const heading = useRouteFocus()
  const owner = session?.cooperative.name ?? t('common.productName')
  useEffect(() => {
    document.title = `${hasError ? t('common.error.prefix') : ''}${title} – ${owner}`
  }, [hasError, owner, t, title])
  return (
    <>
      <a className="skip-link" href="#main">
        {t('common.skipToContent')}
      </a>
      <TopBar owner={owner} />
      <main id="main" tabIndex={-1}>
        <OfflineBanner />
        {back !== undefined && <BackLink href={back} />}
        {summary}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {hint !== undefined && <p className="hint">{hint}</p>}
        {children}
        <HelpBlock />
      </main>
      {hasTabs === true && <BottomNav />}
    </>
  )
}
