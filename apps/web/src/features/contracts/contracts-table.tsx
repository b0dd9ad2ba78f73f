import { Link } from 'wouter'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { useT } from '../../ui/staff/words.ts'
import { ContractState } from './contract-state.tsx'
import type { ContractLine } from './queries.ts'
import { useContractTexts } from './use-contract-texts.ts'

/** Number, who, when, where it stands. */
export function ContractsTable({ contracts }: { contracts: readonly ContractLine[] }) {
  const t = useT()
  const texts = useContractTexts()
  const columns: Column<ContractLine>[] = [
    {
      key: 'number',
      header: t('contracts.table.number'),
      cell: (contract) => (
        <Link className="contract-number" href={`/gestion/contrats/${contract.id}`}>
          {contract.number}
        </Link>
      ),
    },
    {
      key: 'person',
      header: t('contracts.table.person'),
      cell: (contract) => (
        <Link href={`/gestion/personnes/${contract.personId}`}>{contract.personName}</Link>
      ),
    },
    { key: 'activity', header: t('contracts.table.activity'), cell: (c) => c.activity },
    {
      key: 'period',
      header: t('contracts.table.period'),
      cell: (contract) => (
        <>
          {texts.period(contract, 'short')}
          {texts.daysLeft(contract) !== null && (
            <div className="dimmed">{texts.daysLeft(contract)}</div>
          )}
        </>
      ),
    },
    { key: 'rank', header: t('contracts.table.rank'), cell: texts.rank },
    {
      key: 'state',
      header: t('contracts.table.state'),
      cell: (contract) => <ContractState state={contract.state} />,
    },
  ]
  return (
    <DataTable
      caption={t('contracts.table.caption')}
      columns={columns}
      rows={contracts}
      rowKey={(contract) => contract.id}
    />
  )
}
