import { WRITTEN_CESA_CLAUSES } from '@terreau/domain/contracts/cesa-clauses'
import { WORK_STOPS } from '@terreau/domain/right-to-work/work-stop'
import { MissingList } from '../../ui/staff/missing-list.tsx'
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

/** What R127-1 or L7331-2 still demands, and the right to work, each with the way to where it is written. */
export function ContractMissing({ contract }: { contract: Contract }) {
  const t = useT()
  const { kind, startsOn } = contract
  const person = `/gestion/personnes/${contract.person.id}`
  return (
    <MissingList
      title={t('contracts.missing.title')}
      intro={t(introOf(contract))}
      complete={t('contracts.missing.none')}
      missing={contract.missing}
      placeOf={({ pointer, code, params }) => {
        const stop = WORK_STOPS.find((name) => name === code)
        if (stop !== undefined)
          return {
            href: `${person}/sejour?jour=${startsOn}&contrat=${kind}`,
            label: t(`contracts.missing.${stop}`, { kind }),
            note: String(params?.articles ?? ''),
          }
        const at = pointer.split('/')
        const clause = WRITTEN_CESA_CLAUSES.find((name) => kind === 'CESA' && at.includes(name))
        const place = PLACES.find((name) => at.includes(name)) ?? 'other'
        const isInFile = pointer.startsWith('/person/')
        const what = clause ? t(`cesa.place.${clause}`) : t(`contracts.missing.place.${place}`)
        const where = t(isInFile ? 'contracts.missing.inFile' : 'contracts.missing.inContract')
        return { href: placeOf(contract, pointer), label: `${what} ${where}` }
      }}
    />
  )
}

/** The text that demands what is missing: the contents of the paper, or the right to work alone. */
function introOf(contract: Contract) {
  if (isPrintable(contract)) return 'contracts.missing.workIntro'
  return contract.kind === 'CESA' ? 'cesa.missingIntro' : 'contracts.missing.intro'
}

/** Whether the paper itself is complete, whatever was decided on the right to work. */
export function isPrintable({ missing }: Contract): boolean {
  return missing.every(({ pointer }) => pointer === '/right-to-work')
}

/** The page and the field where a content is written. */
export function placeOf(contract: Pick<Contract, 'id' | 'person'>, pointer: string): string {
  const field = pointer.slice(1).replaceAll('/', '.')
  if (field.startsWith('person.')) {
    const name = field.slice('person.'.length).replace('activities', 'activities.0.name')
    return `/gestion/personnes/${contract.person.id}/modifier#${name}`
  }
  const name =
    field === 'terms.means' ? 'terms.means.0.name' : field.replace(/(objectives|steps)\.\d+$/, '$1')
  return `/gestion/contrats/${contract.id}/modifier#${name}`
}
