import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { DataTable } from '../../../ui/staff/data-table.tsx'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { AmendmentState } from './amendment-state.tsx'
import { amendmentQueries } from './queries.ts'

/** The amendments of a contract; the contract itself never changes. */
export function AmendmentsPanel({ contractId }: { contractId: string }) {
  const t = useT()
  const locale = useLocale()
  const mayWrite = useCan('contract.create')
  const { data, error, refetch } = useQuery(amendmentQueries.list(contractId))
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <section className="panel" aria-labelledby="amendments">
      <h2 id="amendments">{t('amendments.title')}</h2>
      {data.amendments.length === 0 ? (
        <p>{t('amendments.none')}</p>
      ) : (
        <DataTable
          caption={t('amendments.caption')}
          rows={data.amendments}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'n',
              header: t('amendments.number'),
              cell: (row) => (
                <Link href={`/gestion/contrats/avenants/${row.id}`}>
                  {t('amendments.named', { n: row.n })}
                </Link>
              ),
            },
            {
              key: 'effectiveOn',
              header: t('amendments.effectiveOn'),
              cell: (row) => formatDate(row.effectiveOn, locale),
            },
            { key: 'reason', header: t('amendments.reason'), cell: (row) => row.reason },
            {
              key: 'state',
              header: t('amendments.state'),
              cell: (row) => <AmendmentState state={row.state} />,
            },
          ]}
        />
      )}
      {mayWrite && data.isDraftable && (
        <p className="contract-acts">
          <Button
            component={Link}
            href={`/gestion/contrats/${contractId}/avenant`}
            variant="default"
          >
            {t('amendments.new')}
          </Button>
        </p>
      )}
    </section>
  )
}
