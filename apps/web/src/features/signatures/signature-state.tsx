import { StatusBadge, type StatusLook } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { SignatureLine } from './queries.ts'

const LOOKS: Readonly<Record<SignatureLine['state'], StatusLook>> = {
  waiting: 'attention',
  signed: 'success',
  refused: 'danger',
  expired: 'neutral',
  withdrawn: 'neutral',
}

export function SignatureState({ state }: { state: SignatureLine['state'] }) {
  const t = useT()
  return <StatusBadge look={LOOKS[state]}>{t(`signatures.state.${state}`)}</StatusBadge>
}
