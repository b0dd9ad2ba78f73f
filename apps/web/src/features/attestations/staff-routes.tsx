import { IconRosetteDiscountCheck } from '@tabler/icons-react'
import type { StaffRoute } from '../../lib/routes.ts'

export const staffRoutes: StaffRoute[] = [
  {
    path: '/gestion/attestations',
    permission: 'attestation.read',
    page: () => import('./attestations-page.tsx').then((m) => m.AttestationsPage),
    nav: {
      group: 'journey',
      labelKey: 'attestations.nav',
      icon: IconRosetteDiscountCheck,
      order: 30,
    },
  },
  {
    path: '/gestion/attestations/emettre',
    permission: 'attestation.issue',
    page: () => import('./issue-page.tsx').then((m) => m.IssuePage),
  },
  {
    path: '/gestion/attestations/lots',
    permission: 'attestation.read',
    page: () => import('./batches/batches-page.tsx').then((m) => m.BatchesPage),
  },
  {
    path: '/gestion/attestations/lots/nouveau',
    permission: 'attestation.issue',
    page: () => import('./batches/new-batch-page.tsx').then((m) => m.NewBatchPage),
  },
  {
    path: '/gestion/attestations/lots/:batchId',
    permission: 'attestation.read',
    page: () => import('./batches/batch-page.tsx').then((m) => m.BatchPage),
  },
  {
    path: '/gestion/attestations/textes',
    permission: 'cooperative.settings',
    page: () => import('./templates/templates-page.tsx').then((m) => m.TemplatesPage),
  },
  {
    path: '/gestion/attestations/:attestationId',
    permission: 'attestation.read',
    page: () => import('./attestation-page.tsx').then((m) => m.AttestationPage),
  },
  {
    path: '/gestion/attestations/:attestationId/revoquer',
    permission: 'attestation.revoke',
    page: () => import('./revoke-page.tsx').then((m) => m.RevokePage),
  },
]
