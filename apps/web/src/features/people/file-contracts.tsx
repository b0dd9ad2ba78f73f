import { Button } from '@mantine/core'
import { formatDate } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { useT } from '../../ui/staff/words.ts'
import { ContractState } from './contract-state.tsx'
import type { PersonFile } from './queries.ts'

type Contract = PersonFile['contracts'][number]

/** The contracts of a person, the latest first. */
export function FileContracts({ file }: { file: PersonFile }) {
  const t = useT()
  const locale = useLocale()
  const mayCreate = useCan('contract.create')
  const period = ({ startsOn, endsOn }: Contract) => {
    const from = formatDate(startsOn, locale)
    return endsOn === null
      ? t('people.contracts.from', { from })
      : t('people.contracts.fromTo', { from, to: formatDate(endsOn, locale) })
  }
  const columns: Column<Contract>[] = [
    {
      key: 'number',
      header: t('people.contracts.number'),
      cell: (contract) => <Link href={`/gestion/contrats/${contract.id}`}>{contract.number}</Link>,
    },
    { key: 'period', header: t('people.contracts.period'), cell: period },
    { key: 'activity', header: t('people.contracts.activity'), cell: (c) => c.activity },
    {
      key: 'state',
      header: t('people.contracts.state'),
      cell: (contract) => <ContractState state={contract.state} />,
    },
  ]
  return (
    <>
      {file.contracts.length === 0 ? (
        <EmptyState kind="first" title={t('people.contracts.empty')} />
      ) : (
        <DataTable
          caption={t('people.contracts.caption')}
          columns={columns}
          rows={file.contracts}
          rowKey={(contract) => contract.id}
        />
      )}
      {mayCreate && (
        <div className="list-more">
          <Button
            component={Link}
            variant="default"
            href={`/gestion/contrats/nouveau?personne=${file.id}`}
          >
            {t('people.contracts.add')}
          </Button>
        </div>
      )}
    </>
  )
}
