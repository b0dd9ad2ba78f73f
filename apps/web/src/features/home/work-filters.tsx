import { useQuery } from '@tanstack/react-query'
import { WORK_TOPICS } from '@terreau/domain/work-queue/work-kinds'
import { Link, useLocation } from 'wouter'
import { SelectField } from '../../ui/staff/fields.tsx'
import { useT } from '../../ui/staff/words.ts'
import { homeQueries } from './queries.ts'
import { viewHref, type WorkView } from './use-work-view.ts'

/** By type, by who is in charge, and what was put aside; all of it in the address. */
export function WorkFilters({ view, snoozed }: { view: WorkView; snoozed: number }) {
  const t = useT()
  const at = (change: Partial<WorkView>) => viewHref({ ...view, isFocus: false, ...change })
  const topics = [null, ...WORK_TOPICS]
  return (
    <div className="work-filters">
      <nav className="view-links" aria-label={t('home.filter.label')}>
        {topics.map((topic) => (
          <Link
            key={topic ?? 'all'}
            href={at({ topic })}
            aria-current={topic === view.topic ? 'page' : undefined}
          >
            {t(`home.filter.${topic ?? 'all'}`)}
          </Link>
        ))}
      </nav>
      <nav className="view-links" aria-label={t('home.aside.label')}>
        <Link href={at({ isSnoozed: false })} aria-current={view.isSnoozed ? undefined : 'page'}>
          {t('home.aside.no')}
        </Link>
        <Link href={at({ isSnoozed: true })} aria-current={view.isSnoozed ? 'page' : undefined}>
          {t('home.aside.yes', { count: snoozed })}
        </Link>
      </nav>
      <InCharge view={view} />
    </div>
  )
}

function InCharge({ view }: { view: WorkView }) {
  const t = useT()
  const [, navigate] = useLocation()
  const colleagues = useQuery(homeQueries.colleagues()).data ?? []
  return (
    <SelectField
      name="charge"
      label={t('home.charge.label')}
      value={view.inCharge}
      onChange={(inCharge) => navigate(viewHref({ ...view, inCharge }))}
      options={[
        { value: '', label: t('home.charge.all') },
        { value: 'me', label: t('home.charge.me') },
        ...colleagues.map(({ userId, name }) => ({ value: userId, label: name })),
      ]}
    />
  )
}
