import { useQuery } from '@tanstack/react-query'
import { formatDate, formatMinutes } from '@terreau/i18n/format'
import type { Api } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { useT } from '../../ui/staff/words.ts'
import { tutoringQueries } from './queries.ts'

type Pair = Api['GET /tutoring/relations']['response'][number]

/** Who helps whom, in the order of names: never a ranking. */
export function PairsTable() {
  const t = useT()
  const locale = useLocale()
  const { data, error, refetch } = useQuery(tutoringQueries.relations())
  const columns: Column<Pair>[] = [
    { key: 'tutor', header: t('tutoring.table.tutor'), cell: (p) => p.tutorName },
    { key: 'tutee', header: t('tutoring.table.tutee'), cell: (p) => p.tuteeName },
    {
      key: 'since',
      header: t('tutoring.pairs.since'),
      cell: (p) => formatDate(p.startedOn, locale, 'long'),
    },
    {
      key: 'hours',
      header: t('tutoring.pairs.hours'),
      cell: (p) => formatMinutes(p.confirmedMinutes, locale),
      isNumeric: true,
    },
  ]
  return (
    <section aria-labelledby="pairs">
      <h2 id="pairs">{t('tutoring.pairs.title')}</h2>
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <p>{t('tutoring.pairs.none')}</p>}
      {data && data.length > 0 && (
        <DataTable
          caption={t('tutoring.pairs.caption')}
          columns={columns}
          rows={data}
          rowKey={(p) => p.id}
        />
      )}
    </section>
  )
}
