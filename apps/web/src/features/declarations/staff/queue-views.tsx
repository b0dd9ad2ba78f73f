import { Link, useSearchParams } from 'wouter'
import { useT } from '../../../ui/staff/words.ts'
import { QUEUE_VIEWS, type Queue, type ViewSlug } from './queries.ts'

const SLUGS = Object.keys(QUEUE_VIEWS) as ViewSlug[]

/** Saved views with their counts. */
export function QueueViews(props: { current: ViewSlug; counts: Queue['counts'] | undefined }) {
  const { current, counts } = props
  const t = useT()
  const [params] = useSearchParams()
  const month = params.get('mois')
  const href = (slug: ViewSlug) =>
    `/gestion/declarations?vue=${slug}${month === null ? '' : `&mois=${month}`}`
  return (
    <nav className="view-links" aria-label={t('review.view.label')}>
      {SLUGS.map((slug) => {
        const view = QUEUE_VIEWS[slug]
        return (
          <Link key={slug} href={href(slug)} aria-current={slug === current ? 'page' : undefined}>
            {t(`review.view.${view}`, { count: counts?.[view] ?? '…' })}
          </Link>
        )
      })}
    </nav>
  )
}
