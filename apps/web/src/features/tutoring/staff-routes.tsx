import { IconHeartHandshake } from '@tabler/icons-react'
import type { StaffRoute } from '../../lib/routes.ts'

export const staffRoutes: StaffRoute[] = [
  {
    path: '/gestion/tutorat',
    permission: 'tutoring.read',
    page: () => import('./staff-tutoring-page.tsx').then((m) => m.StaffTutoringPage),
    nav: { group: 'journey', labelKey: 'tutoring.nav', icon: IconHeartHandshake, order: 20 },
  },
  {
    path: '/gestion/tutorat/mise-en-relation',
    permission: 'tutoring-need.read',
    page: () => import('./matching/matching-page.tsx').then((m) => m.MatchingPage),
  },
  {
    path: '/gestion/tutorat/duos/:relationId',
    permission: 'tutoring-need.read',
    page: () => import('./agreements/pair-page.tsx').then((m) => m.PairPage),
  },
  {
    path: '/gestion/tutorat/valorisation',
    permission: 'tutoring.read',
    page: () => import('./valuation-page.tsx').then((m) => m.ValuationPage),
  },
  {
    path: '/gestion/tutorat/chaines',
    permission: 'tutoring.read',
    page: () => import('./ripple/ripple-view.tsx').then((m) => m.RippleView),
  },
  {
    path: '/gestion/tutorat/feuilles',
    permission: 'tutoring-sheet.read',
    page: () => import('./time-sheets/time-sheet-view.tsx').then((m) => m.TimeSheetView),
  },
  {
    path: '/gestion/tutorat/operations',
    permission: 'tutoring-sheet.read',
    page: () => import('./time-sheets/operations-view.tsx').then((m) => m.OperationsView),
  },
  {
    path: '/gestion/tutorat/seances/:sessionId',
    permission: 'tutoring.read',
    page: () => import('./staff-session-page.tsx').then((m) => m.StaffSessionPage),
  },
]
