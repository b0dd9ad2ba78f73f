import './access.css'
import type { PhoneRoute } from '../../lib/routes.ts'

export const phoneRoutes: PhoneRoute[] = [
  {
    path: '/',
    permission: 'public',
    page: () => import('./entry-page.tsx').then((m) => m.EntryPage),
  },
  {
    path: '/connexion',
    permission: 'public',
    page: () => import('./sign-in-page.tsx').then((m) => m.SignInPage),
  },
  {
    path: '/connexion/code',
    permission: 'public',
    page: () => import('./code-page.tsx').then((m) => m.CodePage),
  },
  {
    path: '/connexion/lien/:token',
    permission: 'public',
    page: () => import('./link-page.tsx').then((m) => m.LinkPage),
  },
  {
    path: '/connexion/mot-de-passe',
    permission: 'public',
    page: () => import('./password-page.tsx').then((m) => m.PasswordPage),
  },
  {
    path: '/installation',
    permission: 'public',
    words: ['fieldErrors', 'cooperativeZones'],
    page: () => import('./installation-page.tsx').then((m) => m.InstallationPage),
  },
  {
    path: '/moi/compte',
    permission: 'signed-in',
    page: () => import('./account-page.tsx').then((m) => m.AccountPage),
  },
  {
    path: '/moi/appareils',
    permission: 'session.read',
    page: () => import('./devices-page.tsx').then((m) => m.DevicesPage),
  },
]
