import { useQuery } from '@tanstack/react-query'
import { formatMonth } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { apiUrl } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { useT } from '../../ui/staff/words.ts'
import { ClosedTotals } from './closed-totals.tsx'
import { MissingStatements } from './missing-statements.tsx'
import { type Closing, closingQueries } from './queries.ts'
import { Seal } from './seal.tsx'
import { StatementsTable } from './statements-table.tsx'
import { VersionsPanel } from './versions-panel.tsx'

/** A closed month: its seal, its files, its figures, the statement of each person. */
export function DoneStep({ month }: { month: string }) {
  const { data, error, refetch } = useQuery(closingQueries.detail(month))
  return (
    <>
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data && <ClosedMonth closing={data} />}
    </>
  )
}

function ClosedMonth({ closing }: { closing: Closing }) {
  const t = useT()
  const locale = useLocale()
  const { month } = closing
  const { data: months } = useQuery(closingQueries.list())
  const open = months?.find((one) => one.state === 'next')?.month
  const mayReopen = useCan('closing.reopen')
  const isLast = months?.find((one) => one.state === 'closed')?.month === month
  return (
    <>
      <Seal closing={closing} />
      <section className="panel" aria-labelledby="files">
        <h2 id="files">{t('closing.done.files')}</h2>
        <p className="closing-links">
          <a href={apiUrl('GET /closings/:month/journal.csv', { params: { month } })}>
            {t('closing.done.journal')}
          </a>
          <a href={apiUrl('GET /closings/:month/journal.xlsx', { params: { month } })}>
            {t('closing.done.journalXlsx')}
          </a>
          {closing.statements.done > 0 && (
            <a href={apiUrl('GET /closings/:month/statements.zip', { params: { month } })}>
              {t('closing.done.archive')}
            </a>
          )}
          <Link href={`/gestion/comptes/journal?mois=${month}`}>{t('closing.done.postings')}</Link>
        </p>
      </section>
      <MissingStatements closing={closing} />
      <VersionsPanel month={month} />
      <h2>{t('closing.done.totals')}</h2>
      <ClosedTotals closing={closing} />
      <h2>{t('closing.done.people')}</h2>
      <div className="closing-people">
        <StatementsTable closing={closing} />
      </div>
      {open !== undefined && (
        <p>
          <Link href={`/gestion/cloture/${open}`}>
            {t('closing.done.next', { month: formatMonth(open, locale) })}
          </Link>
        </p>
      )}
      {mayReopen && isLast && (
        <p>
          <Link href={`/gestion/cloture/${month}/rouvrir`}>
            {t('closing.reopen.link', { month: formatMonth(month, locale) })}
          </Link>
        </p>
      )}
    </>
  )
}
