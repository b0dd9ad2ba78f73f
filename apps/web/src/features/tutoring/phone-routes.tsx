import type { PhoneRoute } from '../../lib/routes.ts'

export const phoneRoutes: PhoneRoute[] = [
  {
    path: '/tutorat',
    permission: 'tutoring.own',
    words: ['tutoringOffer'],
    page: () => import('./tutor-home-page.tsx').then((m) => m.TutorHomePage),
  },
  {
    path: '/tutorat/noter',
    permission: 'tutoring.log',
    page: () => import('./log-session-page.tsx').then((m) => m.LogSessionPage),
  },
  {
    path: '/tutorat/seance/:sessionId',
    permission: 'tutoring.own',
    page: () => import('./session-page.tsx').then((m) => m.SessionPage),
  },
  {
    path: '/tutorat/bilan',
    permission: 'tutoring.own',
    words: ['tutoringRecap'],
    page: () => import('./recap-page.tsx').then((m) => m.RecapPage),
  },
  {
    path: '/tutorat/engagement',
    permission: 'tutoring.own',
    words: ['tutoringRecap'],
    page: () => import('./engagement-page.tsx').then((m) => m.EngagementPage),
  },
  {
    path: '/tutorat/profil',
    permission: 'tutoring.own',
    words: ['tutoringOffer'],
    page: () => import('./matching/profile-page.tsx').then((m) => m.ProfilePage),
  },
  {
    path: '/moi/tutorat',
    permission: 'tutoring.ask',
    words: ['tutoringOffer'],
    page: () => import('./matching/my-tutoring-page.tsx').then((m) => m.MyTutoringPage),
  },
  {
    path: '/accord/:token',
    permission: 'public',
    words: ['tutoringAccord'],
    page: () => import('./agreements/accord-page.tsx').then((m) => m.AccordPage),
  },
  {
    path: '/c/:token',
    permission: 'public',
    page: () => import('./confirm-page.tsx').then((m) => m.ConfirmPage),
  },
]
