import type { AgreementState } from '@terreau/domain/tutoring/agreement'
import { useT } from '../../ui/phone/words.ts'

interface Other {
  id: string
  name: string
  phone: string
  agreement: AgreementState | null
  isAnswerAwaited: boolean
}

interface PairListProps {
  others: readonly Other[]
  callLabel: (name: string) => string
}

/** The other side of each pair: how to call them, and where the agreement of the two stands. */
export function PairList({ others, callLabel }: PairListProps) {
  return (
    <ul className="plain-list">
      {others.map((other) => (
        <li key={other.id}>
          <strong>{other.name}</strong>
          {other.phone !== '' && (
            <div>
              <a href={`tel:${other.phone.replaceAll(/[^\d+]/g, '')}`}>{callLabel(other.name)}</a>
            </div>
          )}
          <Agreement other={other} />
        </li>
      ))}
    </ul>
  )
}

/** Nothing is said of an agreement that nobody wrote, or that has ended. */
function Agreement({ other: { name, agreement, isAnswerAwaited } }: { other: Other }) {
  const t = useT()
  if (agreement === null || agreement === 'ended') return null
  const key = agreement === 'asked' && isAnswerAwaited ? 'awaited' : agreement
  return <p>{t(`tutoringOffer.agreement.${key}`, { name })}</p>
}
