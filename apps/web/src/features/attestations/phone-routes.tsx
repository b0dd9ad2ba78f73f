import type { PhoneRoute } from '../../lib/routes.ts'

export const phoneRoutes: PhoneRoute[] = [
  {
    path: '/moi/attestations',
    permission: 'signed-in',
    page: () => import('./my-attestations-page.tsx').then((m) => m.MyAttestationsPage),
  },
]
