import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDate, formatMonth } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { DataTable } from '../../ui/staff/data-table.tsx'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { SchemeExceptions, SchemeTiers } from '../../ui/staff/scheme-words.tsx'
import { useT } from '../../ui/staff/words.ts'
import { type SchemeRow, settingsQueries } from './queries.ts'

/** The contribution schemes, each with the assembly that decided it. */
export function SchemesPage() {
  const t = useT()
  const mayAdd = useCan('cooperative.settings')
  const maySimulate = useCan('scheme.simulate')
  const { data, error, refetch } = useQuery(settingsQueries.schemes())
  const add = mayAdd && (
    <Button component={Link} href="/gestion/reglages/contribution/nouvelle">
      {t('schemes.new')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('schemes.title')}
        subtitle={t('schemes.hint')}
        back={{ href: '/gestion/reglages', label: t('settings.back') }}
        actions={
          data &&
          data.length > 0 && (
            <>
              {maySimulate && (
                <Button
                  component={Link}
                  variant="default"
                  href="/gestion/reglages/contribution/simuler"
                >
                  {t('schemes.simulation.title')}
                </Button>
              )}
              {add}
            </>
          )
        }
      />
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && (
        <EmptyState kind="first" title={t('schemes.empty')} action={add}>
          <p>{t('schemes.emptyHint')}</p>
        </EmptyState>
      )}
      {data && data.length > 0 && <SchemesTable schemes={data} />}
    </>
  )
}

function SchemesTable({ schemes }: { schemes: readonly SchemeRow[] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <DataTable
      caption={t('schemes.title')}
      rows={schemes}
      rowKey={(scheme) => scheme.id}
      columns={[
        {
          key: 'code',
          header: t('schemes.columns.code'),
          cell: (scheme) => <Code scheme={scheme} schemes={schemes} />,
        },
        {
          key: 'decided',
          header: t('schemes.columns.decided'),
          cell: (scheme) => (
            <>
              {formatDate(scheme.decidedOn, locale)}
              <br />
              <span className="dimmed">{scheme.decisionReference}</span>
            </>
          ),
        },
        {
          key: 'base',
          header: t('schemes.columns.base'),
          cell: (scheme) => t(`schemes.baseName.${scheme.base}`),
        },
        {
          key: 'tiers',
          header: t('schemes.columns.tiers'),
          cell: (scheme) => <SchemeTiers tiers={scheme.tiers} />,
        },
        {
          key: 'floor',
          header: t('schemes.columns.floor'),
          isNumeric: true,
          cell: (scheme) => <MoneyText cents={scheme.monthlyFloorCents} />,
        },
        {
          key: 'exceptions',
          header: t('schemes.columns.exceptions'),
          cell: (scheme) => <SchemeExceptions scheme={scheme} />,
        },
        {
          key: 'contracts',
          header: t('schemes.columns.contracts'),
          isNumeric: true,
          cell: (scheme) => scheme.contractCount,
        },
      ]}
    />
  )
}

/** The name, and which rule it follows or which one follows it. */
function Code({ scheme, schemes }: { scheme: SchemeRow; schemes: readonly SchemeRow[] }) {
  const t = useT()
  const locale = useLocale()
  const { replaces, replacedBy, appliesUntil } = scheme
  const before = schemes.find(({ id }) => id === replaces?.schemeId)
  return (
    <>
      {scheme.code}
      {replaces && before && (
        <>
          <br />
          <span className="dimmed">
            {t('schemes.takesPlace', {
              code: before.code,
              month: formatMonth(replaces.fromMonth, locale),
            })}
          </span>
        </>
      )}
      {appliesUntil && (
        <>
          <br />
          <span className="dimmed">
            {t(replacedBy ? 'schemes.until' : 'schemes.untilOnly', {
              month: formatMonth(appliesUntil, locale),
            })}
          </span>
        </>
      )}
      {replacedBy && (
        <>
          <br />
          <span className="dimmed">
            {t('schemes.replacedBy', {
              code: replacedBy.code,
              month: formatMonth(replacedBy.fromMonth, locale),
            })}
          </span>
        </>
      )}
    </>
  )
}
