import './staff-access.css'
import type { StaffRoute } from '../../lib/routes.ts'

export const staffRoutes: StaffRoute[] = [
  {
    path: '/gestion/reglages/securite',
    permission: 'signed-in',
    page: () => import('./security-page.tsx').then((m) => m.SecurityPage),
  },
  {
    path: '/gestion/reglages/equipe',
    permission: 'user.read',
    page: () => import('./team-page.tsx').then((m) => m.TeamPage),
  },
  {
    path: '/gestion/reglages/equipe/:userId/code',
    permission: 'user.grant',
    page: () => import('./forget-second-factor-page.tsx').then((m) => m.ForgetSecondFactorPage),
  },
  {
    path: '/gestion/reglages/equipe/:userId/role/:role',
    permission: 'user.grant',
    page: () => import('./take-role-back-page.tsx').then((m) => m.TakeRoleBackPage),
  },
  {
    path: '/gestion/reglages/messages',
    permission: 'mail.read',
    page: () => import('./mails-page.tsx').then((m) => m.MailsPage),
  },
  {
    path: '/gestion/journal',
    permission: 'audit.read',
    page: () => import('./journal-page.tsx').then((m) => m.JournalPage),
  },
]
