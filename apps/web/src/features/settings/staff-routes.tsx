import './settings.css'
import { IconSettings } from '@tabler/icons-react'
import type { StaffRoute } from '../../lib/routes.ts'

export const staffRoutes: StaffRoute[] = [
  {
    path: '/gestion/reglages',
    permission: 'settings.read',
    page: () => import('./settings-page.tsx').then((m) => m.SettingsPage),
    nav: { group: 'steering', labelKey: 'settings.nav', icon: IconSettings, order: 90 },
  },
  {
    path: '/gestion/reglages/cooperative',
    permission: 'cooperative.settings',
    page: () => import('./cooperative-page.tsx').then((m) => m.CooperativePage),
  },
  {
    path: '/gestion/reglages/valeurs',
    permission: 'settings.read',
    page: () => import('./values-page.tsx').then((m) => m.ValuesPage),
  },
  {
    path: '/gestion/reglages/contribution',
    permission: 'settings.read',
    page: () => import('./schemes-page.tsx').then((m) => m.SchemesPage),
  },
  {
    path: '/gestion/reglages/contribution/nouvelle',
    permission: 'cooperative.settings',
    page: () => import('./new-scheme-page.tsx').then((m) => m.NewSchemePage),
  },
  {
    path: '/gestion/reglages/contribution/simuler',
    permission: 'scheme.simulate',
    page: () => import('./simulate-scheme-page.tsx').then((m) => m.SimulateSchemePage),
  },
  {
    path: '/gestion/reglages/devises',
    permission: 'settings.read',
    page: () => import('./rates-page.tsx').then((m) => m.RatesPage),
  },
  {
    path: '/gestion/reglages/signature',
    permission: 'settings.read',
    page: () => import('./signing-page.tsx').then((m) => m.SigningPage),
  },
  {
    path: '/gestion/reglages/signature/:purpose',
    permission: 'cooperative.settings',
    page: () => import('./change-key-page.tsx').then((m) => m.ChangeKeyPage),
  },
]
