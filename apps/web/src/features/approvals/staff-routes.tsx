import { IconUsers } from '@tabler/icons-react'
import type { StaffRoute } from '../../lib/routes.ts'

export const staffRoutes: StaffRoute[] = [
  {
    path: '/gestion/accords',
    permission: 'approval.read',
    page: () => import('./approvals-page.tsx').then((m) => m.ApprovalsPage),
    nav: { group: 'money', labelKey: 'approvals.nav', icon: IconUsers, order: 45 },
  },
  {
    path: '/gestion/accords/:approvalId',
    permission: 'approval.read',
    page: () => import('./approval-page.tsx').then((m) => m.ApprovalPage),
  },
]
