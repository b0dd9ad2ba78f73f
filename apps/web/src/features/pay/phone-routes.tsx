import './simulator.css'
import type { PhoneRoute } from '../../lib/routes.ts'

export const phoneRoutes: PhoneRoute[] = [
  {
    path: '/moi/simulateur',
    permission: 'own.read',
    words: ['lineErrors'],
    page: () => import('./my-simulator-page.tsx').then((m) => m.MySimulatorPage),
  },
]
