import type { StaffRoute } from '../../lib/routes.ts'

export const staffRoutes: StaffRoute[] = [
  {
    path: '/gestion/personnes/:personId/sejour',
    permission: 'permit.read',
    page: () => import('./right-to-work-page.tsx').then((m) => m.RightToWorkPage),
  },
]
