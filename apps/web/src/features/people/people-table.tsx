import { formatDate, formatMonth } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import type { useKeyboardList } from '../../ui/staff/use-keyboard-list.ts'
import { useT } from '../../ui/staff/words.ts'
import { ContractState } from './contract-state.tsx'
import type { PersonLine } from './queries.ts'

export interface PeopleRowsProps {
  people: readonly PersonLine[]
  itemProps: ReturnType<typeof useKeyboardList>['itemProps']
}

/** One line for each person; the name is the link, and the one stop of the Tab key. */
export function PeopleTable({ people, itemProps }: PeopleRowsProps) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<PersonLine>[] = [
    {
      key: 'name',
      header: t('people.table.name'),
      isRowHeader: true,
      cell: (person) => (
        <Link {...itemProps(person.id)} href={`/gestion/personnes/${person.id}`}>
          {person.familyName} {person.givenName}
        </Link>
      ),
    },
    { key: 'reference', header: t('people.table.reference'), cell: (person) => person.reference },
    { key: 'activity', header: t('people.table.activity'), cell: (person) => person.activity },
    {
      key: 'contract',
      header: t('people.table.contract'),
      cell: ({ contract }) =>
        contract === null ? (
          t('people.noContract')
        ) : (
          <>
            {contract.kind} <ContractState state={contract.state} />
          </>
        ),
    },
    {
      key: 'ends',
      header: t('people.table.ends'),
      cell: ({ contract }) => contract && endText(contract.endsOn, locale, t('people.noEnd')),
    },
    {
      key: 'declared',
      header: t('people.table.declared'),
      cell: ({ lastDeclaredMonth }) =>
        lastDeclaredMonth === null
          ? t('people.neverDeclared')
          : formatMonth(lastDeclaredMonth, locale),
    },
    {
      key: 'balance',
      header: t('people.table.balance'),
      isNumeric: true,
      cell: (person) => <MoneyText cents={person.balanceCents} />,
    },
  ]
  return (
    <DataTable
      caption={t('people.table.caption')}
      columns={columns}
      rows={people}
      rowKey={(person) => person.id}
    />
  )
}

/** The last day of a contract, or that it has none. */
export function endText(endsOn: string | null, locale: 'fr' | 'en', noEnd: string): string {
  return endsOn === null ? noEnd : formatDate(endsOn, locale, 'short')
}
