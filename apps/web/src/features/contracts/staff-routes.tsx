import './contracts.css'
import { IconFileText } from '@tabler/icons-react'
import type { StaffRoute } from '../../lib/routes.ts'

export const staffRoutes: StaffRoute[] = [
  {
    path: '/gestion/contrats',
    permission: 'contract.read',
    page: () => import('./contracts-page.tsx').then((m) => m.ContractsPage),
    nav: { group: 'journey', labelKey: 'contracts.nav', icon: IconFileText, order: 10 },
  },
  {
    path: '/gestion/contrats/nouveau',
    permission: 'contract.create',
    page: () => import('./new-contract-page.tsx').then((m) => m.NewContractPage),
  },
  {
    path: '/gestion/contrats/cesa/nouveau',
    permission: 'contract.create',
    page: () => import('./cesa/new-cesa-page.tsx').then((m) => m.NewCesaPage),
  },
  {
    path: '/gestion/contrats/registre',
    permission: 'staff-register.read',
    page: () => import('./register/register-page.tsx').then((m) => m.RegisterPage),
  },
  {
    path: '/gestion/contrats/:contractId',
    permission: 'contract.read',
    page: () => import('./contract-page.tsx').then((m) => m.ContractPage),
  },
  {
    path: '/gestion/contrats/:contractId/modifier',
    permission: 'contract.create',
    page: () => import('./edit-contract-page.tsx').then((m) => m.EditContractPage),
  },
  {
    path: '/gestion/contrats/:contractId/avenant',
    permission: 'contract.create',
    page: () => import('./amendments/new-amendment-page.tsx').then((m) => m.NewAmendmentPage),
  },
  {
    path: '/gestion/contrats/avenants/:amendmentId',
    permission: 'contract.read',
    page: () => import('./amendments/amendment-page.tsx').then((m) => m.AmendmentPage),
  },
  {
    path: '/gestion/contrats/avenants/:amendmentId/modifier',
    permission: 'contract.create',
    page: () => import('./amendments/edit-amendment-page.tsx').then((m) => m.EditAmendmentPage),
  },
  {
    path: '/gestion/contrats/avenants/:amendmentId/abandonner',
    permission: 'contract.create',
    page: () => import('./amendments/cancel-amendment-page.tsx').then((m) => m.CancelAmendmentPage),
  },
  {
    path: '/gestion/contrats/:contractId/fin',
    permission: 'contract.create',
    page: () => import('./life/exit-page.tsx').then((m) => m.ExitPage),
  },
  {
    path: '/gestion/contrats/:contractId/abandonner',
    permission: 'contract.create',
    page: () => import('./cancel-page.tsx').then((m) => m.CancelPage),
  },
]
