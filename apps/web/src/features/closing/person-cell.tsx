import { Link } from 'wouter'
import { useT } from '../../ui/staff/words.ts'

interface PersonCellProps {
  line: {
    activityId: string
    activityName: string
    personName: string
    personReference: string
    isNil: boolean
  }
}

/** A person with the way to their account, and whether they declared nothing. */
export function PersonCell({ line }: PersonCellProps) {
  const t = useT()
  return (
    <>
      <Link href={`/gestion/comptes/${line.activityId}`}>{line.personName}</Link>
      <div className="dimmed">
        {line.personReference} · {line.activityName}
        {line.isNil && ` · ${t('closing.preview.nil')}`}
      </div>
    </>
  )
}
