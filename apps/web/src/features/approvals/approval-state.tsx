import { StatusBadge, type StatusLook } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { Approval } from './queries.ts'

const LOOKS: Readonly<Record<Approval['state'], StatusLook>> = {
  waiting: 'attention',
  agreed: 'success',
  refused: 'danger',
  withdrawn: 'neutral',
}

export function ApprovalState({ state }: Pick<Approval, 'state'>) {
  const t = useT()
  return <StatusBadge look={LOOKS[state]}>{t(`approvals.state.${state}`)}</StatusBadge>
}
