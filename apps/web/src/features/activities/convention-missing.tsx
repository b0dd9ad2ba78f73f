import { Link } from 'wouter'
import { StatusBadge } from '../../ui/staff/status-badge.tsx'
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
  if (convention.missing.length === 0)
    return (
      <p>
        <StatusBadge look="success">{t('activities.convention.complete')}</StatusBadge>
      </p>
    )
  return (
    <section className="panel" aria-labelledby="missing">
      <h2 id="missing">{t('activities.convention.missing')}</h2>
      <p>{t('activities.convention.missingIntro')}</p>
      <ul className="activity-missing">
        {convention.missing.map(({ pointer, code, params }) => {
          const [group = '', subject = '', field] = pointer.slice(1).split('/')
          const place = PLACES.find((name) => name === (field ?? subject)) ?? 'nature'
          const name = convention.members.find((one) => one.personId === subject)?.name ?? ''
          const href =
            group === 'people'
              ? `/gestion/personnes/${subject}/modifier#${field}`
              : `/gestion/conventions/${convention.id}/modifier#terms.${subject}`
          return (
            <li key={`${pointer} ${code}`}>
              <Link href={href}>{t(`activities.convention.place.${place}`, { name })}</Link>
              {code === 'characters-not-printable' && (
                <div className="dimmed">
                  {t('fieldErrors.characters-not-printable', {
                    characters: String(params?.characters ?? ''),
                  })}
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
