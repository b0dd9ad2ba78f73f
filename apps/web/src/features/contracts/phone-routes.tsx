import './contracts-phone.css'
import type { PhoneRoute } from '../../lib/routes.ts'

export const phoneRoutes: PhoneRoute[] = [
  {
    path: '/moi/papiers',
    permission: 'own.read',
    page: () => import('./my-papers-page.tsx').then((m) => m.MyPapersPage),
  },
  {
    path: '/moi/papiers/:contractId/signer',
    permission: 'contract.sign',
    page: () => import('./sign-page.tsx').then((m) => m.SignPage),
  },
]
