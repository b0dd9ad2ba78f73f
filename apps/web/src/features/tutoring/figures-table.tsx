import { formatMinutes } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { Figures } from './queries.ts'

const MEASURES = [
  'notedMinutes',
  'confirmedMinutes',
  'approvedMinutes',
  'disputedMinutes',
  'tuteeApprovedMinutes',
  'travelMinutes',
] as const

/** Noted, confirmed, approved, kind by kind; volunteer and paid hours have no total together. */
export function FiguresTable({ figures }: { figures: readonly Figures[] }) {
  const t = useT()
  const locale = useLocale()
  if (figures.length === 0) return null
  const columns: Column<Figures>[] = [
    { key: 'kind', header: t('tutoring.table.kind'), cell: (f) => t(`tutoring.kind.${f.kind}`) },
    ...MEASURES.map((measure) => ({
      key: measure,
      header: t(`tutoring.figures.${measure}`),
      cell: (f: Figures) => formatMinutes(f[measure], locale),
      isNumeric: true,
    })),
  ]
  return (
    <>
      <DataTable
        caption={t('tutoring.figures.caption')}
        columns={columns}
        rows={figures}
        rowKey={(f) => f.kind}
      />
      <p className="dimmed">{t('tutoring.figures.received')}</p>
    </>
  )
}
