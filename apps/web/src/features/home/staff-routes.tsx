import './home.css'
import { IconListCheck } from '@tabler/icons-react'
import type { StaffRoute } from '../../lib/routes.ts'

export const staffRoutes: StaffRoute[] = [
  {
    path: '/gestion',
    permission: 'person.read',
    page: () => import('./work-page.tsx').then((m) => m.WorkPage),
    nav: { group: 'work', labelKey: 'home.nav', icon: IconListCheck, order: 10 },
  },
]
