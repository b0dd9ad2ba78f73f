import type { PhoneRoute } from '../../lib/routes.ts'

export const phoneRoutes: PhoneRoute[] = [
  {
    path: '/moi/entretiens',
    permission: 'own.read',
    page: () => import('./my-interviews-page.tsx').then((m) => m.MyInterviewsPage),
  },
]
