import { Link } from 'wouter'
import { useSession } from '../../lib/session.ts'
import { useT } from './words.ts'

/** Whom to call, at the same place on every page (WCAG 3.2.6). */
export function HelpBlock() {
  const t = useT()
  const cooperative = useSession()?.cooperative
  const phone = cooperative?.phone ?? ''
  return (
    <aside className="help no-print" data-help="" aria-label={t('common.help.title')}>
      <p>
        {t('common.help.title')}{' '}
        {cooperative && phone !== '' ? (
          <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
            {t('common.help.call', { name: cooperative.name })}
          </a>
        ) : (
          t('common.help.ask')
        )}
      </p>
      {cooperative && (
        <p>
          <Link href="/moi/compte">{t('common.account')}</Link>
        </p>
      )}
    </aside>
  )
}
