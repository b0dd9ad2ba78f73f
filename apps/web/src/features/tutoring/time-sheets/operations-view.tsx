import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { useState } from 'react'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { type Column, DataTable } from '../../../ui/staff/data-table.tsx'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { SavedNotice } from '../../../ui/staff/saved-notice.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { OperationForm } from './operation-form.tsx'
import { OperationHistory } from './operation-history.tsx'
import { type Operation, operationsQuery } from './queries.ts'

/** The operations that funders pay for: added, changed and closed here, chosen on a time-sheet. */
export function OperationsView() {
  const t = useT()
  const { data, error, refetch } = useQuery(operationsQuery())
  const mayWrite = useCan('tutoring.approve')
  const [edited, setEdited] = useState<Operation | null>(null)
  const [told, setTold] = useState<Operation | null>(null)
  const [isSaved, setIsSaved] = useState(false)
  /** How many were added: the form begins anew after each, and not before it has heard that it was saved. */
  const [added, setAdded] = useState(0)
  const edit = (operation: Operation | null) => {
    setIsSaved(false)
    setEdited(operation)
  }
  const finish = () => {
    setEdited(null)
    setIsSaved(true)
    setAdded((n) => n + 1)
  }
  return (
    <>
      <PageHeader
        title={t('tutoringTimeSheet.list.title')}
        back={{ href: '/gestion/tutorat/feuilles', label: t('tutoringTimeSheet.title') }}
      />
      <p>{t('tutoringTimeSheet.list.hint')}</p>
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      <SavedNotice>{isSaved && t('tutoringTimeSheet.list.done')}</SavedNotice>
      {data?.length === 0 && <p>{t('tutoringTimeSheet.list.empty')}</p>}
      {data && data.length > 0 && (
        <OperationsTable operations={data} onEdit={mayWrite ? edit : null} onTell={setTold} />
      )}
      {told && <OperationHistory operation={data?.find(({ id }) => id === told.id) ?? told} />}
      {mayWrite && data && (
        <OperationForm
          key={edited === null ? `new-${added}` : `${edited.id} ${edited.version}`}
          before={edited}
          onDone={finish}
          onCancel={() => edit(null)}
        />
      )}
    </>
  )
}

interface OperationsTableProps {
  operations: readonly Operation[]
  onEdit: ((operation: Operation) => void) | null
  onTell: (operation: Operation) => void
}

function OperationsTable({ operations, onEdit, onTell }: OperationsTableProps) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<Operation>[] = [
    { key: 'name', header: t('tutoringTimeSheet.operation'), cell: (one) => one.name },
    { key: 'funder', header: t('tutoringTimeSheet.funder'), cell: (one) => one.funder },
    { key: 'reference', header: t('tutoringTimeSheet.reference'), cell: (one) => one.reference },
    {
      key: 'dates',
      header: t('tutoringTimeSheet.dates'),
      cell: ({ startsOn, endsOn }) =>
        t('tutoringTimeSheet.period', {
          from: formatDate(startsOn, locale, 'short'),
          to: formatDate(endsOn, locale, 'short'),
        }),
    },
    {
      key: 'state',
      header: t('tutoringTimeSheet.list.state'),
      cell: ({ isClosed }) => t(`tutoringTimeSheet.list.${isClosed ? 'isClosed' : 'isOpen'}`),
    },
  ]
  columns.push({
    key: 'history',
    header: t('tutoringTimeSheet.history.column'),
    cell: (one) => (
      <Button
        variant="subtle"
        size="compact-sm"
        w="max-content"
        aria-label={t('tutoringTimeSheet.history.open', { name: one.name, count: one.version })}
        onClick={() => onTell(one)}
      >
        {t('tutoringTimeSheet.history.see', { count: one.version })}
      </Button>
    ),
  })
  const change: Column<Operation> = {
    key: 'change',
    header: t('tutoringTimeSheet.list.change'),
    cell: (one) => (
      <Button
        variant="default"
        size="compact-sm"
        w="max-content"
        aria-label={t('tutoringTimeSheet.list.changeTitle', { name: one.name })}
        onClick={() => onEdit?.(one)}
      >
        {t('tutoringTimeSheet.list.change')}
      </Button>
    ),
  }
  return (
    <DataTable
      caption={t('tutoringTimeSheet.list.caption')}
      columns={onEdit === null ? columns : [...columns, change]}
      rows={operations}
      rowKey={(one) => one.id}
    />
  )
}
