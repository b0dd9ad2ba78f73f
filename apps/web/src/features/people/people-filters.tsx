import { useQuery } from '@tanstack/react-query'
import { PERSON_STAGES } from '@terreau/domain/pipeline/stage'
import { Link, useSearchParams } from 'wouter'
import { useCan } from '../../lib/session.ts'
import { useAddressFilter } from '../../lib/use-address-filter.ts'
import { SelectField } from '../../ui/staff/fields.tsx'
import { useT } from '../../ui/staff/words.ts'
import { advisersQuery, type PeopleFilter } from './queries.ts'

/** The stage and the referent that the address asks for. */
export function usePeopleFilter(): Pick<PeopleFilter, 'stage' | 'adviser'> {
  const [params] = useSearchParams()
  const stage = PERSON_STAGES.find((one) => one === params.get('etape'))
  const adviser = params.get('referent')
  return { ...(stage ? { stage } : {}), ...(adviser ? { adviser } : {}) }
}

/** Narrows the list by stage and by referent; the address keeps it. */
export function PeopleFilters() {
  const t = useT()
  const [params] = useSearchParams()
  const mayKnow = useCan('onboarding.read')
  const { data: advisers = [] } = useQuery({ ...advisersQuery, enabled: mayKnow })
  const set = useAddressFilter()
  return (
    <div className="filter-row">
      <SelectField
        name="stage"
        label={t('people.stage.label')}
        value={params.get('etape') ?? ''}
        onChange={set('etape')}
        options={[
          { value: '', label: t('people.stage.all') },
          ...PERSON_STAGES.map((stage) => ({ value: stage, label: t(`people.stage.${stage}`) })),
        ]}
      />
      {mayKnow && (
        <SelectField
          name="adviser"
          label={t('people.adviser.label')}
          value={params.get('referent') ?? ''}
          onChange={set('referent')}
          options={[
            { value: '', label: t('people.adviser.all') },
            { value: 'none', label: t('people.adviser.none') },
            ...advisers.map(({ userId, name }) => ({ value: userId, label: name })),
          ]}
        />
      )}
      {mayKnow && <Link href="/gestion/referents">{t('people.adviser.history')}</Link>}
    </div>
  )
}
