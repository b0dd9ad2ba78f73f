import { MissingList } from '../../ui/staff/missing-list.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { Convention } from './queries.ts'

const PLACES = [
  'bornOn',
  'address',
  'familyName',
  'nature',
  'paySplit',
  'clientele',
  'tradeName',
  'sharedGoods',
] as const

/** What R7331-6 still demands, each with the way to the field that says it. */
export function ConventionMissing({ convention }: { convention: Convention }) {
  const t = useT()
  return (
    <MissingList
      title={t('activities.convention.missing')}
      intro={t('activities.convention.missingIntro')}
      complete={t('activities.convention.complete')}
      missing={convention.missing}
      placeOf={({ pointer }) => {
        const [group = '', subject = '', field] = pointer.slice(1).split('/')
        const place = PLACES.find((name) => name === (field ?? subject)) ?? 'nature'
        const name = convention.members.find((one) => one.personId === subject)?.name ?? ''
        return {
          href:
            group === 'people'
              ? `/gestion/personnes/${subject}/modifier#${field}`
              : `/gestion/conventions/${convention.id}/modifier#terms.${subject}`,
          label: t(`activities.convention.place.${place}`, { name }),
        }
      }}
    />
  )
}
