import './signatures.css'
import { IconSignature } from '@tabler/icons-react'
import type { StaffRoute } from '../../lib/routes.ts'

export const staffRoutes: StaffRoute[] = [
  {
    path: '/gestion/signatures',
    permission: 'signature.read',
    page: () => import('./signatures-page.tsx').then((m) => m.SignaturesPage),
    nav: { group: 'journey', labelKey: 'signatures.nav', icon: IconSignature, order: 12 },
  },
  {
    path: '/gestion/signatures/signer',
    permission: 'signature.countersign',
    page: () => import('./countersign-page.tsx').then((m) => m.CountersignPage),
  },
  {
    path: '/gestion/signatures/:signatureId',
    permission: 'signature.read',
    page: () => import('./signature-page.tsx').then((m) => m.SignaturePage),
  },
  {
    path: '/gestion/signatures/:signatureId/retirer',
    permission: 'signature.manage',
    page: () => import('./withdraw-page.tsx').then((m) => m.WithdrawPage),
  },
  {
    path: '/gestion/signatures/:signatureId/bureau',
    permission: 'signature.manage',
    page: () => import('./office-page.tsx').then((m) => m.OfficePage),
  },
  {
    path: '/gestion/signatures/:signatureId/papier',
    permission: 'signature.manage',
    page: () => import('./paper-page.tsx').then((m) => m.PaperPage),
  },
  {
    path: '/gestion/signatures/:signatureId/verifier',
    permission: 'signature.manage',
    page: () => import('./check-page.tsx').then((m) => m.CheckPage),
  },
]
