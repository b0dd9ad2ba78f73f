import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { type Column, DataTable } from '../../../ui/staff/data-table.tsx'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { ShareLink } from '../../../ui/staff/share-link.tsx'
import { StatusBadge } from '../../../ui/staff/status-badge.tsx'
import { useHashFocus } from '../../../ui/staff/use-hash-focus.ts'
import { useT } from '../../../ui/staff/words.ts'
import { useContactWords, useSpokenLanguages } from './contact-words.ts'
import { declareForHref } from './declare-for-href.ts'
import { useNoteMonthShare } from './mutations.ts'
import type { CallList, MissingPerson } from './queries.ts'

interface MissingPeopleProps {
  list: CallList
  onCall: (person: MissingPerson) => void
}

/** One line a person and activity: how to reach them, the last contact, and what staff can do. */
export function MissingPeople({ list, onCall }: MissingPeopleProps) {
  const t = useT()
  const share = useNoteMonthShare(list.month)
  useHashFocus()
  const columns: Column<MissingPerson>[] = [
    {
      key: 'person',
      header: t('calls.column.person'),
      cell: (row) => (
        <>
          <Link
            id={`${row.activityId}-${row.personId}`}
            href={`/gestion/personnes/${row.personId}`}
          >
            {row.personName}
          </Link>
          <span className="cell-line dimmed">{row.activityName}</span>
        </>
      ),
    },
    {
      key: 'state',
      header: t('calls.column.state'),
      cell: (row) => <State row={row} isPast={list.isPast} />,
    },
    { key: 'reach', header: t('calls.column.reach'), cell: (row) => <Reach row={row} /> },
    { key: 'last', header: t('calls.column.last'), cell: (row) => <LastContact row={row} /> },
    {
      key: 'acts',
      header: t('calls.column.acts'),
      cell: (row) => (
        <div className="missing-acts">
          <Button variant="default" onClick={() => onCall(row)}>
            {t('calls.note.open')}
            <span className="visually-hidden"> {row.personName}</span>
          </Button>
          <Link href={declareForHref(row, list.month)}>
            {t('review.declareFor.open')}
            <span className="visually-hidden"> {row.personName}</span>
          </Link>
          <ShareLink
            share={row.share}
            onShared={(by) => share.mutate({ personId: row.personId, by })}
          />
        </div>
      ),
    },
  ]
  return (
    <>
      {share.error && <ErrorBlock error={share.error} />}
      <DataTable
        caption={t('review.view.missing', { count: list.total })}
        isCaptionShown
        columns={columns}
        rows={list.people}
        rowKey={(row) => `${row.personId}${row.activityId}`}
      />
    </>
  )
}

/** Missing once the last day is past; before it, only expected. */
function State({ row, isPast }: { row: MissingPerson; isPast: boolean }) {
  const t = useT()
  const isMissing = isPast && row.state !== 'postponed'
  return (
    <>
      <StatusBadge look={isMissing ? 'attention' : 'neutral'}>
        {isMissing ? t('review.state.missing') : t('calls.expected')}
      </StatusBadge>
      <span className="cell-line">{t(`calls.state.${row.state}`)}</span>
    </>
  )
}

function Reach({ row }: { row: MissingPerson }) {
  const t = useT()
  const languages = useSpokenLanguages()
  return (
    <>
      {row.phone === '' ? (
        <span>{t('calls.noPhone')}</span>
      ) : (
        <a href={`tel:${row.share.phone === '' ? row.phone : row.share.phone}`}>{row.phone}</a>
      )}
      <span className="cell-line">
        {languages(row)}
        {row.channel !== null && `, ${t(`calls.channel.${row.channel}`)}`}
      </span>
      <span className="cell-line dimmed">
        {row.referent === '' ? t('calls.noReferent') : row.referent}
      </span>
    </>
  )
}

function LastContact({ row }: { row: MissingPerson }) {
  const t = useT()
  const words = useContactWords()
  const [last] = row.contacts
  if (last === undefined) return <span className="dimmed">{t('calls.never')}</span>
  const { what, next } = words(last)
  return (
    <>
      <span>{what}</span>
      {next !== '' && <span className="cell-line">{next}</span>}
      {last.note !== '' && <span className="cell-line">{last.note}</span>}
      {row.hasSpoken && <span className="cell-line dimmed">{t('calls.spoken')}</span>}
    </>
  )
}
