import { formatDate, formatMinutes } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { StatusBadge, type StatusLook } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { TutoringSession } from './queries.ts'

const LOOKS: Readonly<Record<TutoringSession['state'], StatusLook>> = {
  noted: 'neutral',
  confirmed: 'success',
  disputed: 'attention',
  cancelled: 'neutral',
}

export function SessionsTable({ sessions }: { sessions: readonly TutoringSession[] }) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<TutoringSession>[] = [
    {
      key: 'day',
      header: t('tutoring.table.day'),
      cell: (s) => formatDate(s.heldOn, locale, 'weekday'),
    },
    { key: 'tutor', header: t('tutoring.table.tutor'), cell: (s) => s.tutorName },
    { key: 'tutee', header: t('tutoring.table.tutee'), cell: (s) => s.tuteeName },
    {
      key: 'time',
      header: t('tutoring.table.time'),
      cell: (s) => formatMinutes(s.minutes, locale),
      isNumeric: true,
    },
    { key: 'mode', header: t('tutoring.table.mode'), cell: (s) => t(`tutoring.mode.${s.mode}`) },
    { key: 'state', header: t('tutoring.table.state'), cell: (s) => <State session={s} /> },
  ]
  return (
    <DataTable
      caption={t('tutoring.table.caption')}
      columns={columns}
      rows={sessions}
      rowKey={(s) => s.id}
    />
  )
}

function State({ session }: { session: TutoringSession }) {
  const t = useT()
  return (
    <StatusBadge look={LOOKS[session.state]}>
      {t(`tutoring.state.${session.state}`)}
      {session.disputedWhat !== null && ` · ${t(`tutoring.disputed.${session.disputedWhat}`)}`}
    </StatusBadge>
  )
}
