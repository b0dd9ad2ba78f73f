import type { PhoneRoute } from '../../lib/routes.ts'

export const phoneRoutes: PhoneRoute[] = [
  {
    path: '/moi/titre',
    permission: 'own.read',
    page: () => import('./my-permit-page.tsx').then((m) => m.MyPermitPage),
  },
]
