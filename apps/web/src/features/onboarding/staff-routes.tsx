import './onboarding.css'
import { IconAddressBook, IconCalendarEvent } from '@tabler/icons-react'
import type { StaffRoute } from '../../lib/routes.ts'

export const staffRoutes: StaffRoute[] = [
  {
    path: '/gestion/contacts',
    permission: 'onboarding.read',
    page: () => import('./staff/leads-page.tsx').then((m) => m.LeadsPage),
    nav: { group: 'journey', labelKey: 'onboarding.nav', icon: IconAddressBook, order: 5 },
  },
  {
    path: '/gestion/contacts/nouveau',
    permission: 'onboarding.manage',
    page: () => import('./staff/new-lead-page.tsx').then((m) => m.NewLeadPage),
  },
  {
    path: '/gestion/contacts/:leadId',
    permission: 'onboarding.read',
    page: () => import('./staff/lead-page.tsx').then((m) => m.LeadPage),
  },
  {
    path: '/gestion/contacts/:leadId/etape',
    permission: 'onboarding.manage',
    page: () => import('./staff/act-page.tsx').then((m) => m.ActPage),
  },
  {
    path: '/gestion/contacts/:leadId/entretien',
    permission: 'onboarding.manage',
    page: () => import('./staff/interview-page.tsx').then((m) => m.InterviewPage),
  },
  {
    path: '/gestion/contacts/:leadId/dossier',
    permission: 'onboarding.manage',
    page: () => import('./staff/open-file-page.tsx').then((m) => m.OpenFilePage),
  },
  {
    path: '/gestion/reunions',
    permission: 'onboarding.read',
    page: () => import('./staff/meetings-page.tsx').then((m) => m.MeetingsPage),
    nav: {
      group: 'journey',
      labelKey: 'onboarding.meetingsNav',
      icon: IconCalendarEvent,
      order: 6,
    },
  },
  {
    path: '/gestion/reunions/:meetingId',
    permission: 'onboarding.read',
    page: () => import('./staff/meeting-page.tsx').then((m) => m.MeetingPage),
  },
  {
    path: '/gestion/accueil/:personId',
    permission: 'onboarding.read',
    page: () => import('./staff/welcome-page.tsx').then((m) => m.WelcomePage),
  },
  {
    path: '/gestion/referents',
    permission: 'onboarding.read',
    page: () => import('./staff/referents-page.tsx').then((m) => m.ReferentsPage),
  },
  {
    path: '/gestion/reglages/pieces',
    permission: 'onboarding.read',
    page: () => import('./staff/piece-kinds-page.tsx').then((m) => m.PieceKindsPage),
  },
]
