import type { PhoneRoute } from '../../lib/routes.ts'

export const phoneRoutes: PhoneRoute[] = [
  {
    path: '/moi',
    permission: 'declaration.declare',
    words: ['declarationsHome', 'tasksPhone'],
    page: () => import('./phone/home/home-page.tsx').then((m) => m.HomePage),
  },
  {
    path: '/moi/declarer',
    permission: 'declaration.declare',
    words: ['declarationsHome'],
    page: () => import('./phone/home/declare-page.tsx').then((m) => m.DeclarePage),
  },
  {
    path: '/moi/declarer/:mois/*?',
    permission: 'declaration.declare',
    words: ['declarationsSteps'],
    page: () => import('./phone/wizard.tsx').then((m) => m.Wizard),
  },
  {
    path: '/moi/declarations',
    permission: 'declaration.declare',
    words: ['declarationsSent'],
    page: () => import('./phone/sent/history-page.tsx').then((m) => m.HistoryPage),
  },
  {
    path: '/moi/declarations/:mois',
    permission: 'declaration.declare',
    words: ['declarationsCategory', 'declarationsDone', 'declarationsLines', 'declarationsSent'],
    page: () => import('./phone/sent/sent-page.tsx').then((m) => m.SentPage),
  },
  {
    path: '/moi/declarations/:mois/recu/:lineId',
    permission: 'declaration.declare',
    words: ['declarationsReceipt'],
    page: () => import('./phone/sent/late-receipt-page.tsx').then((m) => m.LateReceiptPage),
  },
]
