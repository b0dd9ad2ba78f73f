import { Link } from 'wouter'
import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { Contract } from './queries.ts'

const PLACES = [
  'bornOn',
  'address',
  'email',
  'familyName',
  'activities',
  'objectives',
  'steps',
  'means',
  'nature',
  'maximumCents',
] as const

const CLAUSES = [
  'objectives',
  'minimumActivity',
  'means',
  'fixedPartCents',
  'variablePart',
  'netResult',
  'statutesOn',
  'clientele',
  'intellectualProperty',
  'interviews',
  'becomingAssociate',
] as const

/** What R127-1 or L7331-2 still demands, each with the way to the field that says it. */
export function MissingList({ contract }: { contract: Contract }) {
  const t = useT()
  if (contract.missing.length === 0)
    return (
      <p>
        <StatusBadge look="success">{t('contracts.missing.none')}</StatusBadge>
      </p>
    )
  return (
    <section className="panel" aria-labelledby="missing">
      <h2 id="missing">{t('contracts.missing.title')}</h2>
      <p>{t(contract.kind === 'CESA' ? 'cesa.missingIntro' : 'contracts.missing.intro')}</p>
      <ul className="missing-list">
        {contract.missing.map(({ pointer, code, params }) => {
          const at = pointer.split('/')
          const clause = CLAUSES.find((name) => contract.kind === 'CESA' && at.includes(name))
          const place = PLACES.find((name) => at.includes(name)) ?? 'other'
          const isInFile = pointer.startsWith('/person/')
          return (
            <li key={`${pointer} ${code}`}>
              <Link href={placeOf(contract, pointer)}>
                {clause ? t(`cesa.place.${clause}`) : t(`contracts.missing.place.${place}`)}{' '}
                {t(isInFile ? 'contracts.missing.inFile' : 'contracts.missing.inContract')}
              </Link>
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

/** The page and the field where a missing content is written. */
function placeOf(contract: Contract, pointer: string): string {
  const field = pointer.slice(1).replaceAll('/', '.')
  if (field.startsWith('person.')) {
    const name = field.slice('person.'.length).replace('activities', 'activities.0.name')
    return `/gestion/personnes/${contract.person.id}/modifier#${name}`
  }
  const name =
    field === 'terms.means' ? 'terms.means.0.name' : field.replace(/(objectives|steps)\.\d+$/, '$1')
  return `/gestion/contrats/${contract.id}/modifier#${name}`
}
