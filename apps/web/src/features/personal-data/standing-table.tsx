import { formatDate } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { StatusBadge, type StatusLook } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { Standing } from './queries.ts'

const LOOKS = {
  running: 'info',
  kept: 'neutral',
  'on-request': 'attention',
  due: 'attention',
  erased: 'success',
} as const satisfies Record<Standing['state'], StatusLook>

/** Kind by kind: what may go, what is kept until when, and the text that says so. */
export function StandingTable({ standing }: { standing: readonly Standing[] }) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<Standing>[] = [
    {
      key: 'kind',
      header: t('personalData.standing.kind'),
      cell: (row) => t(`retentionKinds.${row.kind}`),
    },
    {
      key: 'state',
      header: t('personalData.standing.state'),
      cell: (row) => (
        <StatusBadge look={LOOKS[row.state]}>
          {t(`personalData.standing.states.${row.state}`)}
        </StatusBadge>
      ),
    },
    {
      key: 'until',
      header: t('personalData.standing.until'),
      cell: (row) => (row.keptUntil === null ? '–' : formatDate(row.keptUntil, locale)),
    },
    { key: 'text', header: t('personalData.standing.text'), cell: (row) => row.source },
  ]
  return (
    <section className="panel" aria-label={t('personalData.standing.title')}>
      <h2>{t('personalData.standing.title')}</h2>
      <DataTable
        caption={t('personalData.standing.caption')}
        columns={columns}
        rows={standing}
        rowKey={(row) => row.kind}
      />
    </section>
  )
}
