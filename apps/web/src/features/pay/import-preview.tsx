import { formatList, formatMonth } from '@terreau/i18n/format'
import type { ReactNode } from 'react'
import { useLocale } from '../../lib/locale.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { StatusBadge, type StatusLook } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import { SlipTotalsRow, useSlipColumns } from './slip-amounts.tsx'
import type { PlannedSlip, Preview, SlipRefusal } from './slip-queries.ts'

const LOOKS: Readonly<Record<PlannedSlip['change'], StatusLook>> = {
  added: 'success',
  replaces: 'attention',
  same: 'neutral',
}

/** Each reason uses some of these. */
const UNSAID = {
  expected: '',
  first: '',
  found: '',
  least: '',
  line: '',
  month: '',
  most: '',
  second: '',
  value: '',
}

/** What a file would write, line by line; or every line that is refused, and why. */
export function ImportPreview({ preview, children }: { preview: Preview; children: ReactNode }) {
  const t = useT()
  const locale = useLocale()
  const { state, refusals, slips, missing, bookMonth } = preview
  return (
    <section className="pay-preview" aria-labelledby="preview">
      <h4 id="preview">{t(`paySlips.preview.${state}`)}</h4>
      <ReadNotes preview={preview} />
      {state === 'refused' && <Refusals refusals={refusals} />}
      {state === 'ready' && (
        <>
          <p>{t('paySlips.preview.booked', { month: formatMonth(bookMonth, locale) })}</p>
          {missing.length > 0 && (
            <p>
              {t('paySlips.missing', {
                names: formatList(
                  missing.map((one) => one.personName),
                  locale,
                ),
              })}
            </p>
          )}
          <Planned slips={slips} totals={preview.totals} />
          {children}
        </>
      )}
    </section>
  )
}

/** How the file was read, when that deserves to be said. */
function ReadNotes({ preview }: { preview: Preview }) {
  const t = useT()
  const locale = useLocale()
  const { encoding, unreadColumns, skippedLines } = preview
  return (
    <>
      {encoding === 'windows-1252' && <p>{t('paySlips.preview.encoding')}</p>}
      {unreadColumns.length > 0 && (
        <p className="dimmed">
          {t('paySlips.preview.unread', { columns: formatList(unreadColumns, locale) })}
        </p>
      )}
      {skippedLines.length > 0 && (
        <p className="dimmed">
          {t('paySlips.preview.skipped', { lines: formatList(skippedLines.map(String), locale) })}
        </p>
      )}
    </>
  )
}

function Refusals({ refusals }: { refusals: readonly SlipRefusal[] }) {
  const t = useT()
  const columns: Column<SlipRefusal>[] = [
    { key: 'line', header: t('paySlips.preview.line'), cell: (one) => one.line },
    { key: 'column', header: t('paySlips.preview.column'), cell: (one) => one.column },
    {
      key: 'why',
      header: t('paySlips.preview.why'),
      cell: (one) =>
        t(`paySlips.refusals.${one.code}`, {
          ...UNSAID,
          ...one.params,
          column: one.column,
        }),
    },
  ]
  return (
    <DataTable
      caption={t('paySlips.preview.refused')}
      columns={columns}
      rows={refusals}
      rowKey={(one) => `${one.line}-${one.column}-${one.code}`}
    />
  )
}

function Planned({ slips, totals }: Pick<Preview, 'slips' | 'totals'>) {
  const t = useT()
  const columns: Column<PlannedSlip>[] = [
    ...useSlipColumns<PlannedSlip>(),
    {
      key: 'change',
      header: t('paySlips.preview.change'),
      cell: (slip) => (
        <>
          <StatusBadge look={LOOKS[slip.change]}>
            {t(`paySlips.changes.${slip.change}`)}
          </StatusBadge>
          {slip.change === 'replaces' && slip.previous && (
            <div className="dimmed">
              {t('paySlips.preview.before')} <MoneyText cents={slip.previous.employerCostCents} />
            </div>
          )}
          {slip.warnings.map((warning) => (
            <div key={warning}>{t(`paySlips.warnings.${warning}`)}</div>
          ))}
        </>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('paySlips.preview.ready')}
      columns={columns}
      rows={slips}
      rowKey={(slip) => String(slip.line)}
      footer={<SlipTotalsRow totals={totals} before={2} after={1} />}
    />
  )
}
