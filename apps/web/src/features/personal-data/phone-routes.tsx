import type { PhoneRoute } from '../../lib/routes.ts'

export const phoneRoutes: PhoneRoute[] = [
  {
    path: '/moi/donnees',
    permission: 'personal-data.own',
    page: () => import('./my-data-page.tsx').then((m) => m.MyDataPage),
  },
]
