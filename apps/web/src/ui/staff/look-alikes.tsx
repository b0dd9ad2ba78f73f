import { Alert, Button } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { type LookAlike, type LookAlikeQuery, lookAlikesQuery } from '../../lib/look-alikes.ts'
import { type Column, DataTable } from './data-table.tsx'
import { useT } from './words.ts'

interface LookAlikesProps {
  /** What was typed. */
  typed: LookAlikeQuery
  onIsNew: () => void
  isBusy: boolean
}

interface Row {
  key: string
  name: ReactNode
  bornOn?: string | null | undefined
  email?: string | undefined
  phone?: string | undefined
  why: string
}

/** What was typed beside who looks the same. Two ways on, and no silent merge. */
export function LookAlikes({ typed, onIsNew, isBusy }: LookAlikesProps) {
  const t = useT()
  const locale = useLocale()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const { data = [] } = useQuery(lookAlikesQuery(typed, true))
  const day = (date: string | null | undefined) => (date ? formatDate(date, locale) : '–')
  const columns: Column<Row>[] = [
    { key: 'name', header: t('people.table.name'), cell: (row) => row.name },
    { key: 'bornOn', header: t('people.form.bornOn'), cell: (row) => day(row.bornOn) },
    { key: 'email', header: t('people.form.email'), cell: (row) => row.email || '–' },
    { key: 'phone', header: t('people.form.phone'), cell: (row) => row.phone || '–' },
    { key: 'why', header: t('people.same.why'), cell: (row) => row.why },
  ]
  const rows: Row[] = [
    {
      ...typed,
      key: 'typed',
      name: `${typed.givenName ?? ''} ${typed.familyName ?? ''}`.trim(),
      why: t('people.same.typed'),
    },
    ...data.map((one) => ({
      ...one,
      key: one.id,
      name: <Link href={hrefOf(one)}>{one.name}</Link>,
      why: one.by.map((by) => t(`people.same.by.${by}`)).join(', '),
    })),
  ]
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      color="orange"
      icon={<IconUsers aria-hidden />}
      title={t('people.same.title')}
    >
      <p>{t('people.same.text')}</p>
      <DataTable
        caption={t('people.same.caption')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.key}
      />
      <div className="form-actions">
        <Button variant="default" loading={isBusy} onClick={onIsNew}>
          {t('people.same.isNew')}
        </Button>
      </div>
    </Alert>
  )
}

function hrefOf({ kind, id }: LookAlike): string {
  return kind === 'lead' ? `/gestion/contacts/${id}` : `/gestion/personnes/${id}`
}
