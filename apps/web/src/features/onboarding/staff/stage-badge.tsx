import type { LeadStage } from '@terreau/domain/pipeline/stage'
import { StatusBadge, type StatusLook } from '../../../ui/staff/status-badge.tsx'
import { useT } from '../../../ui/staff/words.ts'

const LOOKS: Readonly<Record<LeadStage, StatusLook>> = {
  lead: 'attention',
  info_meeting_attended: 'info',
  diagnosis: 'info',
  admitted: 'success',
  not_now: 'neutral',
  refused: 'danger',
  withdrawn: 'neutral',
}

/** Where a contact is on the path. */
export function StageBadge({ stage }: { stage: LeadStage }) {
  const t = useT()
  return <StatusBadge look={LOOKS[stage]}>{t(`onboarding.stage.${stage}`)}</StatusBadge>
}
