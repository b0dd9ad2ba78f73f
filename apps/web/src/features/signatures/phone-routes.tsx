import './signatures-phone.css'
import type { PhoneRoute } from '../../lib/routes.ts'

export const phoneRoutes: PhoneRoute[] = [
  {
    path: '/moi/papiers',
    permission: 'own.read',
    page: () => import('./my-papers-page.tsx').then((m) => m.MyPapersPage),
  },
  {
    path: '/moi/papiers/:signatureId/signer',
    permission: 'signature.sign',
    page: () => import('./sign-page.tsx').then((m) => m.SignPage),
  },
  {
    path: '/moi/papiers/:signatureId/refuser',
    permission: 'signature.sign',
    page: () => import('./refuse-page.tsx').then((m) => m.RefusePage),
  },
]
