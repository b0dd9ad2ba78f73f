import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { DataTable } from '../../ui/staff/data-table.tsx'
import { useT } from '../../ui/staff/words.ts'
import { percentText } from './convention-form.tsx'
import type { Activity } from './queries.ts'

/** Who the activity is of, with the part of each. */
export function MembersTable({ members }: { members: Activity['members'] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <DataTable
      caption={t('activities.members.caption')}
      rows={members}
      rowKey={(row) => row.personId}
      columns={[
        {
          key: 'person',
          header: t('activities.members.person'),
          cell: (row) => <Link href={`/gestion/personnes/${row.personId}`}>{row.name}</Link>,
        },
        {
          key: 'share',
          header: t('activities.members.share'),
          isNumeric: true,
          cell: (row) =>
            row.sharePermille === 0
              ? t('activities.members.none')
              : percentText(row.sharePermille, locale),
        },
      ]}
    />
  )
}
