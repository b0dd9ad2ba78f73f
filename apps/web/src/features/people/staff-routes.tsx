import './people.css'
import { IconUsers } from '@tabler/icons-react'
import type { StaffRoute } from '../../lib/routes.ts'

export const staffRoutes: StaffRoute[] = [
  {
    path: '/gestion/personnes',
    permission: 'person.read',
    page: () => import('./people-page.tsx').then((m) => m.PeoplePage),
    nav: { group: 'work', labelKey: 'people.nav', icon: IconUsers, order: 20 },
  },
  {
    path: '/gestion/personnes/nouvelle',
    permission: 'person.create',
    page: () => import('./new-person-page.tsx').then((m) => m.NewPersonPage),
  },
  {
    path: '/gestion/personnes/:personId',
    permission: 'person.read',
    page: () => import('./person-page.tsx').then((m) => m.PersonPage),
  },
  {
    path: '/gestion/personnes/:personId/modifier',
    permission: 'person.edit',
    page: () => import('./edit-person-page.tsx').then((m) => m.EditPersonPage),
  },
  {
    path: '/gestion/personnes/:personId/situation',
    permission: 'person.edit',
    page: () => import('./new-situation-page.tsx').then((m) => m.NewSituationPage),
  },
  {
    path: '/gestion/personnes/:personId/activite',
    permission: 'person.edit',
    page: () => import('./new-activity-page.tsx').then((m) => m.NewActivityPage),
  },
]
