import type { PhoneRoute } from '../../lib/routes.ts'

export const phoneRoutes: PhoneRoute[] = [
  {
    path: '/moi/bienvenue/:question?',
    permission: 'onboarding.own',
    words: ['welcomePhone'],
    page: () => import('./phone/welcome-page.tsx').then((m) => m.WelcomePage),
  },
]
