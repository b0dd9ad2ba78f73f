import { StatusBadge, type StatusLook } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { Interview } from './queries.ts'

const LOOKS: Readonly<Record<Interview['state'], StatusLook>> = {
  planned: 'info',
  held: 'attention',
  to_check: 'attention',
  to_sign: 'attention',
  signed: 'success',
  cancelled: 'neutral',
}

/** The state of an interview, in a word. */
export function InterviewState({ state }: { state: Interview['state'] }) {
  const t = useT()
  return <StatusBadge look={LOOKS[state]}>{t(`interviews.state.${state}`)}</StatusBadge>
}
