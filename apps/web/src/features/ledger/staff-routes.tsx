import './ledger.css'
import { IconBook2 } from '@tabler/icons-react'
import type { StaffRoute } from '../../lib/routes.ts'

export const staffRoutes: StaffRoute[] = [
  {
    path: '/gestion/comptes',
    permission: 'ledger.read',
    page: () => import('./accounts-page.tsx').then((m) => m.AccountsPage),
    nav: { group: 'money', labelKey: 'ledger.nav', icon: IconBook2, order: 30 },
  },
  {
    path: '/gestion/comptes/journal',
    permission: 'ledger.read',
    page: () => import('./journal-page.tsx').then((m) => m.JournalPage),
  },
  {
    path: '/gestion/comptes/:activityId',
    permission: 'ledger.read',
    page: () => import('./account-page.tsx').then((m) => m.AccountPage),
  },
]
