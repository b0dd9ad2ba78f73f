import './documents.css'
import type { StaffRoute } from '../../lib/routes.ts'

export const staffRoutes: StaffRoute[] = [
  {
    path: '/gestion/personnes/:personId/papiers',
    permission: 'document.read',
    page: () => import('./papers-page.tsx').then((m) => m.PapersPage),
  },
  {
    path: '/gestion/reglages/fichiers',
    permission: 'settings.read',
    page: () => import('./files-page.tsx').then((m) => m.FilesPage),
  },
]
