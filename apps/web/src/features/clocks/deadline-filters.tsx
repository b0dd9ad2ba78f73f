import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'
import { SelectField } from '../../ui/staff/fields.tsx'
import { useT } from '../../ui/staff/words.ts'
import { clockQueries } from './queries.ts'
import { type ChosenFilter, DEADLINE_KINDS } from './use-deadline-filter.ts'

/** By kind of deadline, and by who follows the person. */
export function DeadlineFilters({ filter }: { filter: ChosenFilter }) {
  const t = useT()
  const [, setParams] = useSearchParams()
  const { data } = useQuery(clockQueries.colleagues())
  const choose = (name: string) => (value: string) =>
    setParams(
      (current) => {
        if (value === '') current.delete(name)
        else current.set(name, value)
        return current
      },
      { replace: true },
    )
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
