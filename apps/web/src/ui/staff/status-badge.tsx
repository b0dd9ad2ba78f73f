import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconHeartHandshake,
  IconInfoCircle,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'

export type StatusLook = 'neutral' | 'success' | 'attention' | 'danger' | 'info' | 'tutoring'

const ICONS = {
  neutral: IconCircleDashed,
  success: IconCircleCheck,
  attention: IconAlertTriangle,
  danger: IconCircleX,
  info: IconInfoCircle,
  tutoring: IconHeartHandshake,
} as const

/** A state: the word first, then its shape, then its colour. Colour alone says nothing to many. */
export function StatusBadge({ look, children }: { look: StatusLook; children: ReactNode }) {
  const Icon = ICONS[look]
  return (
    <span className={`status ${look}`}>
      <Icon size={18} aria-hidden />
      {children}
    </span>
  )
}
