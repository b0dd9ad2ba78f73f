import { Link } from 'wouter'
import { useT } from './words.ts'

/** "‹ Retour", a real link: it works before the page's script has run to the end. */
export function BackLink({ href }: { href: string }) {
  const t = useT()
  return (
    <Link className="back no-print" href={href}>
      <span aria-hidden="true">‹ </span>
      {t('common.back')}
    </Link>
  )
}
