import './closing.css'
import { IconLock } from '@tabler/icons-react'
import type { StaffRoute } from '../../lib/routes.ts'

export const staffRoutes: StaffRoute[] = [
  {
    path: '/gestion/cloture',
    permission: 'closing.read',
    page: () => import('./months-page.tsx').then((m) => m.MonthsPage),
    nav: { group: 'money', labelKey: 'closing.nav', icon: IconLock, order: 20 },
  },
  {
    path: '/gestion/cloture/:mois/rouvrir',
    permission: 'closing.reopen',
    page: () => import('./reopen-page.tsx').then((m) => m.ReopenPage),
  },
  {
    path: '/gestion/cloture/:mois/:etape?',
    permission: 'closing.read',
    page: () => import('./month-page.tsx').then((m) => m.MonthPage),
  },
  {
    path: '/gestion/comptes/services-communs',
    permission: 'ledger.read',
    page: () => import('./shared-services/years-page.tsx').then((m) => m.SharedServicesYearsPage),
  },
  {
    path: '/gestion/comptes/services-communs/:exercice',
    permission: 'ledger.read',
    page: () => import('./shared-services/year-page.tsx').then((m) => m.SharedServicesYearPage),
  },
]
