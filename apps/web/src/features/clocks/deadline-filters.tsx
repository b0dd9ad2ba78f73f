import { useQuery } from '@tanstack/react-query'
import { useAddressFilter } from '../../lib/use-address-filter.ts'
import { SelectField } from '../../ui/staff/fields.tsx'
import { useT } from '../../ui/staff/words.ts'
import { clockQueries } from './queries.ts'
import { type ChosenFilter, DEADLINE_KINDS } from './use-deadline-filter.ts'

/** By kind of deadline, and by who follows the person. */
export function DeadlineFilters({ filter }: { filter: ChosenFilter }) {
  const t = useT()
  const { data } = useQuery(clockQueries.colleagues())
  const choose = useAddressFilter()
  return (
    <search className="filter-row">
      <SelectField
        name="kind"
        label={t('deadlines.kind.label')}
        value={filter.kind ?? ''}
        onChange={choose('quoi')}
        options={[
          { value: '', label: t('deadlines.kind.all') },
          ...DEADLINE_KINDS.map((kind) => ({ value: kind, label: t(`deadlines.kind.${kind}`) })),
        ]}
      />
      <SelectField
        name="adviser"
        label={t('deadlines.adviser.label')}
        value={filter.adviser ?? ''}
        onChange={choose('suivi')}
        options={[
          { value: '', label: t('deadlines.adviser.all') },
          { value: 'me', label: t('deadlines.adviser.me') },
          ...(data?.colleagues ?? []).map(({ userId, name }) => ({ value: userId, label: name })),
        ]}
      />
    </search>
  )
}
