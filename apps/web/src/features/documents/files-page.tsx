import { useQuery } from '@tanstack/react-query'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import { documentQueries } from './queries.ts'

/** What is done with files that come from outside, and whether an antivirus looks at them. */
export function FilesPage() {
  const t = useT()
  const { data, error, refetch } = useQuery(documentQueries.scans())
  return (
    <>
      <PageHeader
        title={t('papers.scans.title')}
        back={{ href: '/gestion/reglages', label: t('settings.title') }}
      />
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data && (
        <>
          <StatusBadge look={data.isConfigured ? 'success' : 'attention'}>
            {t(data.isConfigured ? 'papers.scans.on' : 'papers.scans.off')}
          </StatusBadge>
          <p>{t(data.isConfigured ? 'papers.scans.onHint' : 'papers.scans.offHint')}</p>
          {data.waiting > 0 && <p>{t('papers.scans.waiting', { count: data.waiting })}</p>}
          {data.infected > 0 && <p>{t('papers.scans.infected', { count: data.infected })}</p>}
          {data.isConfigured && data.unscanned > 0 && (
            <p>{t('papers.scans.unscanned', { count: data.unscanned })}</p>
          )}
          <h2>{t('papers.scans.always')}</h2>
          <ul>
            {(['images', 'pdfs', 'size', 'served'] as const).map((rule) => (
              <li key={rule}>{t(`papers.scans.rule.${rule}`)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
