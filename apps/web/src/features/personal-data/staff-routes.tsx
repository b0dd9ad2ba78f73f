import type { StaffRoute } from '../../lib/routes.ts'

export const staffRoutes: StaffRoute[] = [
  {
    path: '/gestion/personnes/:personId/donnees',
    permission: 'personal-data.read',
    page: () => import('./person-data-page.tsx').then((m) => m.PersonDataPage),
  },
  {
    path: '/gestion/personnes/:personId/effacer',
    permission: 'personal-data.manage',
    page: () => import('./erase-page.tsx').then((m) => m.ErasePage),
  },
  {
    path: '/gestion/reglages/donnees',
    permission: 'personal-data.read',
    page: () => import('./retention-page.tsx').then((m) => m.RetentionPage),
  },
]
