import { Alert } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** "It is saved", seen and heard. Empty until then, so that screen readers notice the change. */
export function SavedNotice({ children }: { children: ReactNode }) {
  return (
    <div role="status">
      {children && (
        <Alert color="green" mb="md" icon={<IconCircleCheck aria-hidden />}>
          {children}
        </Alert>
      )}
    </div>
  )
}
