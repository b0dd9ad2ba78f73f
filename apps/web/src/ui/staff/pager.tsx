import { Link, useLocation, useSearch } from 'wouter'
import { useT } from './words.ts'

interface PagerProps {
  /** The page shown, from 1; the address carries `?page=`. */
  page: number
  pageSize: number
  total: number
}

/** Where we are in a long list, and the pages around. */
export function Pager({ page, pageSize, total }: PagerProps) {
  const t = useT()
  const [location] = useLocation()
  const search = useSearch()
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1
  const to = Math.min(page * pageSize, total)
  const href = (target: number) => {
    const params = new URLSearchParams(search)
    params.set('page', String(target))
    return `${location}?${params}`
  }
  return (
    <nav className="pager" aria-label={t('staffFrame.list.pages')}>
      {page > 1 && <Link href={href(page - 1)}>{t('staffFrame.list.previous')}</Link>}
      <span>{t('staffFrame.list.range', { from, to, total })}</span>
      {to < total && <Link href={href(page + 1)}>{t('staffFrame.list.next')}</Link>}
    </nav>
  )
}
