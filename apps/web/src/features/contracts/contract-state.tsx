import { StatusBadge, type StatusLook } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { ContractLine } from './queries.ts'

const LOOKS: Readonly<Record<ContractLine['state'], StatusLook>> = {
  draft: 'neutral',
  to_sign: 'attention',
  signed: 'info',
  active: 'success',
  ended: 'neutral',
  cancelled: 'neutral',
}

/** The state of a contract, in a word. */
export function ContractState({ state }: { state: ContractLine['state'] }) {
  const t = useT()
  return <StatusBadge look={LOOKS[state]}>{t(`contracts.state.${state}`)}</StatusBadge>
}
