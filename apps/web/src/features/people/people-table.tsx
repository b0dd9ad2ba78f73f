import { Checkbox } from '@mantine/core'
import { listedName } from '@terreau/domain/names/full-name'
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
  /** Who is chosen for an act on many; null when there is none to do. */
  chosen: { ids: ReadonlySet<string>; toggle: (id: string) => void } | null
}

/** One line for each person; the name is the link, and the one stop of the Tab key. It fits a laptop's screen. */
export function PeopleTable({ people, itemProps, chosen }: PeopleRowsProps) {
  const t = useT()
  const locale = useLocale()
  const name = (person: PersonLine) => listedName(person)
  const choice: Column<PersonLine>[] =
    chosen === null
      ? []
      : [
          {
            key: 'choose',
            header: t('people.adviser.pick'),
            cell: (person) => (
              <Checkbox
                aria-label={t('people.adviser.choose', { name: name(person) })}
                checked={chosen.ids.has(person.id)}
                onChange={() => chosen.toggle(person.id)}
              />
            ),
          },
        ]
  const columns: Column<PersonLine>[] = [
    ...choice,
    {
      key: 'name',
      header: t('people.table.name'),
      isRowHeader: true,
      cell: (person) => (
        <>
          <Link {...itemProps(person.id)} href={`/gestion/personnes/${person.id}`}>
            {name(person)}
          </Link>
          <span className="cell-line dimmed">{person.reference}</span>
        </>
      ),
    },
    { key: 'activity', header: t('people.table.activity'), cell: (person) => person.activity },
    {
      key: 'stage',
      header: t('people.stage.label'),
      cell: (person) => t(`people.stage.${person.stage}`),
    },
    {
      key: 'adviser',
      header: t('people.adviser.label'),
      cell: (person) => person.adviserName ?? t('people.adviser.nobody'),
    },
    {
      key: 'contract',
      header: t('people.table.contract'),
      cell: ({ contract }) =>
        contract === null ? (
          t('people.noContract')
        ) : (
          <>
            {contract.kind} <ContractState state={contract.state} />
            <span className="cell-line dimmed">
              {t('people.card.end', { date: endText(contract.endsOn, locale, t('people.noEnd')) })}
            </span>
          </>
        ),
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
