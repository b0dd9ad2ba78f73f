import { StatusBadge, type StatusLook } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { Convention } from './queries.ts'

const LOOKS: Readonly<Record<Convention['state'], StatusLook>> = {
  draft: 'neutral',
  to_sign: 'attention',
  in_force: 'success',
  replaced: 'neutral',
  cancelled: 'neutral',
}

/** The state of a convention, in a word. */
export function ConventionState({ state }: { state: Convention['state'] }) {
  const t = useT()
  return <StatusBadge look={LOOKS[state]}>{t(`activities.state.${state}`)}</StatusBadge>
}
