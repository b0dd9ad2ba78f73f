import './ripple.css'
import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { useLocale } from '../../../lib/locale.ts'
import { type Column, DataTable } from '../../../ui/staff/data-table.tsx'
import { EmptyState } from '../../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { type Ripple, tutoringQueries } from '../queries.ts'
import type { ChainHelper } from './draw-ripple.ts'
import { RipplePicture } from './ripple-picture.tsx'

type Year = Ripple['years'][number]

const FACTS = ['helpers', 'helped', 'becameHelpers', 'longestChain'] as const

/** Help that goes on: counts for who may read, chains with names for who brings people together. */
export function RippleView() {
  const t = useT()
  const { data, error, refetch } = useQuery(tutoringQueries.ripple())
  return (
    <>
      <PageHeader
        title={t('tutoringRipple.title')}
        back={{ href: '/gestion/tutorat', label: t('tutoring.title') }}
      />
      <p>{t('tutoringRipple.hint')}</p>
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.helpers === 0 && <EmptyState kind="first" title={t('tutoringRipple.none')} />}
      {data && data.helpers > 0 && (
        <>
          <dl className="ripple-facts">
            {FACTS.map((fact) => (
              <div key={fact}>
                <dt>{t(`tutoringRipple.${fact}`)}</dt>
                <dd>{data[fact]}</dd>
              </div>
            ))}
          </dl>
          <Chains ripple={data} />
          <Years years={data.years} />
        </>
      )}
    </>
  )
}

function Chains({ ripple }: { ripple: Ripple }) {
  const t = useT()
  const { chains, moreHelpers } = ripple
  return (
    <section aria-labelledby="chains">
      <h2 id="chains">{t('tutoringRipple.chains')}</h2>
      {chains === null && <p>{t('tutoringRipple.noNames')}</p>}
      {chains?.length === 0 && <p>{t('tutoringRipple.noChain')}</p>}
      {chains && chains.length > 0 && (
        <>
          <RipplePicture chains={chains} />
          <ChainTable chains={chains} />
        </>
      )}
      {moreHelpers > 0 && <p>{t('tutoringRipple.more', { count: moreHelpers })}</p>}
    </section>
  )
}

function ChainTable({ chains }: { chains: readonly ChainHelper[] }) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<ChainHelper>[] = [
    { key: 'person', header: t('tutoringRipple.person'), cell: (one) => one.name },
    {
      key: 'helpedBy',
      header: t('tutoringRipple.helpedBy'),
      cell: ({ helpedBy }) =>
        helpedBy === null
          ? t('tutoringRipple.helpedByNobody')
          : t('tutoringRipple.helpedByOn', {
              name: helpedBy.name,
              day: formatDate(helpedBy.on, locale, 'long'),
            }),
    },
    {
      key: 'helpsFrom',
      header: t('tutoringRipple.helpsFrom'),
      cell: (one) => formatDate(one.helpsFrom, locale, 'long'),
    },
    {
      key: 'people',
      header: t('tutoringRipple.people'),
      cell: (one) => one.people.length,
      isNumeric: true,
    },
    {
      key: 'nowHelping',
      header: t('tutoringRipple.nowHelping'),
      cell: (one) => one.nowHelping,
      isNumeric: true,
    },
  ]
  return (
    <DataTable
      caption={t('tutoringRipple.chainsCaption')}
      columns={columns}
      rows={chains}
      rowKey={(one) => one.id}
    />
  )
}

function Years({ years }: { years: readonly Year[] }) {
  const t = useT()
  const measures = ['helpers', 'helped', 'newHelpers'] as const
  const columns: Column<Year>[] = [
    { key: 'year', header: t('tutoringRipple.year'), cell: ({ year }) => String(year) },
    ...measures.map((measure) => ({
      key: measure,
      header: t(`tutoringRipple.${measure}`),
      cell: (line: Year) => line[measure],
      isNumeric: true,
    })),
  ]
  return (
    <section aria-labelledby="ripple-years">
      <h2 id="ripple-years">{t('tutoringRipple.years')}</h2>
      <DataTable
        caption={t('tutoringRipple.yearsCaption')}
        columns={columns}
        rows={years}
        rowKey={({ year }) => String(year)}
      />
    </section>
  )
}
