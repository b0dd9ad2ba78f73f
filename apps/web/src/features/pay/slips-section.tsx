import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatList } from '@terreau/i18n/format'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { DataTable } from '../../ui/staff/data-table.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { useT } from '../../ui/staff/words.ts'
import { ImportForm } from './import-form.tsx'
import { SlipTotalsRow, useSlipColumns } from './slip-amounts.tsx'
import { type Slip, type SlipImport, slipQueries, useUndoSlips } from './slip-queries.ts'

/** What the payroll service paid for the month, and where its file comes in. */
export function SlipsSection({ month }: { month: string }) {
  const t = useT()
  const locale = useLocale()
  const mayImport = useCan('pay.import')
  const { data, error, refetch } = useQuery(slipQueries.month(month))
  const columns = useSlipColumns<Slip>()
  return (
    <section className="pay-slips" aria-labelledby="slips">
      <h2 id="slips">{t('paySlips.title')}</h2>
      <p className="dimmed">{t('paySlips.hint')}</p>
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data?.slips.length === 0 && <p>{t('paySlips.none')}</p>}
      {data !== undefined && data.slips.length > 0 && (
        <>
          {data.missing.length > 0 && (
            <p>
              {t('paySlips.missing', {
                names: formatList(
                  data.missing.map((one) => one.personName),
                  locale,
                ),
              })}
            </p>
          )}
          <DataTable
            caption={t('paySlips.title')}
            columns={columns}
            rows={data.slips}
            rowKey={(slip) => slip.id}
            footer={<SlipTotalsRow totals={data.totals} before={2} after={0} />}
          />
        </>
      )}
      {data !== undefined && data.imports.length > 0 && (
        <ImportsList imports={data.imports} mayUndo={mayImport} />
      )}
      {mayImport && <ImportForm key={month} month={month} />}
    </section>
  )
}

/** The files of the month, the latest first; one is taken back while its month of account is open. */
function ImportsList(props: { imports: readonly SlipImport[]; mayUndo: boolean }) {
  const t = useT()
  const locale = useLocale()
  const undo = useUndoSlips()
  return (
    <>
      <h3>{t('paySlips.imports')}</h3>
      {undo.error && <ErrorBlock error={undo.error} />}
      <ul className="pay-imports">
        {props.imports.map((one) => (
          <li key={one.id}>
            <span>
              {t('paySlips.importLine', {
                file: one.fileName,
                when: formatInstant(one.importedAt, locale),
                who: one.importedBy,
              })}{' '}
              {one.state === 'undone'
                ? t('paySlips.importUndone')
                : t('paySlips.importStanding', { count: one.standing })}
            </span>
            {props.mayUndo && one.state === 'open' && (
              <Button
                variant="default"
                loading={undo.isPending && undo.variables === one.id}
                onClick={() => undo.mutate(one.id)}
              >
                {t('paySlips.undo', { file: one.fileName })}
              </Button>
            )}
            {one.state === 'month-closed' && (
              <span className="dimmed">{t('paySlips.importClosed')}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
