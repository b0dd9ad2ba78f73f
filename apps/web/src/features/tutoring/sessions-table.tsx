import { Checkbox } from '@mantine/core'
import { formatDate, formatMinutes } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { StatusBadge, type StatusLook } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { TutoringSession } from './queries.ts'

const LOOKS: Readonly<Record<TutoringSession['state'], StatusLook>> = {
  noted: 'neutral',
  confirmed: 'info',
  disputed: 'attention',
  approved: 'success',
  set_aside: 'neutral',
}

interface Props {
  sessions: readonly TutoringSession[]
  /** Sessions to approve can be ticked; the others only read. */
  choice?: {
    chosen: ReadonlySet<string>
    onChoose: (sessionId: string, isChosen: boolean) => void
    /** Why a session could not be approved, in words. */
    reasons: ReadonlyMap<string, string>
  }
}

export function SessionsTable({ sessions, choice }: Props) {
  const t = useT()
  const locale = useLocale()
  const people = (session: TutoringSession) => session.tutees.map((one) => one.name).join(', ')
  const day = (session: TutoringSession) => formatDate(session.heldOn, locale, 'short')
  const box: Column<TutoringSession> = {
    key: 'choose',
    header: t('tutoring.approve.choose'),
    cell: (s) => (
      <>
        <Checkbox
          aria-label={t('tutoring.approve.chooseOne', { day: day(s), tutor: s.tutorName })}
          checked={choice?.chosen.has(s.id) ?? false}
          onChange={(event) => choice?.onChoose(s.id, event.currentTarget.checked)}
        />
        {choice?.reasons.get(s.id)}
      </>
    ),
  }
  const columns: Column<TutoringSession>[] = [
    ...(choice ? [box] : []),
    {
      key: 'day',
      header: t('tutoring.table.day'),
      isRowHeader: true,
      cell: (s) => <Link href={`/gestion/tutorat/seances/${s.id}`}>{day(s)}</Link>,
    },
    { key: 'tutor', header: t('tutoring.table.tutor'), cell: (s) => s.tutorName },
    { key: 'tutee', header: t('tutoring.table.tutee'), cell: people },
    {
      key: 'time',
      header: t('tutoring.table.time'),
      cell: (s) => formatMinutes(s.minutes, locale),
      isNumeric: true,
    },
    { key: 'mode', header: t('tutoring.table.mode'), cell: (s) => t(`tutoring.mode.${s.mode}`) },
    {
      key: 'kind',
      header: t('tutoring.table.kind'),
      cell: (s) => t(`tutoring.kind.${s.kind ?? 'unstated'}`),
    },
    {
      key: 'state',
      header: t('tutoring.table.state'),
      cell: (s) => <SessionStateBadge session={s} />,
    },
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

export function SessionStateBadge({ session }: { session: TutoringSession }) {
  const t = useT()
  const said = session.tutees.flatMap((one) => one.what ?? [])
  return (
    <>
      <StatusBadge look={LOOKS[session.state]}>{t(`tutoring.state.${session.state}`)}</StatusBadge>
      {[...new Set(said)].map((what) => (
        <div key={what}>{t(`tutoring.disputed.${what}`)}</div>
      ))}
    </>
  )
}
