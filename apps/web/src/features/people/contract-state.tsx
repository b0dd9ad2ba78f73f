import { StatusBadge, type StatusLook } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { PersonFile } from './queries.ts'

type State = PersonFile['contracts'][number]['state']

const LOOKS: Readonly<Record<State, StatusLook>> = {
  draft: 'neutral',
  to_sign: 'attention',
  signed: 'info',
  active: 'success',
  ended: 'neutral',
  cancelled: 'neutral',
}

/** The state of a contract, in a word. */
export function ContractState({ state }: { state: string }) {
  const t = useT()
  const known = (Object.keys(LOOKS) as State[]).find((name) => name === state)
  if (known === undefined) return null
  return <StatusBadge look={LOOKS[known]}>{t(`people.contractState.${known}`)}</StatusBadge>
}
