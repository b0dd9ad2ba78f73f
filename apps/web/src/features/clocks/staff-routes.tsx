import { IconCalendarDue } from '@tabler/icons-react'
import type { StaffRoute } from '../../lib/routes.ts'

export const staffRoutes: StaffRoute[] = [
  {
    path: '/gestion/echeances',
    permission: 'contract.read',
    page: () => import('./deadlines-page.tsx').then((m) => m.DeadlinesPage),
    nav: { group: 'journey', labelKey: 'deadlines.nav', icon: IconCalendarDue, order: 12 },
  },
  {
    path: '/gestion/reglages/assemblees',
    permission: 'settings.read',
    page: () => import('./assemblies-page.tsx').then((m) => m.AssembliesPage),
  },
]
