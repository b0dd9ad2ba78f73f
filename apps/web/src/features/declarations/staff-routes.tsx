import './review.css'
import { IconReceipt, IconReceiptRefund } from '@tabler/icons-react'
import type { StaffRoute } from '../../lib/routes.ts'

export const staffRoutes: StaffRoute[] = [
  {
    path: '/gestion/declarations',
    permission: 'declaration.read',
    page: () => import('./staff/review-page.tsx').then((m) => m.ReviewPage),
    nav: { group: 'money', labelKey: 'review.nav', icon: IconReceipt, order: 10 },
  },
  {
    path: '/gestion/frais',
    permission: 'expense.read',
    page: () => import('./staff/expenses-page.tsx').then((m) => m.ExpensesPage),
    nav: { group: 'money', labelKey: 'expenses.nav', icon: IconReceiptRefund, order: 15 },
  },
  {
    path: '/gestion/declarations/pour/:personId/:month',
    permission: 'declaration.declare-for',
    page: () => import('./staff/declare-for-page.tsx').then((m) => m.DeclareForPage),
  },
  {
    path: '/gestion/declarations/:id',
    permission: 'declaration.read',
    page: () => import('./staff/deep-link-page.tsx').then((m) => m.DeepLinkPage),
  },
]
