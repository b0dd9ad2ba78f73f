import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatCents, formatDate, formatRateBp } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { DataTable } from '../../ui/staff/data-table.tsx'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { type SchemeRow, settingsQueries } from './queries.ts'

/** The contribution schemes, each with the assembly that decided it. */
export function SchemesPage() {
  const t = useT()
  const mayAdd = useCan('cooperative.settings')
  const { data, error, refetch } = useQuery(settingsQueries.schemes())
  const add = mayAdd && (
    <Button component={Link} href="/gestion/reglages/contribution/nouvelle">
      {t('settings.schemes.new')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('settings.schemes.title')}
        subtitle={t('settings.schemes.hint')}
        back={{ href: '/gestion/reglages', label: t('settings.back') }}
        actions={data && data.length > 0 && add}
      />
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && (
        <EmptyState kind="first" title={t('settings.schemes.empty')} action={add}>
          <p>{t('settings.schemes.emptyHint')}</p>
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
      caption={t('settings.schemes.title')}
      rows={schemes}
      rowKey={(scheme) => scheme.id}
      columns={[
        { key: 'code', header: t('settings.schemes.columns.code'), cell: (scheme) => scheme.code },
        {
          key: 'decided',
          header: t('settings.schemes.columns.decided'),
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
          header: t('settings.schemes.columns.base'),
          cell: (scheme) => t(`settings.schemes.baseName.${scheme.base}`),
        },
        {
          key: 'tiers',
          header: t('settings.schemes.columns.tiers'),
          cell: (scheme) => <Tiers tiers={scheme.tiers} />,
        },
        {
          key: 'floor',
          header: t('settings.schemes.columns.floor'),
          isNumeric: true,
          cell: (scheme) => <MoneyText cents={scheme.monthlyFloorCents} />,
        },
        {
          key: 'contracts',
          header: t('settings.schemes.columns.contracts'),
          isNumeric: true,
          cell: (scheme) => scheme.contractCount,
        },
      ]}
    />
  )
}

function Tiers({ tiers }: { tiers: SchemeRow['tiers'] }) {
  const t = useT()
  const locale = useLocale()
  const rate = (rateBp: number) => formatRateBp(BigInt(rateBp), locale)
  const [only] = tiers
  if (tiers.length === 1 && only) {
    return t('settings.schemes.everything', { rate: rate(only.rateBp) })
  }
  return (
    <ul className="settings-tiers">
      {tiers.map((tier) => (
        <li key={tier.upToCents ?? 'last'}>
          {tier.upToCents === null
            ? t('settings.schemes.above', { rate: rate(tier.rateBp) })
            : t('settings.schemes.upTo', {
                amount: formatCents(BigInt(tier.upToCents), locale),
                rate: rate(tier.rateBp),
              })}
        </li>
      ))}
    </ul>
  )
}
