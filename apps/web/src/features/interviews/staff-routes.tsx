import './interviews.css'
import type { StaffRoute } from '../../lib/routes.ts'

export const staffRoutes: StaffRoute[] = [
  {
    path: '/gestion/personnes/:personId/entretiens/nouveau',
    permission: 'interview.manage',
    page: () => import('./new-interview-page.tsx').then((m) => m.NewInterviewPage),
  },
  {
    path: '/gestion/entretiens/:interviewId',
    permission: 'interview.read',
    page: () => import('./interview-page.tsx').then((m) => m.InterviewPage),
  },
  {
    path: '/gestion/entretiens/:interviewId/modifier',
    permission: 'interview.manage',
    page: () => import('./edit-interview-page.tsx').then((m) => m.EditInterviewPage),
  },
  {
    path: '/gestion/entretiens/:interviewId/papier',
    permission: 'interview.manage',
    page: () => import('./paper-page.tsx').then((m) => m.InterviewPaperPage),
  },
  {
    path: '/gestion/entretiens/:interviewId/abandonner',
    permission: 'interview.manage',
    page: () => import('./cancel-interview-page.tsx').then((m) => m.CancelInterviewPage),
  },
]
