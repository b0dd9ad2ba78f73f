import './pay.css'
import { IconCalculator, IconCash } from '@tabler/icons-react'
import type { StaffRoute } from '../../lib/routes.ts'

export const staffRoutes: StaffRoute[] = [
  {
    path: '/gestion/paie',
    permission: 'ledger.read',
    page: () => import('./pay-page.tsx').then((m) => m.PayPage),
    nav: { group: 'money', labelKey: 'pay.month.nav', icon: IconCash, order: 35 },
  },
  {
    path: '/gestion/simulateur',
    permission: 'ledger.read',
    page: () => import('./simulator-page.tsx').then((m) => m.SimulatorPage),
    nav: { group: 'money', labelKey: 'pay.nav', icon: IconCalculator, order: 40 },
  },
]
