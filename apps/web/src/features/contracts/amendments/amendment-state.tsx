import { StatusBadge, type StatusLook } from '../../../ui/staff/status-badge.tsx'
import { useT } from '../../../ui/staff/words.ts'
import type { Amendment } from './queries.ts'

const LOOKS: Readonly<Record<Amendment['state'], StatusLook>> = {
  draft: 'neutral',
  to_sign: 'attention',
  signed: 'info',
  active: 'success',
  cancelled: 'neutral',
}

/** The state of an amendment, in a word. */
export function AmendmentState({ state }: { state: Amendment['state'] }) {
  const t = useT()
  return <StatusBadge look={LOOKS[state]}>{t(`amendments.states.${state}`)}</StatusBadge>
}
