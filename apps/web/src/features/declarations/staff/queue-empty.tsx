import { Button } from '@mantine/core'
import { formatMonth } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../../lib/locale.ts'
import { EmptyState } from '../../../ui/staff/empty-state.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { QUEUE_VIEWS, type ViewSlug } from './queries.ts'

/** All is reviewed, nothing was ever sent, or nothing in this view: three different things. */
export function QueueEmpty({ slug, month }: { slug: ViewSlug; month: string }) {
  const t = useT()
  const words = { month: formatMonth(month, useLocale()) }
  const view = QUEUE_VIEWS[slug]
  if (view === 'to-review') {
    const closing = (
      <Button component={Link} href={`/gestion/cloture/${month}`}>
        {t('review.empty.toClosing')}
      </Button>
    )
    return (
      <EmptyState kind="done" title={t('review.empty.done', words)} action={closing}>
        <p>{t('review.empty.doneHint')}</p>
      </EmptyState>
    )
  }
  if (view === 'all') {
    return (
      <EmptyState kind="first" title={t('review.empty.all', words)}>
        <p>{t('review.empty.allHint')}</p>
      </EmptyState>
    )
  }
  if (view === 'missing' || view === 'accepted') {
    return <EmptyState kind="done" title={t(`review.empty.${view}`, words)} />
  }
  return <EmptyState kind="done" title={t(`review.empty.${view}`)} />
}
