import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { SMIC_HOURLY_CENTS } from '@terreau/domain/tutoring/valuation'
import { formatCents, formatMinutes, formatMonth } from '@terreau/i18n/format'
import { useSearchParams } from 'wouter'
import { type Api, apiUrl } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { todayInZone } from '../../lib/today.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { SelectField } from '../../ui/staff/fields.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { HostEngagement } from './host-engagement.tsx'
import { MethodForm } from './method-form.tsx'
import { tutoringQueries } from './queries.ts'

type Valuation = Api['GET /tutoring/hosts/:hostId/valuation']['response']
type Line = Valuation['lines'][number]

/** Before the first minimum wage that is known, nothing can be valued by it. */
const FIRST_YEAR = Math.min(...SMIC_HOURLY_CENTS.map(({ from }) => Number(from.slice(0, 4))))

/** What the time of volunteers is worth to a structure in a year, as it chose to count it. */
export function ValuationPage() {
  const t = useT()
  const [search, setSearch] = useSearchParams()
  const hosts = useQuery(tutoringQueries.hosts())
  const thisYear = Number(todayInZone().slice(0, 4))
  const year = Number(search.get('annee')) || thisYear
  const hostId = search.get('structure') ?? hosts.data?.[0]?.id
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, n) => String(thisYear - n))
  const set = (key: string, value: string) => {
    const next = new URLSearchParams(search)
    next.set(key, value)
    setSearch(next)
  }
  return (
    <>
      <PageHeader
        title={t('tutoringValue.title')}
        back={{ href: '/gestion/tutorat', label: t('tutoring.title') }}
      />
      <p>{t('tutoringValue.apart')}</p>
      {hosts.error && <ErrorBlock error={hosts.error} onRetry={() => void hosts.refetch()} />}
      {hosts.isPending && <Loading />}
      {hosts.data?.length === 0 && (
        <EmptyState kind="first" title={t('tutoringValue.noHost')}>
          <p>{t('tutoringValue.noHostHint')}</p>
        </EmptyState>
      )}
      {hosts.data && hostId !== undefined && (
        <>
          <div className="filter-row">
            <SelectField
              name="structure"
              label={t('tutoring.pairs.host')}
              value={hostId}
              onChange={(value) => set('structure', value)}
              options={hosts.data.map((host) => ({ value: host.id, label: host.name }))}
            />
            <SelectField
              name="annee"
              label={t('tutoringValue.year')}
              value={String(year)}
              onChange={(value) => set('annee', value)}
              options={years.map((value) => ({ value, label: value }))}
            />
          </div>
          <OfYear hostId={hostId} year={year} />
          <HostEngagement hostId={hostId} year={year} />
        </>
      )}
    </>
  )
}

function OfYear({ hostId, year }: { hostId: string; year: number }) {
  const t = useT()
  const mayChoose = useCan('tutoring.approve')
  const { data, error, refetch } = useQuery(tutoringQueries.valuation(hostId, year))
  if (error) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loading />
  const of = { params: { hostId }, query: { year } }
  return (
    <>
      {data.choice ? <Chosen choice={data.choice} /> : <p>{t('tutoringValue.notChosen')}</p>}
      {data.lines.length === 0 ? (
        <EmptyState kind="filtered" title={t('tutoringValue.empty')} />
      ) : (
        <>
          <Lines valuation={data} />
          <Entries valuation={data} />
          <div className="form-actions">
            <Button
              component="a"
              href={apiUrl('GET /tutoring/hosts/:hostId/valuation/document', of)}
              variant="default"
            >
              {t('tutoringValue.pdf')}
            </Button>
            <Button
              component="a"
              href={apiUrl('GET /tutoring/hosts/:hostId/valuation/workbook', of)}
              variant="default"
            >
              {t('tutoringValue.xlsx')}
            </Button>
            <Button
              component="a"
              href={apiUrl('GET /tutoring/hosts/:hostId/valuation/table', of)}
              variant="default"
            >
              {t('tutoringValue.csv')}
            </Button>
          </div>
        </>
      )}
      {mayChoose && <MethodForm key={`${hostId} ${year} ${data.choice?.version}`} of={data} />}
    </>
  )
}

function Chosen({ choice }: { choice: NonNullable<Valuation['choice']> }) {
  const t = useT()
  return (
    <p>
      {t('tutoringValue.chosen', { method: t(`tutoringValue.method.${choice.method}`) })}{' '}
      {choice.reason}
    </p>
  )
}

function Lines({ valuation }: { valuation: Valuation }) {
  const t = useT()
  const locale = useLocale()
  const money = (text: string | null) => (text === null ? '' : formatCents(BigInt(text), locale))
  const factor = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 })
  const columns: Column<Line>[] = [
    {
      key: 'month',
      header: t('tutoringValue.month'),
      cell: (line) => formatMonth(line.month, locale),
    },
    {
      key: 'level',
      header: t('tutoringValue.level'),
      cell: (line) => t(`tutoring.level.${line.level}`),
    },
    {
      key: 'sessions',
      header: t('tutoringValue.sessions'),
      cell: (line) => line.sessions,
      isNumeric: true,
    },
    {
      key: 'time',
      header: t('tutoringValue.approved'),
      cell: (line) => formatMinutes(line.minutes, locale),
      isNumeric: true,
    },
    {
      key: 'rate',
      header: t('tutoringValue.rate'),
      cell: (line) => money(line.hourlyCents),
      isNumeric: true,
    },
    {
      key: 'factor',
      header: t('tutoringValue.factor'),
      cell: (line) =>
        line.factorTenThousandths === null ? '' : factor.format(line.factorTenThousandths / 10_000),
      isNumeric: true,
    },
    {
      key: 'value',
      header: t('tutoringValue.value'),
      cell: (line) => money(line.valueCents),
      isNumeric: true,
    },
  ]
  return (
    <DataTable
      caption={t('tutoringValue.caption')}
      columns={columns}
      rows={valuation.lines}
      rowKey={(line) => `${line.month} ${line.level}`}
      footer={
        <tr>
          <th scope="row" colSpan={3}>
            {t('staffFrame.total')}
          </th>
          <td className="numeric">{formatMinutes(valuation.totalMinutes, locale)}</td>
          <td colSpan={2} />
          <td className="numeric">{money(valuation.totalCents)}</td>
        </tr>
      }
    />
  )
}

function Entries({ valuation }: { valuation: Valuation }) {
  const t = useT()
  const locale = useLocale()
  if (valuation.choice === null) return null
  if (valuation.totalCents === null) return <p>{t('tutoringValue.rateUnknown')}</p>
  return (
    <section aria-labelledby="entries">
      <h2 id="entries">{t('tutoringValue.entries')}</h2>
      <p>{t('tutoringValue.entriesHint')}</p>
      <ul>
        {valuation.entries.map(({ account, side, amountCents }) => (
          <li key={account}>
            {t(`tutoringValue.${side}`, {
              account,
              amount: formatCents(BigInt(amountCents), locale),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
