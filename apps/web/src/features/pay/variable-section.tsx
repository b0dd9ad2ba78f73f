import { useQuery } from '@tanstack/react-query'
import { fullName } from '@terreau/domain/names/full-name'
import { formatCents, formatDate, formatMonth } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { useT } from '../../ui/staff/words.ts'
import { DecisionForm } from './decision-form.tsx'
import { payQueries, type VariableLine } from './queries.ts'

/** Advances decided for the month, and balances of a year that an assembly made due. */
export function VariableSection({ month }: { month: string }) {
  const t = useT()
  const mayDecide = useCan('pay.decide')
  const { data, error, refetch } = useQuery(payQueries.variable(month))
  const told = data?.filter((line) => line.advanceCents !== null || line.balance !== null) ?? []
  return (
    <section className="pay-slips" aria-labelledby="variable">
      <h2 id="variable">{t('pay.variable.title')}</h2>
      <p className="dimmed">{t('pay.variable.hint')}</p>
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data !== undefined && told.length === 0 && <p>{t('pay.variable.none')}</p>}
      {told.length > 0 && <VariableTable lines={told} />}
      {mayDecide && data !== undefined && data.length > 0 && (
        <DecisionForm key={month} month={month} lines={data} />
      )}
    </section>
  )
}

function VariableTable({ lines }: { lines: readonly VariableLine[] }) {
  const t = useT()
  const columns: Column<VariableLine>[] = [
    {
      key: 'person',
      header: t('pay.month.person'),
      cell: (line) => <Link href={`/gestion/personnes/${line.personId}`}>{fullName(line)}</Link>,
    },
    {
      key: 'advance',
      header: t('pay.variable.advance'),
      isNumeric: true,
      cell: (line) => (line.advanceCents === null ? '—' : <MoneyText cents={line.advanceCents} />),
    },
    {
      key: 'balance',
      header: t('pay.variable.balance'),
      cell: (line) => <BalanceWords line={line} />,
    },
  ]
  return (
    <DataTable
      caption={t('pay.variable.title')}
      columns={columns}
      rows={lines}
      rowKey={(line) => line.contractId}
    />
  )
}

/** What is left of the year, by when it is to be paid, and the way to know the gross. */
function BalanceWords({ line }: { line: VariableLine }) {
  const t = useT()
  const locale = useLocale()
  const { balance } = line
  if (balance === null) return '—'
  const { budgetCents, dueOn, firstMonth, lastMonth, assemblyOn, grossCents } = balance
  const decidedBefore = BigInt(balance.decidedBeforeCents)
  const amount = formatCents(BigInt(budgetCents), locale)
  return (
    <>
      <div>
        {t('pay.variable.left', {
          amount,
          from: formatMonth(firstMonth, locale),
          until: formatMonth(lastMonth, locale),
          due: formatDate(dueOn, locale),
          assembly: formatDate(assemblyOn, locale),
        })}
      </div>
      {decidedBefore > 0n && (
        <div>{t('pay.variable.decidedBefore', { amount: formatCents(decidedBefore, locale) })}</div>
      )}
      {BigInt(budgetCents) > 0n && (
        <Link href={`/gestion/simulateur?budget=${budgetCents}`}>
          {t('pay.variable.simulate', { amount })}
        </Link>
      )}
      {grossCents !== null && (
        <div>{t('pay.variable.decided', { amount: formatCents(BigInt(grossCents), locale) })}</div>
      )}
    </>
  )
}
