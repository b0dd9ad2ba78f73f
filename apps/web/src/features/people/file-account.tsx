import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { useCan } from '../../lib/session.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { useT } from '../../ui/staff/words.ts'
import { FileSituations } from './file-situations.tsx'
import type { PersonFile } from './queries.ts'

type Activity = PersonFile['activities'][number]

/** What the activities of a person hold today. */
export function FileAccount({ file }: { file: PersonFile }) {
  const t = useT()
  const mayEdit = useCan('person.edit')
  const columns: Column<Activity>[] = [
    {
      key: 'activity',
      header: t('people.account.activity'),
      cell: (activity) => <Link href={`/gestion/comptes/${activity.id}`}>{activity.name}</Link>,
    },
    {
      key: 'amount',
      header: t('people.account.amount'),
      isNumeric: true,
      cell: (activity) => <MoneyText cents={activity.balanceCents} />,
    },
  ]
  return (
    <>
      <p>{t('people.account.balance')}</p>
      <p className="balance-figure">
        <MoneyText cents={file.balanceCents} />
      </p>
      <DataTable
        caption={t('people.account.caption')}
        columns={columns}
        rows={file.activities}
        rowKey={(activity) => activity.id}
      />
      {BigInt(file.balanceCents) > 0n && (
        <p>
          <Link href={`/gestion/simulateur?budget=${file.balanceCents}`}>
            {t('pay.fromPerson')}
          </Link>
        </p>
      )}
      {mayEdit && (
        <Button
          component={Link}
          variant="default"
          mt="md"
          href={`/gestion/personnes/${file.id}/activite`}
        >
          {t('activities.add')}
        </Button>
      )}
      <FileSituations file={file} />
    </>
  )
}
