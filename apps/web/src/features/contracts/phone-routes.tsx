import type { PhoneRoute } from '../../lib/routes.ts'

export const phoneRoutes: readonly PhoneRoute[] = [
  {
    path: '/sortie/:token',
    permission: 'public',
    words: ['exitSurvey'],
    page: () => import('./surveys/survey-page.tsx').then((m) => m.SurveyPage),
  },
]
