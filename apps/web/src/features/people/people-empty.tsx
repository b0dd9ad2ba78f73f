import { Link } from 'wouter'
import { useCan } from '../../lib/session.ts'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { PeopleView } from './people-views.tsx'

interface PeopleEmptyProps {
  view: PeopleView
  isSearching: boolean
  month: string
}

/** Why the list is empty: nobody yet, nobody matches, or all is done. */
export function PeopleEmpty({ view, isSearching, month }: PeopleEmptyProps) {
  const t = useT()
  const mayImport = useCan('import.run')
  const mayCreate = useCan('person.create')
  if (isSearching || view === 'active')
    return <EmptyState kind="filtered" title={t('people.empty.filtered')} />
  if (view === 'ending') return <EmptyState kind="done" title={t('people.empty.ending')} />
  if (view === 'undeclared')
    return <EmptyState kind="done" title={t('people.empty.undeclared', { month })} />
  return (
    <EmptyState kind="first" title={t('people.empty.first')}>
      {mayCreate && <Link href="/gestion/personnes/nouvelle">{t('people.add')}</Link>}
      {mayImport && <Link href="/gestion/imports">{t('people.empty.import')}</Link>}
    </EmptyState>
  )
}
