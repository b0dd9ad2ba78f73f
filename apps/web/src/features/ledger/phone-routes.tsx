import './account.css'
import type { PhoneRoute } from '../../lib/routes.ts'

export const phoneRoutes: PhoneRoute[] = [
  {
    path: '/moi/argent',
    permission: 'own.read',
    page: () => import('./my-money-page.tsx').then((m) => m.MyMoneyPage),
  },
  {
    path: '/moi/argent/services-communs',
    permission: 'own.read',
    page: () => import('./services-page.tsx').then((m) => m.ServicesPage),
  },
  {
    path: '/moi/argent/:mois',
    permission: 'own.read',
    page: () => import('./my-month-page.tsx').then((m) => m.MyMonthPage),
  },
]
