import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { formatMonth } from '@terreau/i18n/format'
import { type KeyboardEvent, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { useAddressFilter } from '../../lib/use-address-filter.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { SavedNotice } from '../../ui/staff/saved-notice.tsx'
import { useDebounced } from '../../ui/staff/use-debounced.ts'
import { useKeyboardList } from '../../ui/staff/use-keyboard-list.ts'
import { useT } from '../../ui/staff/words.ts'
import { AssignReferent } from './assign-referent.tsx'
import { PeopleCards } from './people-cards.tsx'
import { PeopleEmpty } from './people-empty.tsx'
import { PeopleFilters, usePeopleFilter } from './people-filters.tsx'
import { PeopleTable } from './people-table.tsx'
import { PEOPLE_VIEWS, PeopleViews } from './people-views.tsx'
import { peopleQueries } from './queries.ts'

/** Everybody, by name: found as one types, narrowed by saved views, opened with Enter. */
export function PeoplePage() {
  const t = useT()
  const locale = useLocale()
  const [params] = useSearchParams()
  const mayCreate = useCan('person.create')
  const isNarrow = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false })
  const view = PEOPLE_VIEWS.find((name) => name === params.get('vue')) ?? 'all'
  const search = useDebounced(params.get('q') ?? '', 150)
  const filter = usePeopleFilter()
  const mayAssign = useCan('onboarding.manage')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [changed, setChanged] = useState<number | null>(null)
  const list = useInfiniteQuery(peopleQueries.list({ search, view, ...filter }))
  const people = list.data?.pages.flatMap((page) => page.people) ?? []
  const [first] = list.data?.pages ?? []
  const month = first ? formatMonth(first.month, locale) : ''
  const keys = useKeyboardList({ ids: people.map((person) => person.id) })
  const Rows = isNarrow ? PeopleCards : PeopleTable
  return (
    <>
      <PageHeader
        title={t('people.title')}
        subtitle={first && t('people.count', { count: first.total ?? 0 })}
        actions={
          mayCreate && (
            <Button component={Link} href="/gestion/personnes/nouvelle">
              {t('people.add')}
            </Button>
          )
        }
      />
      <PeopleViews current={view} month={month} />
      <PeopleFilters />
      <SearchField onDown={() => people[0] && keys.focusOn(people[0].id)} />
      {list.error && <ErrorBlock error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      <div aria-busy={list.isPlaceholderData}>
        {first && people.length === 0 && (
          <PeopleEmpty
            view={view}
            isSearching={search !== '' || Object.keys(filter).length > 0}
            month={month}
          />
        )}
        <SavedNotice>
          {changed !== null && t('people.adviser.saved', { count: changed })}
        </SavedNotice>
        {chosen.size > 0 && (
          <AssignReferent
            personIds={[...chosen]}
            onDone={(count) => {
              setChanged(count)
              setChosen(new Set())
            }}
          />
        )}
        {people.length > 0 && (
          <Rows
            people={people}
            itemProps={keys.itemProps}
            chosen={
              mayAssign ? { ids: chosen, toggle: (id) => setChosen(withToggled(chosen, id)) } : null
            }
          />
        )}
        {people.length > 0 && (
          <div className="list-more">
            {list.hasNextPage && (
              <Button
                variant="default"
                loading={list.isFetchingNextPage}
                onClick={() => void list.fetchNextPage()}
              >
                {t('people.table.more')}
              </Button>
            )}
            {!isNarrow && <span className="dimmed">{t('people.table.keys')}</span>}
          </div>
        )}
      </div>
    </>
  )
}

function withToggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return next
}

/** ↓ goes to the first row of the list. */
function SearchField({ onDown }: { onDown: () => void }) {
  const t = useT()
  const [params] = useSearchParams()
  const search = useAddressFilter()('q')
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    onDown()
  }
  return (
    <search className="people-search" onKeyDown={press}>
      <TextField
        name="search"
        label={t('people.search.label')}
        hint={t('people.search.hint')}
        value={params.get('q') ?? ''}
        onChange={search}
      />
    </search>
  )
}
