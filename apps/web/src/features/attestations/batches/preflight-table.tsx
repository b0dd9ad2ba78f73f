import { Checkbox } from '@mantine/core'
import type { BatchKind } from '@terreau/domain/attestations/kinds'
import { Link } from 'wouter'
import { type Column, DataTable } from '../../../ui/staff/data-table.tsx'
import { StatusBadge } from '../../../ui/staff/status-badge.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { NAME_OF_KIND } from '../use-issue-choice.ts'
import { useGapText } from './gap-text.ts'
import type { PreflightPerson } from './queries.ts'

interface PreflightTableProps {
  people: readonly PreflightPerson[]
  kind: BatchKind
  leftOut: ReadonlySet<string>
  onLeaveOut: (leftOut: ReadonlySet<string>) => void
}

/** Everybody who was chosen: ready, or what is missing and where to put it right. */
export function PreflightTable({ people, kind, leftOut, onLeaveOut }: PreflightTableProps) {
  const t = useT()
  const gapText = useGapText()
  const columns: Column<PreflightPerson>[] = [
    {
      key: 'chosen',
      header: t('attestations.batch.column.chosen'),
      cell: ({ personId, name, isReady }) =>
        isReady ? (
          <Checkbox
            checked={!leftOut.has(personId)}
            onChange={() => onLeaveOut(toggled(leftOut, personId))}
            aria-label={t('attestations.batch.choose', { name })}
          />
        ) : null,
    },
    {
      key: 'name',
      header: t('attestations.table.person'),
      isRowHeader: true,
      cell: ({ personId, name }) => <Link href={`/gestion/personnes/${personId}`}>{name}</Link>,
    },
    {
      key: 'state',
      header: t('attestations.table.state'),
      cell: ({ isReady }) => (
        <StatusBadge look={isReady ? 'success' : 'attention'}>
          {t(isReady ? 'attestations.batch.ready' : 'attestations.batch.incomplete')}
        </StatusBadge>
      ),
    },
    {
      key: 'missing',
      header: t('attestations.batch.column.missing'),
      cell: ({ personId, name, missing, isReady }) => (
        <>
          <ul className="gap-list">
            {missing.map((gap) => (
              <li key={`${gap.code} ${gap.month ?? gap.text ?? ''}`}>{gapText(gap)}</li>
            ))}
          </ul>
          {!isReady && (
            <Link
              href={`/gestion/attestations/emettre?type=${NAME_OF_KIND[kind]}&personne=${personId}`}
            >
              {t('attestations.batch.look')}
              <span className="visually-hidden"> {name}</span>
            </Link>
          )}
        </>
      ),
    },
    {
      key: 'channel',
      header: t('attestations.batch.column.channel'),
      cell: ({ sending }) => t(`attestations.delivery.by.${sending}`),
    },
  ]
  return (
    <>
      <AllReady people={people} leftOut={leftOut} onLeaveOut={onLeaveOut} />
      <DataTable
        caption={t('attestations.batch.preflightCaption')}
        columns={columns}
        rows={people}
        rowKey={(person) => person.personId}
      />
    </>
  )
}

/** One tick for all who are ready: a few among hundreds are chosen by leaving out everybody first. */
function AllReady({ people, leftOut, onLeaveOut }: Omit<PreflightTableProps, 'kind'>) {
  const t = useT()
  const ready = people.flatMap(({ isReady, personId }) => (isReady ? [personId] : []))
  if (ready.length < 2) return null
  const without = ready.filter((id) => leftOut.has(id)).length
  const all = () => {
    const next = new Set(leftOut)
    for (const id of ready) {
      if (without === 0) next.add(id)
      else next.delete(id)
    }
    onLeaveOut(next)
  }
  return (
    <Checkbox
      className="all-ready"
      checked={without === 0}
      indeterminate={without > 0 && without < ready.length}
      onChange={all}
      label={t('attestations.batch.all', { count: ready.length })}
    />
  )
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}
