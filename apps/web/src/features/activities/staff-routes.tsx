import './activities.css'
import type { StaffRoute } from '../../lib/routes.ts'

export const staffRoutes: StaffRoute[] = [
  {
    path: '/gestion/activites/:activityId',
    permission: 'person.read',
    page: () => import('./activity-page.tsx').then((m) => m.ActivityPage),
  },
  {
    path: '/gestion/activites/:activityId/convention',
    permission: 'contract.create',
    page: () => import('./new-convention-page.tsx').then((m) => m.NewConventionPage),
  },
  {
    path: '/gestion/conventions/:conventionId',
    permission: 'contract.read',
    page: () => import('./convention-page.tsx').then((m) => m.ConventionPage),
  },
  {
    path: '/gestion/conventions/:conventionId/modifier',
    permission: 'contract.create',
    page: () => import('./edit-convention-page.tsx').then((m) => m.EditConventionPage),
  },
  {
    path: '/gestion/conventions/:conventionId/abandonner',
    permission: 'contract.create',
    page: () => import('./cancel-convention-page.tsx').then((m) => m.CancelConventionPage),
  },
]
